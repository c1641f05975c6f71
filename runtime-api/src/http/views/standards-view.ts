import { type Checked, lawsInForce, packsWith, pointsApart } from '@redress/definitions';
import { type Definition, ok, type Result, subProceduresOf } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { definitionHash } from '../../definitions/definition-hash.ts';
import { comingDefinitions } from '../../definitions/shipped-definitions.ts';
import { namesOf } from '../../people/persons.ts';
import { clauseOfRule, dayIn, isWaived, type OpenRule, openRules } from '../../standards/standing.ts';
import type { Approval } from '../../store/models/definition.ts';
import type { OrganisationDocument } from '../../store/models/organisation.ts';
import type { AttestationDocument, WaiverDocument } from '../../store/models/standards.ts';
import type { HttpRefusal } from '../http-refusal.ts';
import type { Office } from '../office.ts';
import { present } from '../present.ts';
import type { AttestationView, StandardsView, WaiverView } from '../shapes/standards.ts';
import { currentDefinition } from './known-definitions.ts';

interface Place {
  readonly organisation: string;
  readonly definition: string;
}
const signedMost = 500;
const startedMost = 50;

/** How a procedure stands to the rules, as this server finds it. */
interface Standing {
  readonly hash: string;
  /** What it was checked by: the standards, and the laws that the organisation chose and that are in force. */
  readonly packs: Approval['packs'];
  readonly checked: readonly Checked[];
  /** Procedures that it starts, as they were looked at beside it. */
  readonly beside: readonly Definition[];
  /** Rules that somebody took off it for a time that is not over. */
  readonly waived: ReadonlySet<string>;
  readonly open: readonly OpenRule[];
}

/** Checks a procedure beside those in force that it starts, and reads what was signed about it. What a browser found out counts for nothing. */
export async function standingOf(
  office: Office,
  organisation: string,
  { definition, authors }: { readonly definition: Definition; readonly authors: readonly string[] },
): Promise<Result<Standing, HttpRefusal>> {
  const [beside, { today, laws }] = await Promise.all([startedBy(office, organisation, definition), dayOf(office, organisation)]);
  const checked = await office.checker.check(organisation, { definition, beside, laws });
  if (!checked.ok) return checked;
  const place = { organisation, definition: definition.id };
  const [waivers, attestations] = await Promise.all([waiversOf(office, place), attestationsOf(office, place)]);
  const signed = { waivers: waivers.filter(({ withdrawn }) => !withdrawn), attestations, today, authors };
  return ok({
    hash: definitionHash(definition),
    packs: packsOn(laws),
    checked: checked.value,
    beside,
    waived: new Set(checked.value.flatMap(({ rule }) => (isWaived(signed, rule) ? [rule] : []))),
    open: openRules(checked.value, signed),
  });
}

const openMost = 20;

/** Why such a procedure is neither approved nor published. */
export const standardsOpen = (open: readonly OpenRule[]): HttpRefusal => ({ code: 'standards-open', open: open.slice(0, openMost) });

export const standardsView = ({ hash, packs, checked, open }: Standing, revision: number): Static<typeof StandardsView> => ({
  revision,
  hash,
  packs: [...packs],
  ...pointsApart(checked),
  met: open.length === 0,
  open: [...open],
});

/** Procedures that this one starts, and those that they start: the versions in force, else those that come with the product. */
export async function startedBy(office: Office, organisation: string, definition: Definition): Promise<readonly Definition[]> {
  const found = new Map<string, Definition>();
  const waiting = [definition];
  for (let next = waiting.shift(); next && found.size < startedMost; next = waiting.shift()) {
    for (const id of subProceduresOf(next)) {
      if (found.has(id)) continue;
      const started =
        id === definition.id
          ? definition
          : ((await currentDefinition(office, organisation, id)) ?? comingDefinitions().find((one) => one.id === id));
      if (!started) continue;
      found.set(id, started);
      waiting.push(started);
    }
  }
  return [...found.values()];
}

/** The standards and these laws, as an approval names them. */
export const packsOn = (laws: readonly string[]): Approval['packs'] => packsWith(laws).map(({ id, version }) => ({ id, version }));

/** The day it is in the organisation, by its time zone, and the laws that it chose and that are in force then. */
export async function dayOf(
  { ports, desk }: Office,
  organisation: string,
): Promise<{ readonly today: string; readonly timeZone: string; readonly laws: readonly string[] }> {
  const found = await ports.store.organisations
    .findOne({ _id: organisation, organisation }, { timeZone: 1, laws: 1 })
    .lean<Pick<OrganisationDocument, 'timeZone' | 'laws'>>();
  const timeZone = found?.timeZone ?? 'UTC';
  const today = dayIn(timeZone, desk.clock.now());
  return { today, timeZone, laws: lawsInForce(found?.laws ?? [], today) };
}

/** Newest first; those withdrawn as well. */
const waiversOf = async ({ ports }: Office, place: Place): Promise<readonly WaiverDocument[]> =>
  await ports.store.waivers
    .find({ ...place })
    .sort({ at: -1 })
    .limit(signedMost)
    .lean<WaiverDocument[]>();
/** Newest first. */
const attestationsOf = async ({ ports }: Office, place: Place): Promise<readonly AttestationDocument[]> =>
  await ports.store.attestations
    .find({ ...place })
    .sort({ at: -1 })
    .limit(signedMost)
    .lean<AttestationDocument[]>();

const shortId = (_id: string): string => _id.split(':').at(-1) ?? '';

export async function waiverViews(office: Office, place: Place): Promise<Static<typeof WaiverView>[]> {
  const [rows, { today }] = await Promise.all([waiversOf(office, place), dayOf(office, place.organisation)]);
  const names = await namesOf(
    office.desk,
    place.organisation,
    rows.flatMap(({ person, withdrawn }) => [person, ...(withdrawn ? [withdrawn.person] : [])]),
  );
  return rows.map(({ _id, rule, reason, until, person, at, withdrawn }) => ({
    id: shortId(_id),
    rule,
    ...present({ clause: clauseOfRule(rule), person: names.get(person) }),
    reason,
    until,
    at,
    state: withdrawn ? 'withdrawn' : until < today ? 'lapsed' : 'valid',
    ...(withdrawn ? { withdrawn: { at: withdrawn.at, ...present({ person: names.get(withdrawn.person) }) } } : {}),
  }));
}

export async function attestationViews(office: Office, place: Place): Promise<Static<typeof AttestationView>[]> {
  const [rows, { today }] = await Promise.all([attestationsOf(office, place), dayOf(office, place.organisation)]);
  const names = await namesOf(
    office.desk,
    place.organisation,
    rows.map(({ person }) => person),
  );
  return rows.map(({ _id, rule, statement, evidence, files, validUntil, person, at }) => ({
    id: shortId(_id),
    rule,
    ...present({ clause: clauseOfRule(rule), person: names.get(person) }),
    statement,
    evidence,
    files: [...(files ?? [])],
    validUntil,
    at,
    state: validUntil < today ? 'lapsed' : 'valid',
  }));
}
