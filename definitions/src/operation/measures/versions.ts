import type { Definition } from '@redress/engine';
import type { Measured } from './count-measures.ts';
import { figureOf } from './summary.ts';

/** What is known of a version that the organisation published itself. */
export interface PublishedVersion {
  readonly hasAuthor: boolean;
  readonly hasApprover: boolean;
  readonly hasNote: boolean;
  /** So many stories that try it out were kept with it. */
  readonly scenarios: number;
}

interface MeasureOfVersions {
  readonly id: string;
  readonly rules: Partial<Readonly<Record<Definition['kind'], string>>>;
  readonly counts: (version: PublishedVersion) => boolean;
}

/** Whether versions were drawn, approved and explained by people, and tried before they were used (10002/6.3, 10003/6.3.3). */
const measuresOfVersions: readonly MeasureOfVersions[] = [
  {
    id: 'versions-approved',
    rules: { complaint: '10002/6.3-B' },
    counts: ({ hasAuthor, hasApprover, hasNote }) => hasAuthor && hasApprover && hasNote,
  },
  {
    id: 'versions-tried',
    rules: { complaint: '10002/6.3-B', dispute: '10003/6.3.3-B' },
    counts: ({ scenarios }) => scenarios > 0,
  },
];

/** What the versions of a procedure show together, whatever the period. */
export const measureVersions = (kind: Definition['kind'], versions: readonly PublishedVersion[]): readonly Measured[] =>
  measuresOfVersions.flatMap(({ id, rules, counts }): readonly Measured[] => {
    const rule = rules[kind];
    const samples = versions.map((version) => ({ measure: id, value: counts(version) ? 1 : 0 }));
    return rule === undefined ? [] : [{ measure: id, rule, unit: 'share', ...figureOf(samples, 'share', ''), places: [] }];
  });
