import { ok, type Result, refuse } from '@redress/engine';
import type { Drawing, EditRefusal } from './command.ts';
import { type Draft, fieldsOf, isFields, listOf, wordsOf } from './loose-json.ts';
import { type ElementKind, elementKindOf } from './step-kind.ts';
import { skeleton } from './step-skeleton.ts';

type Parts = readonly string[];
const fromCalls: readonly ElementKind[] = ['letter', 'automatic'];
const subs: readonly ElementKind[] = ['sub', 'external'];

/** Makes another kind of a step, if nothing is lost by it; else says what would be. */
export function changeKind(
  drawing: Drawing,
  { id, state, kind }: { readonly id: string; readonly state: Draft; readonly kind: ElementKind },
): Result<undefined, EditRefusal> {
  const was = elementKindOf(drawing.definition, state);
  if (was === kind) return refuse({ code: 'nothing-to-do' });
  if (fromCalls.includes(was) && fromCalls.includes(kind)) return changeCall(id, state, kind);
  if (subs.includes(was) && subs.includes(kind)) return changeParty(state, kind);
  const parts = [...lost(was, state), ...unwanted(kind, state)];
  if (parts.length > 0) return refuse({ code: 'would-lose', element: id, parts });
  for (const part of dropped[was] ?? []) delete state[part];
  const made = skeleton(drawing, { id, kind, title: {} });
  for (const [key, value] of Object.entries(made)) if (!['id', 'meta'].includes(key)) state[key] = value;
  return ok(undefined);
}

/** A letter and a service end alike: their rows stay, what they call is empty anyway. */
function changeCall(id: string, state: Draft, kind: ElementKind): Result<undefined, EditRefusal> {
  const parts = Object.keys(fieldsOf(fieldsOf(state.invoke).input));
  if (parts.length > 0 || !isFields(state.invoke)) return refuse({ code: 'would-lose', element: id, parts });
  state.invoke.src = kind === 'letter' ? 'letter' : 'service';
  return ok(undefined);
}

function changeParty(state: Draft, kind: ElementKind): Result<undefined, EditRefusal> {
  const others = wordsOf(state.tags).filter((tag) => tag !== 'wait:provider');
  const tags = kind === 'external' ? [...others, 'wait:provider'] : others;
  if (tags.length > 0) state.tags = tags;
  else delete state.tags;
  return ok(undefined);
}

/** What makes a step the kind it is, taken away when it becomes another. */
const dropped: Partial<Record<ElementKind, Parts>> = {
  task: ['invoke'],
  letter: ['invoke'],
  automatic: ['invoke'],
  sub: ['invoke'],
  external: ['invoke'],
  decision: ['always'],
  outcome: ['type'],
};

/** What of a step only its present kind can hold. */
function lost(was: ElementKind, state: Draft): Parts {
  const invoke = fieldsOf(state.invoke);
  if (was === 'stage' || was === 'tracks') return ['states'];
  if (was === 'history') return ['history'];
  if (was === 'outcome') return wordsOf(state.tags).filter((tag) => tag.startsWith('outcome:'));
  if (was === 'decision') return isBare(state.always) ? [] : ['always'];
  // A wait for somebody outside is a task of theirs.
  const input = Object.keys(fieldsOf(invoke.input)).filter((part) => !(invoke.src === 'task' && part === 'role'));
  return [...input, ...['onDone', 'onError'].filter((rows) => !isBare(invoke[rows]))];
}

/** What of a step the other kind cannot hold. */
function unwanted(kind: ElementKind, state: Draft): Parts {
  if (kind === 'stage' || kind === 'tracks') return ['rows'];
  if (kind === 'history') return ['meta'];
  if (kind === 'decision') return ['on', 'after'].filter((part) => part in state);
  if (kind === 'outcome') return ['on', 'after', 'exit'].filter((part) => part in state);
  return [];
}

const isBare = (rows: unknown): boolean => listOf(rows).every((row) => isFields(row) && Object.keys(row).length === 0);
