import { isOpen, packs, shippedVersion } from '@redress/definitions';
import { ok, type Result } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { isTaken } from '../../definitions/in-force.ts';
import type { Approval, DefinitionVersionDocument } from '../../store/models/definition.ts';
import { runningCases } from '../../store/running-cases.ts';
import type { HttpRefusal } from '../http-refusal.ts';
import type { Office } from '../office.ts';
import type { ChangedStandards } from '../shapes/standards.ts';
import { definitionOf, standing } from './known-definitions.ts';
import { dayOf, packsOn, standingOf } from './standards-view.ts';

type Listed = Pick<DefinitionVersionDocument, 'definition' | 'version' | 'hash' | 'status' | 'validFrom' | 'approval' | 'shippedWith'>;
const listed = { definition: 1, version: 1, hash: 1, status: 1, validFrom: 1, approval: 1, shippedWith: 1 } as const;
type Row = Static<typeof ChangedStandards>['rows'][number];

/** By which rules a version was published: those that it names; what comes with this product was made by the standards that come with it. */
const publishedBy = ({ approval, shippedWith }: Listed): Approval['packs'] =>
  approval?.packs ?? (shippedWith === shippedVersion ? packs.map(({ id, version }) => ({ id, version })) : []);

/**
 * Versions in force, and older ones on which cases still run, with points that are open now by rules which were others, or none, when they were
 * published. What is waived is not open.
 */
export async function changedStandards(office: Office, organisation: string): Promise<Result<Row[], HttpRefusal>> {
  const { laws } = await dayOf(office, organisation);
  const today = packsOn(laws);
  const rows: Row[] = [];
  for (const { version, running } of await versionsInUse(office, organisation)) {
    const before = new Map(publishedBy(version).map((pack) => [pack.id, pack.version]));
    const changed = new Set(today.filter((pack) => before.get(pack.id) !== pack.version).map(({ id }) => id));
    if (changed.size === 0) continue;
    const open = await openPoints(office, organisation, { version, changed });
    if (!open.ok) return open;
    if (open.value > 0)
      rows.push({ definition: version.definition, version: version.version, open: open.value, ...(running > 0 && { running }) });
  }
  return ok(rows);
}

/** Of each procedure the version that new cases take, then those on which cases run although new ones take another; these with how many. */
async function versionsInUse(office: Office, organisation: string): Promise<readonly { version: Listed; running: number }[]> {
  const { store } = office.ports;
  const all = await store.definitionVersions.find({ organisation }, listed).sort({ definition: 1, version: -1 }).lean<Listed[]>();
  const now = office.desk.clock.now();
  const found: { version: Listed; running: number }[] = [];
  for (const definition of new Set(all.map((version) => version.definition))) {
    const mine = all.filter((version) => version.definition === definition);
    const { version: current } = standing(mine, now);
    const inForce = current && isTaken(current, now) ? current : undefined;
    const running = new Map(
      (await runningCases(store, { organisation, definition }))?.versions.map(({ version, cases }) => [version, cases]),
    );
    if (inForce) found.push({ version: inForce, running: 0 });
    for (const version of mine) {
      const cases = running.get(version.version) ?? 0;
      if (version !== inForce && cases > 0) found.push({ version, running: cases });
    }
  }
  return found;
}

/** How many points of these packs are open in a version; none of one that does not run any more, which says so elsewhere. */
async function openPoints(
  office: Office,
  organisation: string,
  { version, changed }: { readonly version: Listed; readonly changed: ReadonlySet<string> },
): Promise<Result<number, HttpRefusal>> {
  const reference = { id: version.definition, version: version.version, hash: version.hash };
  const definition = await definitionOf(office, organisation, reference);
  if (!definition) return ok(0);
  const published = await office.ports.store.definitionVersions
    .findOne({ organisation, definition: version.definition, version: version.version }, { history: 1 })
    .lean<Pick<DefinitionVersionDocument, 'history'>>();
  const authors = published?.history?.saves.map(({ person }) => person) ?? [];
  const found = await standingOf(office, organisation, { definition, authors });
  if (!found.ok) return found;
  const { checked, waived } = found.value;
  return ok(checked.filter(({ pack, rule, verdict }) => changed.has(pack) && isOpen(verdict) && !waived.has(rule)).length);
}
