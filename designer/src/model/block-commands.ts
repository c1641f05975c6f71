import { type Condition, ok, type Result, refuse, type Text } from '@redress/engine';
import type { Drawing, EditRefusal, Recipes } from './command.ts';
import { done, letterIn, writeWords } from './letter-commands.ts';
import { copyOf, type Draft, isFields, listIn, memberOf, setWords, textOf } from './loose-json.ts';

/** A paragraph of a letter, from 0. */
export interface BlockPlace {
  readonly letter: string;
  readonly block: number;
}
/** Other words of a paragraph, from 0; none: the words that are used else. */
export interface WordsPlace extends BlockPlace {
  readonly variant?: number;
}

export interface BlockPayloads {
  /** A paragraph behind the others, or before one of them. */
  readonly 'block.add': { readonly letter: string; readonly text: Text; readonly tells?: readonly string[]; readonly before?: number };
  readonly 'block.remove': BlockPlace;
  readonly 'block.move': BlockPlace & { readonly where: 'up' | 'down' };
  readonly 'block.text': WordsPlace & { readonly language: string; readonly words: string };
  /** What it tells, as the standards' rules name it. */
  readonly 'block.tells': BlockPlace & { readonly tells: readonly string[] };
  /** Only then; without a condition always. Of other words: when they are used. */
  readonly 'block.when': WordsPlace & { readonly condition?: Condition };
  /** The same content in other words, begun with the words that are there. */
  readonly 'variant.add': BlockPlace;
  readonly 'variant.remove': BlockPlace & { readonly variant: number };
  readonly 'variant.move': BlockPlace & { readonly variant: number; readonly where: 'up' | 'down' };
}

export const blockRecipes: Recipes<BlockPayloads> = {
  'block.add': (drawing, { letter, text, tells = [], before }) => {
    const blocks = blocksIn(drawing, letter);
    if (!blocks.ok) return blocks;
    const block = { ...(tells.length > 0 ? { tells: [...tells] } : {}), text: { ...text } };
    blocks.value.splice(before ?? blocks.value.length, 0, block);
    return done(drawing, 'edit.block-add', letter, `${blocks.value.indexOf(block)}`);
  },
  'block.remove': (drawing, { letter, block }) => {
    const blocks = blocksIn(drawing, letter);
    if (!blocks.ok) return blocks;
    if (!(block in blocks.value)) return refuse({ code: 'no-such-element', element: `letter:${letter}` });
    blocks.value.splice(block, 1);
    return done(drawing, 'edit.block-remove', letter, `${block}`);
  },
  'block.move': (drawing, { letter, block, where }) => {
    const blocks = blocksIn(drawing, letter);
    if (!blocks.ok) return blocks;
    if (!moveIn(blocks.value, block, where)) return refuse({ code: 'nothing-to-do' });
    return done(drawing, 'edit.block-move', letter, '');
  },
  'block.text': (drawing, { language, words, ...place }) => {
    const found = wordsIn(drawing, place);
    if (!found.ok) return found;
    writeWords(memberOf(found.value, 'text'), language, words);
    return done(drawing, 'edit.block-text', place.letter, `${place.block} ${place.variant ?? ''} ${language}`);
  },
  'block.tells': (drawing, { tells, ...place }) => {
    const found = wordsIn(drawing, place);
    if (!found.ok) return found;
    setWords(found.value, 'tells', tells);
    return done(drawing, 'edit.block-tells', place.letter, `${place.block} tells`);
  },
  'block.when': (drawing, { condition, ...place }) => {
    const found = wordsIn(drawing, place);
    if (!found.ok) return found;
    if (condition === undefined) delete found.value.when;
    else found.value.when = copyOf(condition);
    return done(drawing, 'edit.block-when', place.letter, `${place.block} ${place.variant ?? ''} when`);
  },
  'variant.add': (drawing, place) => {
    const found = wordsIn(drawing, place);
    if (!found.ok) return found;
    listIn(found.value, 'variants').push({ text: { ...textOf(found.value.text) } });
    return done(drawing, 'edit.variant-add', place.letter, `${place.block} variants`);
  },
  'variant.remove': (drawing, { variant, ...place }) => {
    const found = wordsIn(drawing, place);
    if (!found.ok) return found;
    const variants = listIn(found.value, 'variants');
    if (!(variant in variants)) return refuse({ code: 'no-such-element', element: `letter:${place.letter}` });
    variants.splice(variant, 1);
    if (variants.length === 0) delete found.value.variants;
    return done(drawing, 'edit.variant-remove', place.letter, `${place.block} variants`);
  },
  'variant.move': (drawing, { variant, where, ...place }) => {
    const found = wordsIn(drawing, place);
    if (!found.ok) return found;
    if (!moveIn(listIn(found.value, 'variants'), variant, where)) return refuse({ code: 'nothing-to-do' });
    return done(drawing, 'edit.variant-move', place.letter, `${place.block} variants`);
  },
};

function moveIn(list: unknown[], from: number, where: 'up' | 'down'): boolean {
  const to = where === 'up' ? from - 1 : from + 1;
  if (!(from in list) || !(to in list)) return false;
  list.splice(to, 0, ...list.splice(from, 1));
  return true;
}

function blocksIn(drawing: Drawing, letter: string): Result<unknown[], EditRefusal> {
  const found = letterIn(drawing, letter);
  return found.ok ? ok(listIn(found.value, 'blocks')) : found;
}

/** The paragraph, or one of its other words. */
function wordsIn(drawing: Drawing, { letter, block, variant }: WordsPlace): Result<Draft, EditRefusal> {
  const blocks = blocksIn(drawing, letter);
  if (!blocks.ok) return blocks;
  const found = blocks.value[block];
  const words = isFields(found) && variant !== undefined ? listIn(found, 'variants')[variant] : found;
  return isFields(words) ? ok(words) : refuse({ code: 'no-such-element', element: `letter:${letter}` });
}
