import { commonEnds } from '../model/common-ends.ts';

/** Two texts up to this length are told whole. */
const wholeMost = 80;
/** So many words stay around what differs. */
const around = 3;

/** Of two long texts what differs between them, with a few words around it. */
export function excerpts(before: string, after: string): readonly [string, string] {
  if (Math.max(before.length, after.length) <= wholeMost) return [before, after];
  const [was, now] = [wordsIn(before), wordsIn(after)];
  const { head, tail } = commonEnds(was, now, Object.is);
  const cut = (words: readonly string[]) => {
    const from = Math.max(0, head - around);
    const to = Math.min(words.length, words.length - tail + around);
    const inside = words.slice(from, to).join('').trim();
    return [...(from > 0 ? ['…'] : []), ...(inside === '' ? [] : [inside]), ...(to < words.length ? ['…'] : [])].join(' ');
  };
  return [before === '' ? '' : cut(was), after === '' ? '' : cut(now)];
}

const wordsIn = (text: string): readonly string[] => text.match(/\s*\S+/g) ?? [];
