import type { Compiled } from '@redress/engine';
import { compiledOf } from '../../tools/pretend-case.ts';
import type { Replayed } from '../replay.ts';
import { planOf, procedures, rehearsed } from './procedures.ts';

export const compiled = new Map<string, Compiled>(procedures.map((definition) => [definition.id, compiledOf(definition)]));

/** Keys of the letters that have to arrive, each once. */
export const lettersOwed = (replayed: readonly Replayed[]): readonly string[] =>
  replayed.flatMap(({ effects }) => effects.flatMap((effect) => (effect.kind === 'letter' ? [effect.key] : [])));

/** What a complaint and its inspection went through, as `procedure event` and `procedure letter`, in an order that chance does not change. */
export function courseOf(replayed: readonly Replayed[], complaint: Replayed): readonly string[] {
  const family = [complaint, ...replayed.filter(({ document }) => document.parent?.caseId === complaint.document._id)];
  return family
    .flatMap(({ document, lines, effects }) => [
      ...lines.map((line) => `${document.definition.id} ${line.type}`),
      ...effects.flatMap((effect) => (effect.kind === 'letter' ? [`${document.definition.id} letter ${effect.letter}`] : [])),
    ])
    .sort();
}

/** The same of the rehearsal, which knows nothing of server, store or crash. */
export function rehearsedCourse(complaint: Replayed): readonly string[] {
  const n = Number(/\d+/.exec(complaint.document.title)?.[0]);
  const rehearsal = rehearsed(planOf(n));
  return [
    ...rehearsal.journal.map((line) => `${line.process} ${line.event}`),
    ...rehearsal.letters.map((letter) => `${letter.process} letter ${letter.letter}`),
  ].sort();
}
