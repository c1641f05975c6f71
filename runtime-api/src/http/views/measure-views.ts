import { type Measured, meanings, measureVersions, measureWords, type PublishedVersion } from '@redress/definitions';
import { type Definition, readScenarios } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import type { DefinitionVersionDocument } from '../../store/models/definition.ts';
import { storedJson } from '../../stored-json.ts';
import type { Office } from '../office.ts';
import { present } from '../present.ts';
import type { CaseName, MeasureView } from '../shapes/operation.ts';

const versionFields = { submittedBy: 1, publishedBy: 1, approvedBy: 1, why: 1, shippedWith: 1, scenarios: 1 } as const;
type Version = Pick<DefinitionVersionDocument, keyof typeof versionFields>;
/** Versions that are looked at, the newest first. */
const versionsMost = 50;

/** What the versions of a procedure that were published here show of how they came about. */
export async function versionsMeasured({ ports }: Office, organisation: string, { id, kind }: Definition): Promise<readonly Measured[]> {
  if (measureVersions(kind, []).length === 0) return [];
  const versions = await ports.store.definitionVersions
    .find({ organisation, definition: id }, versionFields)
    .sort({ version: -1 })
    .limit(versionsMost)
    .lean<Version[]>();
  return measureVersions(kind, versions.filter(({ shippedWith }) => shippedWith === undefined).map(publishedHere));
}

const publishedHere = ({ submittedBy, publishedBy, approvedBy, why, scenarios }: Version): PublishedVersion => ({
  hasAuthor: (submittedBy ?? publishedBy) !== undefined,
  hasApprover: approvedBy !== undefined,
  hasNote: why !== undefined && why.trim() !== '',
  scenarios: Object.keys(readScenarios(storedJson(scenarios ?? '{}')).scripts).length,
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
