import type { Together } from '../store/at-once.ts';
import type { Commit } from '../store/commit.ts';
import { isNoted, isPosted, type UnsettledStep } from '../store/unsettled.ts';

/** A commit with its copies, for a store that takes both at once. Undefined where a copy depends on what stands there: a case that still holds earlier steps, decisions about effects, letters noted as sent. */
export function togetherWithCopies({ document, expected, unsettled }: Commit): Together | undefined {
  const { steps, effects } = unsettled;
  const [step, ...more] = steps;
  if (step === undefined || more.length > 0 || step.line.revision !== document.revision || changesLetters(step)) return undefined;
  const work = effects.flatMap((effect) => ('put' in effect && effect.revision === document.revision ? [effect.put] : []));
  if (work.length < effects.length) return undefined;

  const line = { ...step.line, writtenAt: step.line.at };
  const anew = (collection: string) => (row: Together['rows'][number]['document']) => ({ collection, document: row, replaces: false });
  return {
    collection: 'cases',
    expected,
    document,
    rows: [
      anew('contents')(step.contents),
      anew('journal')(line),
      ...work.map(anew('effects')),
      ...step.tasks.map((row) => ({ collection: 'tasks', document: row, replaces: true })),
    ],
  };
}

/** A letter has a row of its own, which changes with it. */
const changesLetters = (step: UnsettledStep): boolean => isNoted(step) || step.tasks.some(isPosted);
