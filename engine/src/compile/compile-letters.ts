import type { Definition, Letter, LetterBlock, Text } from '../definition/definition.ts';
import { compileCondition } from '../feel/compile-condition.ts';
import type { CompiledBlock, CompiledLetter } from './compiled.ts';

/** `{decision}`, `{case.number}`: names and dots, never an expression. */
const placeholder = /\{([A-Za-z][A-Za-z0-9.]*)\}/g;

/** Names in braces, over all languages, each once. */
export function placeholdersOf(text: Text): readonly string[] {
  const names = new Set<string>();
  for (const words of Object.values(text)) for (const [, name] of words.matchAll(placeholder)) if (name !== undefined) names.add(name);
  return [...names];
}

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
