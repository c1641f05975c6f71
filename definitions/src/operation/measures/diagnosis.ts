import type { Definition } from '@redress/engine';
import type { Measured } from './count-measures.ts';
import { figureOf } from './summary.ts';

/** How the complaints of an organisation ended, in all its procedures and versions. */
export interface EndedComplaints {
  readonly ended: number;
  readonly unresolved: number;
}

/** How many complaints stay unresolved, and so may become disputes: what is looked at before methods are chosen (10003/6.3.1). Nothing of other kinds. */
export const measureDiagnosis = (kind: Definition['kind'], { ended, unresolved }: EndedComplaints): readonly Measured[] => {
  if (kind !== 'dispute') return [];
  const samples = ended === 0 ? [] : [{ measure: id, value: unresolved, of: ended }];
  return [{ measure: id, rule: '10003/6.3.1-B', unit: 'share', ...figureOf(samples, 'share', ''), places: [] }];
};
const id = 'complaints-unresolved';
