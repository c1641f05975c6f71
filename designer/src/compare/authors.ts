import type { DraftHistory } from '../server/shapes/definitions.ts';
import type { PersonName } from '../server/shapes/people.ts';
import type { Change } from './change.ts';

export interface Author {
  readonly person?: PersonName;
  readonly at: string;
}

/**
 * Who did each change last and when, as far as the saves tell it, oldest save first. A way counts with its step, a save without lines
 * (by another program, or a whole draft brought back) with everything that nobody names.
 */
export function authorsOf(changes: readonly Change[], saves: DraftHistory['saves']): ReadonlyMap<Change, Author> {
  const last = new Map<string, Author>();
  let whole: Author | undefined;
  for (const { at, person, lines } of saves) {
    const author = { at, ...(person ? { person } : {}) };
    if (lines.length === 0) whole = author;
    for (const { elements } of lines) for (const element of elements) last.set(element, author);
  }
  return new Map(
    changes.flatMap((change): [Change, Author][] => {
      const author = last.get(change.element) ?? last.get(change.step ?? change.element) ?? whole;
      return author ? [[change, author]] : [];
    }),
  );
}
