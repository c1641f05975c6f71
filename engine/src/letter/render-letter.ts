import type { Definition } from '../definition/definition.ts';
import type { LetterEffect, LetterFact } from '../step/step.ts';
import { placeholderPattern } from './placeholders.ts';
import { inLanguage, type Reading, wordsOfFact } from './words-of-fact.ts';

/** Facts that nobody knew when the step was taken: register number, organisation, receiver, links. */
export type LateFacts = { readonly [placeholder: string]: string };

export interface RenderedLetter {
  readonly subject: string;
  readonly body: string;
}

type Lettered = Pick<Definition, 'letters'>;

/** Whether its words name the register number: such a letter waits for it. */
export function namesNumber(definition: Lettered, effect: LetterEffect): boolean {
  return textsOf(definition, effect).some((text) => Object.values(text).some((words) => words.includes('{case.number}')));
}

/** A letter in the receiver's language: the blocks that the engine chose, with its facts and the late ones in their places. */
export function renderLetter(definition: Lettered, effect: LetterEffect, late: LateFacts, reading: Reading): RenderedLetter {
  const [subject, ...blocks] = textsOf(definition, effect);
  const fill = (text: string, placed: (words: string, language: string) => string): string =>
    text.replace(placeholderPattern, (whole, name: string) => {
      const words = wordsFor(name, effect, late, reading);
      return words === undefined ? whole : placed(words, reading.language);
    });
  const paragraphs = blocks
    .map((block) => fill(withoutDeadLinks(inLanguage(block, reading), late), isolated).trim())
    .filter((paragraph) => paragraph !== '');
  return {
    subject: fill(inLanguage(subject ?? {}, reading), anchored)
      .replace(/\s+/g, ' ')
      .trim(),
    body: paragraphs.join('\n\n'),
  };
}

/** Subject first, then the chosen blocks, each in all its languages. */
function textsOf(definition: Lettered, effect: LetterEffect): readonly { readonly [language: string]: string }[] {
  const letter = Object.hasOwn(definition.letters, effect.letter) ? definition.letters[effect.letter] : undefined;
  if (letter === undefined) return [];
  const blocks = effect.blocks.flatMap(({ block, variant }) => {
    const chosen = letter.blocks[block];
    return chosen === undefined ? [] : [(variant === undefined ? undefined : chosen.variants?.[variant]?.text) ?? chosen.text];
  });
  return [letter.subject, ...blocks];
}

function wordsFor(name: string, effect: LetterEffect, late: LateFacts, reading: Reading): string | undefined {
  if (Object.hasOwn(late, name)) return late[name];
  const fact: LetterFact | undefined = Object.hasOwn(effect.facts, name) ? effect.facts[name] : undefined;
  return fact === undefined ? undefined : wordsOfFact(fact, reading);
}

/** A sentence that ends in a link is left out for receivers who have none: "Follow your case here:" would lead nowhere. */
function withoutDeadLinks(text: string, late: LateFacts): string {
  if (late['link.case'] !== '' || !text.includes('{link.case}')) return text;
  return text
    .split('\n')
    .map((line) =>
      line
        .split(/(?<=[.!?؟。])\s+/u)
        .filter((sentence) => !sentence.includes('{link.case}'))
        .join(' '),
    )
    .join('\n');
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const leftToRight = /[A-Za-z\u00c0-\u024f]/;
/** "2026-000007", "۰۲۱ ۸۸۸": among Persian words the groups would stand in the opposite order. */
const numberInGroups = /\p{Nd}[^\p{L}\p{Nd}]+\p{Nd}/u;

/** Words of the other direction keep their order and do not disturb the sentence around them (UAX 9 isolates). Line by line: an isolate ends with its line. */
function isolated(words: string, language: string): string {
  return words
    .split('\n')
    .map((line) => (isForeign(line, language) ? `\u2068${line}\u2069` : line))
    .join('\n');
}

const isForeign = (line: string, language: string): boolean =>
  language === 'fa' ? leftToRight.test(line) || isNumber(line) : rightToLeft.test(line);
const isNumber = (line: string): boolean => numberInGroups.test(line) && !/\p{L}/u.test(line);

/** In the one line of a subject a mark is enough, and every mail program knows it: a number in groups keeps their order. */
const anchored = (words: string, language: string): string => (language === 'fa' && isNumber(words) ? `\u200e${words}` : words);
