import type { Text } from '@redress/engine';
import type { Drawing } from './command.ts';
import { type Draft, fieldsOf, memberOf } from './loose-json.ts';
import { newId } from './new-id.ts';
import type { ElementKind } from './step-kind.ts';

export interface Skeleton {
  readonly id: string;
  readonly kind: ElementKind;
  readonly title: Text;
  /** Where its first way out leads; without it that way is open. */
  readonly next?: string | undefined;
  /** Who does the task; without it the first role of the organisation. */
  readonly role?: string | undefined;
  /** Words of the button that ends the task or the wait; without them those of the step. */
  readonly outcome?: Text | undefined;
}

/** A new step of a kind, as little as makes it one. What is missing is a finding until somebody fills it in. */
export function skeleton(drawing: Drawing, wanted: Skeleton): Draft {
  const { id, kind, title, next } = wanted;
  const way: readonly Draft[] = [next === undefined ? {} : { target: `#${next}` }];
  const meta = { title: { ...title } };
  switch (kind) {
    case 'task':
      return {
        id,
        meta,
        invoke: { src: 'task', input: roleFor(drawing, wanted) },
        ...(next === undefined ? {} : { on: outcomeRow(drawing, wanted, way) }),
      };
    case 'wait':
      return { id, meta, ...(next === undefined ? {} : { on: outcomeRow(drawing, wanted, way) }) };
    case 'decision':
      return { id, meta, always: way };
    case 'letter':
      return { id, meta, invoke: { src: 'letter', input: {}, onDone: way, onError: [{}] } };
    case 'automatic':
      return { id, meta, invoke: { src: 'service', input: {}, onDone: way, onError: [{}] } };
    case 'sub':
      return { id, meta, invoke: { src: 'case', input: {}, onDone: way } };
    case 'external':
      return { id, tags: ['wait:provider'], meta, invoke: { src: 'case', input: {}, onDone: way } };
    case 'outcome':
      return { id, type: 'final', meta };
    case 'stage':
      return { id, meta, states: {} };
    case 'tracks':
      return { id, type: 'parallel', meta, states: {} };
    case 'history':
      return { id, type: 'history', history: 'shallow', ...(next === undefined ? {} : { target: `#${next}` }) };
  }
}

function roleFor({ definition }: Drawing, { role }: Skeleton): Draft {
  const found = role ?? Object.entries(fieldsOf(definition.roles)).find(([, each]) => fieldsOf(each).party === 'organisation')?.[0];
  return found === undefined ? {} : { role: found };
}

/** A new button with its row: each new step has its own, so that its words can change alone. */
function outcomeRow(drawing: Drawing, { title, outcome, id }: Skeleton, way: readonly Draft[]): Draft {
  const event = newId(drawing, 'events', outcome ?? title, `${id}Done`);
  memberOf(drawing.definition, 'events')[event] = { label: { ...(outcome ?? title) } };
  return { [event]: way };
}
