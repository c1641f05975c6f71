import type { CompiledLetter, Place } from '../compile/compiled.ts';
import type { FeelOutcome, Scope } from '../feel/scope.ts';
import { letterFact } from './letter-fact.ts';
import { evaluated, fail, scopeOf } from './scope-of.ts';
import type { LetterEffect, LetterFact } from './step.ts';
import type { Request, Work } from './work.ts';

/** Words that the register, the organisation, the receiver and the links give when the letter is written. */
const isLate = (placeholder: string): boolean =>
  placeholder === 'case.number' ||
  placeholder === 'recipient.name' ||
  placeholder === 'link.case' ||
  placeholder.startsWith('organisation.');

/** Where the machine rests: which steps are active, and whether a step or stage is among them. */
export interface Rest {
  readonly active: readonly string[];
  readonly isIn: (id: string) => boolean;
}

/** One letter to each of its receivers: which blocks apply, and the facts in them as they were when the machine asked for it. */
export function letterEffects(work: Work, request: Extract<Request, { readonly ask: 'letter' }>, rest: Rest): readonly LetterEffect[] {
  const letter = work.compiled.letters.get(request.letter);
  if (!letter) return fail(work, { reason: 'defect', facts: { letter: request.letter } }, request.place.at);
  const step = stepOf(work, request.place, rest);
  const scope = scopeOf(work, { fields: request.fields, state: step, isIn: rest.isIn });
  const chosen = chooseBlocks(work, letter, scope);
  const about = { work, step, fields: request.fields };
  const facts: { [placeholder: string]: LetterFact } = {};
  for (const placeholder of letter.subject) if (!isLate(placeholder)) facts[placeholder] = letterFact(placeholder, about);
  for (const { block, placeholders } of chosen) {
    for (const placeholder of placeholders) {
      if (isLate(placeholder)) continue;
      const fact = letterFact(placeholder, about);
      const compiled = letter.blocks[block];
      if (fact.is === 'empty' && compiled?.tells)
        fail(work, { reason: 'letter-fact-missing', facts: { letter: letter.id, placeholder, step } }, compiled.at);
      facts[placeholder] = fact;
    }
  }
  const owner = work.compiled.states.get(step)?.owner;
  return request.to.map((to) => ({
    kind: 'letter',
    letter: letter.id,
    to,
    step,
    ...(owner !== undefined && { owner }),
    ...(request.instance !== undefined && { instance: request.instance }),
    blocks: chosen.map(({ block, variant }) => ({ block, ...(variant !== undefined && { variant }) })),
    facts,
  }));
}

/** A row of a stage or of the root leaves no step: then it speaks of the step that is active, the one somebody works on before others. */
function stepOf(work: Work, place: Place, rest: Rest): string {
  const own = work.compiled.states.get(place.state);
  if (own && own.children.length === 0) return own.id;
  const within = (id: string): boolean => place.state === '' || (work.compiled.states.get(id)?.around.includes(place.state) ?? false);
  const before = leafSteps(work, work.stepsBefore).filter(within);
  const now = leafSteps(work, rest.active).filter(within);
  const steps = place.on === 'row' && before.length > 0 ? before : now;
  return steps.find((id) => work.compiled.states.get(id)?.definition.invoke !== undefined) ?? steps[0] ?? place.state;
}

const leafSteps = (work: Work, active: readonly string[]): readonly string[] =>
  active.filter((id) => work.compiled.states.get(id)?.children.length === 0);

interface Chosen {
  readonly block: number;
  readonly variant?: number;
  readonly placeholders: readonly string[];
}

function chooseBlocks(work: Work, letter: CompiledLetter, scope: Scope): readonly Chosen[] {
  const holds = (judge: (scope: Scope) => FeelOutcome<boolean>, at: string): boolean => evaluated(work, judge(scope), at);
  return letter.blocks.flatMap((block, index): readonly Chosen[] => {
    if (block.when && !holds(block.when, `${block.at}/when`)) return [];
    const variant = block.variants.findIndex((each, place) => holds(each.when, `${block.at}/variants/${place}/when`));
    const words = block.variants[variant];
    return words ? [{ block: index, variant, placeholders: words.placeholders }] : [{ block: index, placeholders: block.placeholders }];
  });
}
