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
  const changedFor = (version: Listed): ReadonlySet<string> => {
    const before = new Map(publishedBy(version).map((pack) => [pack.id, pack.version]));
    return new Set(today.filter((pack) => before.get(pack.id) !== pack.version).map(({ id }) => id));
  };
  const rows: Row[] = [];
  for (const { version, changed, running } of await versionsInUse(office, organisation, changedFor)) {
    const open = await openPoints(office, organisation, { version, changed });
    if (!open.ok) return open;
    if (open.value > 0)
      rows.push({ definition: version.definition, version: version.version, open: open.value, ...(running > 0 && { running }) });
  }
  return ok(rows);
}

interface InUse {
  readonly version: Listed;
  /** Packs that are others now. */
  readonly changed: ReadonlySet<string>;
  readonly running: number;
}

/**
 * Of each procedure the version that new cases take, then those on which cases run although new ones take another, these with how many; only where rules
 * changed. Cases are counted where an older version needs to know.
 */
async function versionsInUse(
  office: Office,
  organisation: string,
  changedFor: (version: Listed) => ReadonlySet<string>,
): Promise<readonly InUse[]> {
  const { store } = office.ports;
  const all = await store.definitionVersions.find({ organisation }, listed).sort({ definition: 1, version: -1 }).lean<Listed[]>();
  const now = office.desk.clock.now();
  const found: InUse[] = [];
  for (const definition of new Set(all.map((version) => version.definition))) {
    const mine = all.filter((version) => version.definition === definition);
    const { version: current } = standing(mine, now);
    const inForce = current && isTaken(current, now) ? current : undefined;
    const owing = mine.map((version) => ({ version, changed: changedFor(version) })).filter(({ changed }) => changed.size > 0);
    const older = owing.filter(({ version }) => version !== inForce);
    found.push(...owing.filter(({ version }) => version === inForce).map((one) => ({ ...one, running: 0 })));
    if (older.length === 0) continue;
    const counted = await runningCases(store, { organisation, definition });
    const running = new Map(counted?.versions.map(({ version, cases }) => [version, cases]));
    for (const one of older) {
      const cases = running.get(one.version.version) ?? 0;
      if (cases > 0) found.push({ ...one, running: cases });
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
