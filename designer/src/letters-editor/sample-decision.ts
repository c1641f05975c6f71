import { type Condition, compileCondition, type Definition, type Json } from '@redress/engine';
import { copyOf, fieldsOf, isFields, listOf } from '../model/loose-json.ts';
import { renameInMember } from '../model/references.ts';
import { treeOf } from '../model/tree.ts';
import { sampleValue, stepOf, type TrickyData, type WordsUsed, writtenAt } from './tricky-letter.ts';

/** What the data decide about a paragraph, as the server would. */
export interface Decided {
  readonly words: WordsUsed;
  /** The condition that decided it, or that nobody can decide here. */
  readonly because?: unknown;
  /** The data do not say: it asks for something that only a running case has, or is not whole. The paragraph is shown then. */
  readonly isOpen?: boolean;
}

/** Each paragraph of a letter with these data: left out where its condition does not hold, else the first other words whose condition holds. */
export function decidedBlocks(definition: object, letter: string, data: TrickyData): readonly Decided[] {
  const holds = judge(definition, letter, data);
  const { blocks } = fieldsOf(fieldsOf(fieldsOf(definition).letters)[letter]);
  return listOf(blocks).map((block): Decided => {
    const { when, variants } = fieldsOf(block);
    const stands = when === undefined ? true : holds(when);
    if (stands === false) return { words: 'out', because: when };
    const others = listOf(variants).map((variant) => fieldsOf(variant).when);
    const other = others.findIndex((condition) => condition !== undefined && holds(condition) === true);
    if (stands === undefined) return { words: other === -1 ? 'text' : other, because: when, isOpen: true };
    return other === -1 ? { words: 'text' } : { words: other, because: others[other] };
  });
}

/** The fields of the case that a condition asks for, in its order. */
export function fieldsAsked(definition: object, condition: unknown): readonly string[] {
  const found = new Set<string>();
  renameInMember({ blocks: [{ when: copyOf(condition) }] }, (kind, name) => {
    if (kind === 'field') found.add(name);
    return name;
  });
  const known = fieldsOf(fieldsOf(definition).data);
  return [...found].filter((name) => name in known); // A formula names other things as well.
}

function judge(definition: object, letter: string, data: TrickyData): (condition: unknown) => boolean | undefined {
  const fields = Object.fromEntries(
    Object.keys(fieldsOf(fieldsOf(definition).data)).map((name): [string, Json] => [name, sampleValue(definition, name, data) ?? null]),
  );
  const around = stepsAround(definition, stepOf(definition, letter));
  const scope = { fields, case: {}, event: {}, result: null, clock: {}, step: {}, at: writtenAt, isIn: (id: string) => around.has(id) };
  return (condition) => {
    if (!isFields(condition) || asksCase(condition)) return undefined;
    try {
      const outcome = compileCondition(condition as Condition, definition as Definition)(scope);
      return outcome.ok ? outcome.value : undefined;
    } catch {
      return undefined; // A draft may hold a condition that is none yet.
    }
  };
}

/** How another procedure ended, through which channel somebody came, which clock runs: a running case alone knows it. */
const asksCase = (condition: unknown): boolean => {
  if (Array.isArray(condition)) return condition.some(asksCase);
  if (!isFields(condition)) return false;
  const { feel } = condition;
  return 'outcome' in condition || (typeof feel === 'string' && caseNames.test(feel)) || Object.values(condition).some(asksCase);
};
const caseNames = /\b(case|event|result|clock|step)\b/;

function stepsAround(definition: object, step: string): ReadonlySet<string> {
  const { byId } = treeOf(definition);
  const found = new Set<string>();
  for (let at: string | undefined = step; at !== undefined && at !== ''; at = byId.get(at)?.parent) found.add(at);
  return found;
}
