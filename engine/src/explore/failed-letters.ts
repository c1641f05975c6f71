import type { CompiledState } from '../compile/compiled.ts';
import type { Trigger, Visits } from './graph.ts';

/**
 * Letters of letter steps that could not be sent: until somebody sends one after all, or the step is left, nobody has heard anything. Kept beside the
 * counts of visits, so that it is part of the position.
 */
export class FailedLetters {
  readonly #states: ReadonlyMap<string, CompiledState>;

  constructor(states: ReadonlyMap<string, CompiledState>) {
    this.#states = states;
  }

  /** It fails once; what was sent later is out. */
  canFire({ kind, state }: Trigger, visits: Visits): boolean {
    return kind !== 'failed' || !visits.has(keyOf(state));
  }

  fired({ kind, state }: Trigger, visits: Map<string, number>): void {
    if (kind === 'failed' && this.#isLetter(state)) visits.set(keyOf(state), 1);
  }

  left(state: string, visits: Map<string, number>): void {
    visits.delete(keyOf(state));
  }

  /** Whether the letter of a step that is left by this is out. A case that goes on by itself leaves it on its way to the reader. */
  isSent(state: string, trigger: Trigger, before: Visits): boolean {
    if (!this.#isLetter(state) || isOf(trigger, state, 'failed')) return false;
    return isOf(trigger, state, 'done') || !before.has(keyOf(state));
  }

  #isLetter(state: string): boolean {
    return this.#states.get(state)?.definition.invoke?.src === 'letter';
  }
}

const isOf = (trigger: Trigger, state: string, kind: Trigger['kind']): boolean => trigger.kind === kind && trigger.state === state;
/** No step is called so. */
const keyOf = (state: string): string => `letter ${state}`;
