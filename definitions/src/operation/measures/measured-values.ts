import type { Definition, JsonObject } from '@redress/engine';
import { meaningOf } from '../../check/said.ts';
import type { CaseStanding } from '../case-record.ts';

/** Fields by whose values cases are counted, as the standards call them. */
const counted: readonly string[] = [
  'category',
  'cost',
  'dispute-type',
  'method',
  'provider',
  'root-cause',
  'sample-size',
  'score',
  'severity',
];

/** Of what a case holds, the values by which cases are counted: none that is personal, and none that only some roles may see. */
export function measuredValues({ data }: Definition, held: JsonObject): CaseStanding['values'] {
  return Object.fromEntries(
    Object.entries(data).flatMap(([id, { personal, visibleTo }]): [string, string | number | boolean][] => {
      const name = meaningOf(id, { data });
      const value = held[id];
      const isTold = counted.includes(name) && personal === undefined && visibleTo === undefined;
      const isOne = (typeof value === 'string' && value.trim() !== '') || typeof value === 'number' || typeof value === 'boolean';
      return isTold && isOne ? [[name, value]] : [];
    }),
  );
}
