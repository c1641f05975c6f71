import { isolated } from '../language/isolated.ts';
import { placeholdersFor } from '../letters-editor/placeholder-names.ts';
import { toldName } from '../letters-editor/told-words.ts';
import { type Fields, fieldsOf, listOf, textOf, wordsOf } from '../model/loose-json.ts';
import { listed } from '../outline/outline-words.ts';
import { asCondition } from './fact-values.ts';
import { factLines, seenOn, type Words } from './facts.ts';
import type { Comparing, Side } from './named.ts';
import { type Paired, pairedBetween } from './pairs.ts';
import { besides } from './read-procedure.ts';

/** What a letter tells and does not tell any more, and each of its paragraphs that differs. */
export function letterTold(before: Fields, after: Fields, comparing: Comparing): readonly string[] {
  const { say } = comparing;
  const tells = ({ blocks }: Fields) => [...new Set(listOf(blocks).flatMap((block) => wordsOf(fieldsOf(block).tells)))];
  const [more, less] = [besides(tells(after), tells(before)), besides(tells(before), tells(after))];
  return [
    ...(more.length === 0 ? [] : [say('compare.tells', { names: toldNames(more, comparing) })]),
    ...(less.length === 0 ? [] : [say('compare.tells-not', { names: toldNames(less, comparing) })]),
    ...pairedBetween(listOf(before.blocks), listOf(after.blocks)).flatMap((pair) => paragraphTold(pair, comparing)),
  ];
}

const toldNames = (words: readonly string[], { say }: Comparing): string =>
  listed(
    words.map((word) => isolated(toldName(word, say))),
    say,
  );

function paragraphTold({ before, after, at }: Paired, comparing: Comparing): readonly string[] {
  const { say } = comparing;
  const paragraph = say('letters.paragraph', { number: at + 1 });
  const [was, now] = [fieldsOf(before), fieldsOf(after)];
  const variants = pairedBetween(listOf(was.variants), listOf(now.variants)).flatMap((pair) =>
    wordsTold(
      say('compare.within', { whole: paragraph, part: say('letters.variant', { number: pair.at + 1 }) }),
      [fieldsOf(pair.before), fieldsOf(pair.after)],
      comparing,
    ),
  );
  const told = (block: Fields) => toldNames(wordsOf(block.tells), comparing) || undefined;
  return [
    ...wordsTold(paragraph, [was, now], comparing),
    ...factLines(say('compare.within', { whole: paragraph, part: say('letters.tells') }), [told(was), told(now)], comparing),
    ...variants,
  ];
}

/** Words, and when they stand in the letter. */
function wordsTold(name: string, [before, after]: readonly [Fields, Fields], comparing: Comparing): readonly string[] {
  const { say } = comparing;
  const when = (block: Fields, side: Side) => asCondition(block.when, seenOn(side, comparing)) ?? say('tables.always');
  return [
    ...factLines(name, [spoken(before.text, 'before', comparing), spoken(after.text, 'after', comparing)], comparing),
    ...factLines(
      say('compare.within', { whole: name, part: say('letters.when') }),
      [when(before, 'before'), when(after, 'after')],
      comparing,
    ),
  ];
}

/** The words of a letter with the fields in it by the names that people gave them. */
export function spoken(words: unknown, side: Side, { say, text, ...comparing }: Comparing): Words {
  const names = new Map(placeholdersFor(comparing[side], say, text).map(({ id, name }) => [id, name]));
  const line = (written: string) => written.replaceAll(/\{([^{}\n]*)\}/g, (_whole, id: string) => `‹${names.get(id) ?? id}›`);
  return Object.fromEntries(Object.entries(textOf(words)).map(([language, written]) => [language, line(written)]));
}
