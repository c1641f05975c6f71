import type { Definition } from '@redress/engine';
import type { Measured } from './count-measures.ts';
import type { Sample, Unit } from './measure.ts';
import { figureOf } from './summary.ts';

/** What is known of a version that the organisation published itself. */
export interface PublishedVersion {
  readonly hasAuthor: boolean;
  readonly hasApprover: boolean;
  readonly hasNote: boolean;
  /** So many stories that try it out were kept with it. */
  readonly scenarios: number;
  /** When a second person approved it, with all that its letters say. UTC, ISO 8601. */
  readonly approvedAt?: string;
}

interface MeasureOfVersions {
  readonly id: string;
  readonly rules: Partial<Readonly<Record<Definition['kind'], string>>>;
  readonly unit: Unit;
  /** Newest first. */
  readonly reads: (versions: readonly PublishedVersion[]) => readonly Omit<Sample, 'measure'>[];
}

const share =
  (counts: (version: PublishedVersion) => boolean): MeasureOfVersions['reads'] =>
  (versions) =>
    versions.map((version) => ({ value: counts(version) ? 1 : 0 }));

/**
 * Whether versions were drawn, approved and explained by people, and tried before they were used (10002/6.3, 10003/6.3.3); and since when nobody has
 * gone through what is told to people (10002/4.9, 10003/4.4).
 */
const measuresOfVersions: readonly MeasureOfVersions[] = [
  {
    id: 'versions-approved',
    rules: { complaint: '10002/6.3-B' },
    unit: 'share',
    reads: share(({ hasAuthor, hasApprover, hasNote }) => hasAuthor && hasApprover && hasNote),
  },
  {
    id: 'versions-tried',
    rules: { complaint: '10002/6.3-B', dispute: '10003/6.3.3-B' },
    unit: 'share',
    reads: share(({ scenarios }) => scenarios > 0),
  },
  {
    id: 'words-approved',
    rules: { complaint: '10002/4.9-B', dispute: '10003/4.4-B' },
    unit: 'days',
    reads: (versions) => versions.flatMap(({ approvedAt }) => (approvedAt === undefined ? [] : [{ since: approvedAt }])).slice(0, 1),
  },
];

/** What the versions of a procedure, newest first, show together by the time `now` (UTC), whatever the period. */
export const measureVersions = (kind: Definition['kind'], versions: readonly PublishedVersion[], now: string): readonly Measured[] =>
  measuresOfVersions.flatMap(({ id, rules, unit, reads }): readonly Measured[] => {
    const rule = rules[kind];
    const samples = reads(versions).map((sample) => ({ measure: id, ...sample }));
    return rule === undefined ? [] : [{ measure: id, rule, unit, ...figureOf(samples, unit, now), places: [] }];
  });
