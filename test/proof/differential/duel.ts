import { isDeepStrictEqual } from 'node:util';
import type { CaseState, Compiled, JsonObject, Refusal } from '@redress/engine';
import type { Move } from './blueprint.ts';
import { type Living, living, type Sight } from './living.ts';
import { OurCase } from './ours.ts';

export interface Difference {
  /** Number of the move after which it showed; -1: at the beginning. */
  readonly after: number;
  readonly ours: Sight;
  readonly living: Sight;
  /** How ours looked before. */
  readonly before: Sight | undefined;
  /** What ours last refused. */
  readonly refusal: Refusal | undefined;
}
export interface Duel {
  readonly difference?: Difference;
  readonly features: ReadonlySet<string>;
  /** Events both have taken or refused alike. */
  readonly moves: number;
  /** Why both stopped, if they did. */
  readonly failed?: string;
}

/** One script played by our engine, stored as text between any two events, and by a living actor. Both are looked at after each move. */
export function duel(compiled: Compiled, input: JsonObject, moves: readonly Move[], options: { readonly sorted?: boolean } = {}): Duel {
  const ours = new OurCase(compiled, input);
  const other = living(compiled, input, options);
  let before: Sight | undefined;
  const differs = (after: number): Difference | undefined => {
    const [one, two] = [ours.look(), other.look()];
    if (!isDeepStrictEqual(plain(one), plain(two))) return { after, ours: one, living: two, before, refusal: ours.refused };
    before = one;
    return undefined;
  };
  let difference = differs(-1);
  let played = 0;
  for (const [index, move] of moves.entries()) {
    if (difference || ours.failed || ours.state.status !== 'active') break;
    play(move, ours, other);
    difference = differs(index);
    played++;
  }
  return {
    ...(difference && { difference }),
    ...(ours.failed?.code === 'step-failed' && { failed: ours.failed.reason }),
    features: ours.features,
    moves: played,
  };
}

const plain = (sight: Sight): unknown => JSON.parse(JSON.stringify(sight));

/** One move for ours, and for whoever plays along. */
export function play(move: Move, ours: OurCase, other: Pick<Living, 'send' | 'answer' | 'passTo'>): void {
  if (move.do === 'wait' || move.do === 'pass') {
    const until = move.do === 'wait' ? ours.nextDue : new Date(Date.parse(ours.now) + move.minutes * 60_000).toISOString();
    if (until === undefined) return;
    // One instant after the other: the simulated clock only ever shows the time it was set to.
    for (let next = ours.nextDue; next !== undefined && next <= until; next = ours.nextDue) {
      ours.passTo(next);
      other.passTo(next);
    }
    ours.passTo(until);
    other.passTo(until);
  } else if (move.do === 'send') sendTo(move, ours, other);
  else answer(move, ours, other);
}

function sendTo(move: Extract<Move, { readonly do: 'send' }>, ours: OurCase, other: Pick<Living, 'send'>): void {
  const { offers } = ours;
  const free = ['f0', 'f1', 'f2', 'f3', 'filled'].map((event) => ({ event, ...(event === 'filled' && { form: 'numbers' }) }));
  const choice: OurCase['offers'] = move.any || offers.length === 0 ? free : offers;
  const offer = choice[move.which % choice.length];
  if (!offer) return;
  const values: JsonObject = offer.form === undefined ? {} : JSON.parse(JSON.stringify({ n: move.n, m: move.m }));
  ours.send(offer.event, { values, ...(offer.task !== undefined && { task: offer.task }) });
  other.send(offer.event, values);
}

interface Awaited {
  readonly src: string;
  readonly snapshot: {
    readonly instance?: string;
    readonly ended?: string;
    readonly letters?: readonly string[];
    readonly out?: readonly string[];
  };
}
const awaitedIn = (state: CaseState): readonly (readonly [string, Awaited])[] =>
  Object.entries<Awaited>(JSON.parse(JSON.stringify(state.snapshot.children ?? {}))).filter(([, { src }]) => src !== 'task');

/** The end of a letter, service or sub-case, or the same end once more, or that of one long gone: those change nothing. */
function answer(move: Extract<Move, { readonly do: 'answer' }>, ours: OurCase, other: Pick<Living, 'answer'>): void {
  const awaited = awaitedIn(ours.state);
  const [step, child] = awaited[move.which % (awaited.length || 1)] ?? [];
  if (step === undefined || !child) return;
  const { instance = '', ended, letters = [], out = [] } = child.snapshot;
  // A letter that came back may be sent once more by hand; XState's child is dead by then.
  if (ended === 'failed') return;
  const failed = move.how === 'failed' && child.src !== 'case';
  const output = child.src === 'case' ? { outcome: failed ? 'unresolved' : move.how, returns: { n: move.n } } : { n: move.n };
  const letter = letters.find((key) => !out.includes(key)) ?? letters[0];
  const told = move.late ? `${step}:0` : instance;
  ours.answer(step, told, { failed, output, ...(letter !== undefined && { letter }) });
  if (told === instance) other.answer(step, { failed, output });
}
