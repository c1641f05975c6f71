import {
  type EndedComplaints,
  type Measured,
  meanings,
  measureDiagnosis,
  measureVersions,
  measureWords,
  type PublishedVersion,
} from '@redress/definitions';
import { type Definition, readScenarios } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { instant } from '../../people/desk.ts';
import type { DefinitionVersionDocument } from '../../store/models/definition.ts';
import type { Store } from '../../store/store.ts';
import { storedJson } from '../../stored-json.ts';
import type { Office } from '../office.ts';
import { present } from '../present.ts';
import type { CaseName, MeasureView } from '../shapes/operation.ts';

const versionFields = { submittedBy: 1, publishedBy: 1, approvedBy: 1, approvedAt: 1, why: 1, shippedWith: 1, scenarios: 1 } as const;
type Version = Pick<DefinitionVersionDocument, keyof typeof versionFields>;
/** Versions that are looked at, the newest first. */
const versionsMost = 50;

/** What the versions of a procedure that were published here show of how they came about; of disputes, how many complaints may become one. */
export async function versionsMeasured(
  { ports, desk }: Office,
  organisation: string,
  { id, kind }: Definition,
): Promise<readonly Measured[]> {
  const now = instant(desk.clock.now());
  if (measureVersions(kind, [], now).length === 0) return [];
  const versions = await ports.store.definitionVersions
    .find({ organisation, definition: id }, versionFields)
    .sort({ version: -1 })
    .limit(versionsMost)
    .lean<Version[]>();
  const here = versions.filter(({ shippedWith }) => shippedWith === undefined).map(publishedHere);
  const ended = kind === 'dispute' ? await endedComplaints(ports.store, organisation) : { ended: 0, unresolved: 0 };
  return [...measureVersions(kind, here, now), ...measureDiagnosis(kind, ended)];
}

/** Complaints of a procedure that are counted at most. */
const complaintsMost = 50_000;

/** How the complaints of the organisation ended, whatever their procedure; counted on an index, no case is read. */
async function endedComplaints({ cases, definitionVersions }: Store, organisation: string): Promise<EndedComplaints> {
  const rows = await definitionVersions
    .find({ organisation, kind: 'complaint' }, { definition: 1 })
    .lean<Pick<DefinitionVersionDocument, 'definition'>[]>();
  let found: EndedComplaints = { ended: 0, unresolved: 0 };
  for (const definition of new Set(rows.map((row) => row.definition))) {
    const mine = { organisation, 'definition.id': definition, status: 'ended' as const };
    const [ended, unresolved] = await Promise.all([
      cases.countDocuments(mine, { limit: complaintsMost }),
      cases.countDocuments({ ...mine, outcome: 'unresolved' }, { limit: complaintsMost }),
    ]);
    found = { ended: found.ended + ended, unresolved: found.unresolved + unresolved };
  }
  return found;
}

const publishedHere = ({ submittedBy, publishedBy, approvedBy, approvedAt, why, scenarios }: Version): PublishedVersion => ({
  hasAuthor: (submittedBy ?? publishedBy) !== undefined,
  hasApprover: approvedBy !== undefined,
  hasNote: why !== undefined && why.trim() !== '',
  scenarios: Object.keys(readScenarios(storedJson(scenarios ?? '{}')).scripts).length,
  ...(approvedBy !== undefined && approvedAt !== undefined && { approvedAt }),
});

/** Figures for everybody who may ask; single cases only where the reader may read them. */
export const measureViews = (
  measured: readonly Measured[],
  { kpis }: Definition,
  nameOf: (id: string) => Static<typeof CaseName> | undefined,
): Static<typeof MeasureView>[] =>
  measured.map(({ groups, periods, places, target, ...one }) => {
    const words = measureWords.get(one.measure);
    return {
      ...one,
      title: { ...(words?.title ?? ownTitle(kpis?.[one.kpi ?? '']?.title) ?? meanings.kpis.get(one.kpi ?? '')?.title) },
      ...present({ counted: words && { ...words.counted } }),
      ...(target ? { target: { ...target } } : {}),
      ...(groups
        ? {
            groups: {
              field: groups.field,
              of: groups.of.map(({ title, ...group }) => ({ ...group, ...(title ? { title: { ...title } } : {}) })),
              others: groups.others,
            },
          }
        : {}),
      ...(periods ? { periods: { per: periods.per, of: [...periods.of] } } : {}),
      places: places.flatMap((place) => {
        const named = nameOf(place.case);
        return named ? [{ ...place, case: named }] : [];
      }),
    };
  });

/** What the procedure itself calls it. */
const ownTitle = (title: unknown): Readonly<Record<string, string>> | undefined =>
  title !== null && typeof title === 'object'
    ? Object.fromEntries(Object.entries(title).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
    : undefined;
