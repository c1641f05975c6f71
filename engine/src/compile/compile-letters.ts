import type { Definition, Letter, LetterBlock } from '../definition/definition.ts';
import { compileCondition } from '../feel/compile-condition.ts';
import { placeholdersOf } from '../letter/placeholders.ts';
import type { CompiledBlock, CompiledLetter } from './compiled.ts';

export const compileLetters = (definition: Definition): ReadonlyMap<string, CompiledLetter> =>
  new Map(Object.entries(definition.letters).map(([id, letter]) => [id, compileLetter(id, letter, definition)]));

const compileLetter = (id: string, letter: Letter, definition: Definition): CompiledLetter => ({
  id,
  definition: letter,
  subject: placeholdersOf(letter.subject),
  blocks: letter.blocks.map((block, index) => compileBlock(block, `/letters/${id}/blocks/${index}`, definition)),
});

const compileBlock = (block: LetterBlock, at: string, definition: Definition): CompiledBlock => ({
  at,
  tells: block.tells !== undefined,
  ...(block.when && { when: compileCondition(block.when, definition) }),
  placeholders: placeholdersOf(block.text),
  variants: (block.variants ?? []).map((variant) => ({
    when: compileCondition(variant.when, definition),
    placeholders: placeholdersOf(variant.text),
  })),
});
