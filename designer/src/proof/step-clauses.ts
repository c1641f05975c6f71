import { type Clause, clausesOf, meanings } from '@redress/definitions';
import { kindOf } from './kind-of.ts';

/** Clauses that a step serves before all others: of each purpose the first, in the order of its tags, each once. */
export function stepClauses(definition: object, tags: readonly string[]): readonly Clause[] {
  const kind = kindOf(definition);
  const own = tags.filter((tag) => tag.startsWith('stage:')).flatMap((tag) => clausesOf(meanings.tags.get(tag), kind).slice(0, 1));
  return own.filter((clause, index) => own.indexOf(clause) === index);
}
