import type { Sentence } from '../model/command.ts';
import type { Entry } from '../model/entry.ts';
import { isFields, isText } from '../model/loose-json.ts';
import type { DraftHistory, DraftLine } from '../server/shapes/definitions.ts';

/** One change as it is read. */
export interface HistoryLine {
  readonly act: DraftLine['act'];
  readonly words: Sentence;
  readonly elements: readonly string[];
}
/** What one person did in one go. */
export interface HistoryGroup {
  readonly key: string;
  /** Nobody: a program, or a person who is not known any more. */
  readonly person?: string;
  /** Of the last save; without one it is not saved yet. */
  readonly at?: string;
  /** The newest first. */
  readonly lines: readonly HistoryLine[];
}

/** Saves of one person that follow each other so closely are one. */
const togetherMs = 60_000;
const whole: HistoryLine = { act: 'edit', words: { id: 'edit.whole-draft', facts: {} }, elements: [] };

/** The history the newest first. `isKnown`: whether the window has words for a sentence; others are told as a change of the draft. */
export function historyGroups(saves: DraftHistory['saves'], isKnown: (sentence: string) => boolean): readonly HistoryGroup[] {
  const groups: { readonly key: string; readonly id: string | undefined; readonly person?: string; at: string; lines: HistoryLine[] }[] =
    [];
  for (const { revision, at, person, lines } of saves) {
    const read = lines.length === 0 ? [whole] : lines.map((line) => ({ ...line, words: sentenceOf(line.words, isKnown) }));
    const last = groups.at(-1);
    if (last && last.id === person?.id && Date.parse(at) - Date.parse(last.at) <= togetherMs) {
      last.at = at;
      last.lines.push(...read);
    } else groups.push({ key: String(revision), id: person?.id, ...(person ? { person: person.name } : {}), at, lines: read });
  }
  return groups.reverse().map(({ id: _, ...group }) => ({ ...group, lines: newestFirst(group.lines) }));
}

/** What waits to be saved, the newest first. */
export const unsavedLines = (pending: readonly { readonly entry: Entry }[]): readonly HistoryLine[] => {
  const ids = new Set(pending.map(({ entry }) => entry.id));
  return newestFirst(
    pending.flatMap(({ entry: { act, words, touches, continues } }) =>
      continues !== undefined && ids.has(continues) ? [] : [{ act, words, elements: touches.changed }],
    ),
  );
};

/** The same said twice in a row is said once: somebody paused while he typed. */
function newestFirst(lines: readonly HistoryLine[]): readonly HistoryLine[] {
  const said = (line: HistoryLine | undefined) => line && JSON.stringify([line.act, line.words, line.elements]);
  return lines.filter((line, index) => said(line) !== said(lines[index - 1])).reverse();
}

function sentenceOf(words: unknown, isKnown: (sentence: string) => boolean): Sentence {
  const { id, facts } = isFields(words) ? words : {};
  const isFact = (fact: unknown) => typeof fact === 'string' || typeof fact === 'number' || isText(fact);
  if (typeof id !== 'string' || !id.startsWith('edit.') || !isKnown(id) || !isFields(facts) || !Object.values(facts).every(isFact))
    return whole.words;
  return { id, facts } as unknown as Sentence;
}
