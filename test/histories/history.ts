import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import {
  advance,
  begin,
  type Calendars,
  type CaseState,
  type Compiled,
  type Effect,
  type Event,
  type Json,
  type Start,
  type Step,
} from '@redress/engine';
import { canonicalJson } from '../../engine/src/definition/canonical-json.ts';
import { compiledOf, deepFrozen } from '../tools/pretend-case.ts';
import { root } from '../tools/source-files.ts';

/** What happened to one case, once and for ever, and what the engine answered then. */
export interface History {
  readonly process: string;
  /** Hash of the definition; its text is kept in `definitions/<hash>.json`, once for all histories of it. */
  readonly definition: string;
  readonly seed: number;
  readonly calendars: Calendars;
  readonly start: Omit<Start, 'calendars'>;
  readonly begun: Answer;
  readonly steps: readonly { readonly event: Event; readonly answer: Answer }[];
}

/** What a case looked like after an event; what is long is kept as its hash. */
export type Answer =
  | { readonly refused: string }
  | {
      readonly status: string;
      readonly outcome?: string;
      readonly value: Json;
      readonly tasks: readonly string[];
      readonly timers: readonly string[];
      readonly clocks: readonly string[];
      readonly fields: string;
      readonly effects: readonly string[];
      readonly rows: readonly string[];
    };

const folder = `${root}/test/histories`;
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const short = (value: unknown): string => hashOf(JSON.stringify(sorted(value))).slice(0, 16);

/** Keys in order, so that a hash tells of values and not of how they were put together. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

export const processes = ['starter', 'complaint', 'escalation', 'external-dispute'] as const;
export const textOf = (process: string): string =>
  canonicalJson(JSON.parse(readFileSync(`${root}/definitions/src/processes/${process}.json`, 'utf8')));

export const definitionFile = (hash: string): string => `${folder}/definitions/${hash}.json`;
export const historyFile = ({ process, definition, seed }: Pick<History, 'process' | 'definition' | 'seed'>): string =>
  `${folder}/recorded/${process}-${definition.slice(0, 8)}-${seed}.json`;

export const recorded = (): readonly History[] =>
  existsSync(`${folder}/recorded`)
    ? readdirSync(`${folder}/recorded`)
        .sort()
        .map((name) => JSON.parse(readFileSync(`${folder}/recorded/${name}`, 'utf8')))
    : [];

const kept = new Map<string, Compiled>();
/** The definition a history was recorded on, from the copy that is kept with the histories. */
export function keptDefinition(hash: string): Compiled {
  const known = kept.get(hash);
  if (known) return known;
  const text = readFileSync(definitionFile(hash), 'utf8').trimEnd();
  if (hashOf(text) !== hash)
    throw new Error(
      `The kept copy of definition ${hash} was altered. Take it back from the version control: histories mean nothing without it.`,
    );
  const compiled = compiledOf(JSON.parse(text));
  kept.set(hash, compiled);
  return compiled;
}

/** Goes through the history again and gives what the engine answers now. Between two events the case is text. */
export function replay(
  history: Pick<History, 'start' | 'calendars'> & { readonly events: readonly Event[] },
  compiled: Compiled,
): { readonly begun: Answer; readonly answers: readonly Answer[]; readonly state: CaseState } {
  const { calendars } = history;
  const first = begin(compiled, deepFrozen({ ...history.start, calendars }));
  if (!first.ok) throw new Error(`The case does not begin any more: ${JSON.stringify(first.refusal)}`);
  let state: CaseState = JSON.parse(JSON.stringify(first.value.state));
  const answers: Answer[] = [];
  for (const event of history.events) {
    const result = advance(compiled, deepFrozen(state), deepFrozen(event), calendars);
    answers.push(result.ok ? answerOf(result.value) : { refused: result.refusal.code });
    if (result.ok) state = JSON.parse(JSON.stringify(result.value.state));
  }
  return { begun: answerOf(first.value), answers, state };
}

export function answerOf({ state, effects, trace }: Step): Answer {
  const { _visits, ...fields } = state.snapshot.context;
  return {
    status: state.status,
    ...(state.outcome !== undefined && { outcome: state.outcome }),
    value: state.snapshot.value,
    tasks: state.tasks.map(({ id, kind, role, dueAt, assignee }) => [id, kind, role, dueAt ?? '', assignee ?? ''].join(' ').trim()),
    timers: state.timers.map(({ id, dueAt }) => `${id} ${dueAt}`),
    clocks: Object.entries(state.clocks).map(
      ([id, { dueAt, stoppedAt, overdue }]) => `${id} ${dueAt}${stoppedAt ? ` stopped ${stoppedAt}` : ''}${overdue ? ' overdue' : ''}`,
    ),
    fields: short({ fields, visits: _visits ?? {} }),
    effects: effects.map(effectOf),
    rows: trace.flatMap(({ transitions }) => transitions.map(({ at }) => at)).filter((at) => at !== ''),
  };
}

const effectOf = ({ key, ...effect }: Effect): string => `${key.split(':').slice(1).join(':')} ${effect.kind} ${short(effect)}`;
