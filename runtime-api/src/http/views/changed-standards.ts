import { isOpen, packs, shippedVersion } from '@redress/definitions';
import { ok, type Result } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { isTaken } from '../../definitions/in-force.ts';
import type { Approval, DefinitionVersionDocument } from '../../store/models/definition.ts';
import type { HttpRefusal } from '../http-refusal.ts';
import type { Office } from '../office.ts';
import type { ChangedStandards } from '../shapes/standards.ts';
import { knownDefinitions } from './known-definitions.ts';
import { dayOf, packsOn, standingOf } from './standards-view.ts';

type Published = Pick<DefinitionVersionDocument, 'definition' | 'version' | 'approval' | 'shippedWith' | 'history'>;

/** By which rules a version was published: those that it names; what comes with this product was made by the standards that come with it. */
const publishedBy = ({ approval, shippedWith }: Published): Approval['packs'] =>
  approval?.packs ?? (shippedWith === shippedVersion ? packs.map(({ id, version }) => ({ id, version })) : []);

/** Versions in force with points that are open now by rules which were others, or none, when they were published. What is waived is not open. */
export async function changedStandards(
  office: Office,
  organisation: string,
): Promise<Result<Static<typeof ChangedStandards>['rows'], HttpRefusal>> {
  const { laws } = await dayOf(office, organisation);
  const today = packsOn(laws);
  const rows: Static<typeof ChangedStandards>['rows'] = [];
  for (const { definition, runs, version } of await knownDefinitions(office, organisation)) {
    if (!runs || !isTaken(version, office.desk.clock.now())) continue;
    const published = await office.ports.store.definitionVersions
      .findOne(
        { organisation, definition: version.definition, version: version.version },
        { definition: 1, version: 1, approval: 1, shippedWith: 1, history: 1 },
      )
      .lean<Published>();
    if (!published) continue;
    const before = new Map(publishedBy(published).map((pack) => [pack.id, pack.version]));
    const changed = new Set(today.filter((pack) => before.get(pack.id) !== pack.version).map(({ id }) => id));
    if (changed.size === 0) continue;
    const authors = published.history?.saves.map(({ person }) => person) ?? [];
    const standing = await standingOf(office, organisation, { definition, authors });
    if (!standing.ok) return standing;
    const { checked, waived } = standing.value;
    const open = checked.filter(({ pack, rule, verdict }) => changed.has(pack) && isOpen(verdict) && !waived.has(rule)).length;
    if (open > 0) rows.push({ definition: definition.id, version: version.version, open });
  }
  return ok(rows);
}
