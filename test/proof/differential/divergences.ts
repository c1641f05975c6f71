import type { Compiled, JsonObject } from '@redress/engine';
import type { Move } from './blueprint.ts';
import { type Difference, duel } from './duel.ts';

export interface Pair {
  readonly compiled: Compiled;
  readonly input: JsonObject;
  readonly moves: readonly Move[];
}

/**
 * Where our engine is known to differ from a living actor, and means to. The list is closed: a difference that none of these explains fails the
 * proof. Each has its smallest example in divergences.test.ts, beside those that no comparison of random pairs can meet.
 */
export const divergences: { readonly [name: string]: (pair: Pair, difference: Difference) => boolean } = {
  /**
   * A living actor lets tracks decide (`always`) in the order in which their steps were entered; ours in the order of the document, as SCXML has
   * it, because only that survives being stored. Proved by a living actor made to keep that order: it does what ours does, to the end.
   */
  'order of tracks': ({ compiled, input, moves }) =>
    JSON.stringify(compiled.definition.machine).includes('"parallel"') &&
    duel(compiled, input, moves, { sorted: true }).difference === undefined,

  /**
   * An event that nobody takes is refused by ours and changes nothing. A living actor looks at its decisions once more, and takes those that hold
   * although they lead nowhere new.
   */
  'a decision that stands is taken again': (_, { before, ours, living, refusal }) =>
    refusal?.code === 'event-not-accepted' &&
    // At the beginning nothing was seen before: there it is a message of the case to itself that nobody takes.
    (before === undefined || JSON.stringify(before.fields) === JSON.stringify(ours.fields)) &&
    (living.taken ?? []).length > 0 &&
    (living.taken ?? []).every((row) => /\/always\/\d+$/.test(row)),
};
