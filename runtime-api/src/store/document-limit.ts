import { refuse } from '@redress/engine';
import type { Refusal } from '../refusal.ts';
import type { Commit } from './commit.ts';

/** A case is one document: well below what the stores can hold, so that what our own workers still have to write always fits. */
export const documentBytesMax = 1024 * 1024;

/** The refusal of a case that has grown too large for one more word of a person; undefined while there is room. */
export function overDocument({
  document,
  unsettled,
}: Pick<Commit, 'document' | 'unsettled'>): { readonly ok: false; readonly refusal: Refusal } | undefined {
  const { snapshot, searchKeys, tasks, timers, clocks, performedBy, records, keptAway, incidents } = document;
  const rest = JSON.stringify([tasks, timers, clocks, performedBy, records, keptAway, incidents]);
  const sent = unsettled.steps.map((step) => step.contents.text);
  const work = unsettled.effects.flatMap((effect) => ('put' in effect ? effect.put.work : []));
  const actual = [snapshot, rest, ...sent, ...work, ...searchKeys].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return actual > documentBytesMax ? refuse({ code: 'limit', limit: 'documentBytes', actual, most: documentBytesMax }) : undefined;
}
