import { fieldsOf, isFields, wordOf, wordsOf } from './loose-json.ts';

/** What a card is, in the words of people who do not program; drawn as silhouette, icon and word. */
export type CardKind = 'task' | 'wait' | 'decision' | 'automatic' | 'letter' | 'sub' | 'external' | 'outcome';
/** The same with what stands around steps and beside them. */
export type ElementKind = CardKind | 'stage' | 'tracks' | 'history';

/** Kind of a step, read from what it does; whatever is not known waits. */
export function cardKindOf(definition: unknown, state: unknown): CardKind {
  const { type, invoke, always, on, after, tags } = fieldsOf(state);
  if (type === 'final') return 'outcome';
  const { src, input } = fieldsOf(invoke);
  switch (src) {
    case 'task': {
      // A task of somebody outside is, seen from here, a wait.
      const role = fieldsOf(fieldsOf(fieldsOf(definition).roles)[wordOf(fieldsOf(input).role) ?? '']);
      return role.party === undefined || role.party === 'organisation' ? 'task' : 'wait';
    }
    case 'letter':
      return 'letter';
    case 'service':
      return 'automatic';
    case 'case':
      return wordsOf(tags).includes('wait:provider') ? 'external' : 'sub';
    default:
      return always && !on && !after ? 'decision' : 'wait';
  }
}

export function elementKindOf(definition: unknown, state: unknown): ElementKind {
  const { type, states } = fieldsOf(state);
  if (type === 'history') return 'history';
  if (type === 'parallel') return 'tracks';
  return isFields(states) ? 'stage' : cardKindOf(definition, state);
}
