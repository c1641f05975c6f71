import { monthsLater, packsWith } from '@redress/definitions';
import { type Result, refuse } from '@redress/engine';
import { signEvidence } from '../../evidence/sign.ts';
import { instant } from '../../people/desk.ts';
import { noteInPeopleLog } from '../../people/people-log.ts';
import { newId } from '../../people/secret.ts';
import { attestedMonths, isAttested, isWaivable } from '../../standards/standing.ts';
import type { WaiverDocument } from '../../store/models/standards.ts';
import type { Caller } from '../caller.ts';
import type { HttpRefusal } from '../http-refusal.ts';
import type { Office } from '../office.ts';
import { answer, done, type Route, route } from '../route.ts';
import { Attestations, AttestationWish, StandardsView, Waivers, WaiverWish } from '../shapes/standards.ts';
import { editorsOf, examine, hasDrawn, isKnown, readDraft } from '../views/draft-view.ts';
import { evidenceView } from '../views/evidence-view.ts';
import { attestationViews, dayOf, standardsView, standingOf, waiverViews } from '../views/standards-view.ts';

const tag = 'definitions';
const waiverMonthsMost = 12;

interface Place {
  readonly organisation: string;
  readonly definition: string;
}

/** A day that is not over and not too far. */
async function dayAhead(
  office: Office,
  organisation: string,
  wish: { readonly at: string; readonly day: string; readonly months: number },
) {
  const { today } = await dayOf(office, organisation);
  const isGood = wish.day >= today && wish.day <= monthsLater(today, wish.months);
  const facts = { from: today, until: monthsLater(today, wish.months) };
  return isGood ? undefined : refuse({ code: 'request-invalid', problems: [{ at: wish.at, keyword: 'range', facts }] } as const);
}

/** Who signs drew nothing of what is to be published next. */
async function secondPerson(office: Office, { organisation, definition }: Place, caller: Caller): Promise<Result<string, HttpRefusal>> {
  const person = caller.person?._id;
  const draft = await readDraft(office, organisation, definition);
  if (person === undefined || (draft && hasDrawn(draft, person))) return refuse({ code: 'second-person-needed', person: person ?? '' });
  return { ok: true, value: person };
}

export const standardsRoutes: readonly Route[] = [
  route(
    'get',
    {
      operation: 'readStandards',
      path: '/definitions/{definition}/draft/standards',
      summary: 'How the draft stands to the rules of the standards, as the server finds it',
      tag,
      answers: { 200: StandardsView },
      refusals: ['definition-not-found', 'findings', 'too-many-requests'],
    },
    async ({ office, parameters }, { organisation }) => {
      const draft = await readDraft(office, organisation, parameters.definition);
      if (!draft) return refuse({ code: 'definition-not-found', definition: parameters.definition });
      const { definition, findings } = await examine(office, organisation, JSON.parse(draft.text));
      if (!definition) return refuse({ code: 'findings', errors: findings.filter(({ severity }) => severity === 'error').length });
      const standing = await standingOf(office, organisation, { definition, authors: editorsOf(draft) });
      return standing.ok ? answer(standardsView(standing.value, draft.revision)) : standing;
    },
  ),
  route(
    'get',
    {
      operation: 'listWaivers',
      path: '/definitions/{definition}/waivers',
      summary: 'Rules that somebody has taken off this procedure: who, until when and why; newest first',
      tag,
      answers: { 200: Waivers },
      refusals: ['definition-not-found'],
    },
    async ({ office, parameters }, { organisation }) => {
      const place = { organisation, ...parameters };
      if (!(await isKnown(office, place))) return refuse({ code: 'definition-not-found', definition: parameters.definition });
      return answer({ rows: await waiverViews(office, place) });
    },
  ),
  route(
    'post',
    {
      operation: 'waiveRule',
      path: '/definitions/{definition}/waivers',
      summary: 'Take one rule off this procedure until a day, twelve months from now at most; nobody who drew it does',
      tag,
      body: WaiverWish,
      answers: { 200: Waivers },
      refusals: ['definition-not-found', 'second-person-needed', 'rule-unknown'],
    },
    async ({ office, parameters, body }, caller) => {
      const place = { organisation: caller.organisation, ...parameters };
      if (!(await isKnown(office, place))) return refuse({ code: 'definition-not-found', definition: parameters.definition });
      const { laws } = await dayOf(office, place.organisation);
      if (!isWaivable(body.rule, packsWith(laws))) return refuse({ code: 'rule-unknown', rule: body.rule });
      const wrong = await dayAhead(office, place.organisation, { at: '/until', day: body.until, months: waiverMonthsMost });
      if (wrong) return wrong;
      const person = await secondPerson(office, place, caller);
      if (!person.ok) return person;
      const at = instant(office.desk.clock.now());
      await office.ports.store.waivers.insertMany([
        { _id: `${place.organisation}:${place.definition}:${newId()}`, ...place, ...body, person: person.value, at },
      ]);
      await signed(office, caller, { what: 'definition.rule-waived', ...place, facts: { ...body } });
      return answer({ rows: await waiverViews(office, place) });
    },
  ),
  route(
    'delete',
    {
      operation: 'withdrawWaiver',
      path: '/definitions/{definition}/waivers/{waiver}',
      summary: 'The rule counts again; that it was waived stays written',
      tag,
      answers: { 204: 'nothing' },
      refusals: ['not-found'],
    },
    async ({ office, parameters }, caller) => {
      const { organisation } = caller;
      const { definition, waiver } = parameters;
      const withdrawn = { person: caller.person?._id ?? '', at: instant(office.desk.clock.now()) };
      const over = await office.ports.store.waivers
        .findOneAndUpdate(
          { organisation, _id: `${organisation}:${definition}:${waiver}`, withdrawn: { $exists: false } },
          { $set: { withdrawn } },
          { returnDocument: 'after' },
        )
        .lean<WaiverDocument>();
      if (!over) return refuse({ code: 'not-found', what: 'waiver', id: waiver });
      await signed(office, caller, { what: 'definition.waiver-withdrawn', organisation, definition, facts: { rule: over.rule } });
      return done;
    },
  ),
  route(
    'get',
    {
      operation: 'listAttestations',
      path: '/definitions/{definition}/attestations',
      summary: 'What was signed because no definition proves it: by whom, until when, with which evidence; newest first',
      tag,
      answers: { 200: Attestations },
      refusals: ['definition-not-found'],
    },
    async ({ office, parameters }, { organisation }) => {
      const place = { organisation, ...parameters };
      if (!(await isKnown(office, place))) return refuse({ code: 'definition-not-found', definition: parameters.definition });
      return answer({ rows: await attestationViews(office, place) });
    },
  ),
  route(
    'post',
    {
      operation: 'attestRule',
      path: '/definitions/{definition}/attestations',
      summary: 'Sign that the organisation does what no definition proves, until a day; the newest signature counts',
      tag,
      body: AttestationWish,
      answers: { 200: Attestations },
      refusals: ['definition-not-found', 'rule-unknown', 'evidence-unknown'],
    },
    async ({ office, parameters, body: { files, ...body } }, caller) => {
      const place = { organisation: caller.organisation, ...parameters };
      if (!(await isKnown(office, place))) return refuse({ code: 'definition-not-found', definition: parameters.definition });
      if (!isAttested(body.rule)) return refuse({ code: 'rule-unknown', rule: body.rule });
      const wish = { at: '/validUntil', day: body.validUntil, months: attestedMonths(body.rule) };
      const wrong = await dayAhead(office, place.organisation, wish);
      if (wrong) return wrong;
      const signedFiles = await signEvidence(office.ports.store, place, files ?? []);
      if (!signedFiles.ok) return signedFiles;
      const at = instant(office.desk.clock.now());
      const person = caller.person?._id ?? '';
      await office.ports.store.attestations.insertMany([
        {
          _id: `${place.organisation}:${place.definition}:${newId()}`,
          ...place,
          ...body,
          files: signedFiles.value.map(evidenceView),
          person,
          at,
        },
      ]);
      const { rule, validUntil } = body;
      await signed(office, caller, { what: 'definition.rule-attested', ...place, facts: { rule, validUntil } });
      return answer({ rows: await attestationViews(office, place) });
    },
  ),
];

/** It stands in the log of people, and whoever looks at the draft hears of it. */
async function signed(
  office: Office,
  { person }: Caller,
  { what, organisation, definition, facts }: Place & { readonly what: string; readonly facts: Readonly<Record<string, string>> },
): Promise<void> {
  await noteInPeopleLog(office.desk, { organisation, ...(person ? { by: person._id } : {}), what, facts: { definition, ...facts } });
  office.ports.live.tell({ organisation, kind: 'definition', definition });
}
