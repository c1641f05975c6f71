import type { JsonObject } from '../json.ts';

/** What is wrong with an expression. `from` and `to` are offsets in its text. */
export interface FeelProblem {
  readonly problem: 'syntax' | 'unknown-name' | 'unknown-function' | 'not-allowed' | 'in-takes-rest' | 'too-long' | 'too-deep' | 'pattern';
  readonly from: number;
  readonly to: number;
  readonly facts: JsonObject;
}
