import type { DefinitionDraftDocument, DraftChange } from '../store/models/definition.ts';

const savesMost = 200;
const bytesMost = 256 * 1024;

/** The last saves with this one; the oldest go when there are too many or they weigh too much. */
export function withChange(before: readonly DraftChange[], change: DraftChange): readonly DraftChange[] {
  const kept = [...before, change].slice(-savesMost);
  let bytes = kept.reduce((sum, { entries }) => sum + Buffer.byteLength(entries), 0);
  let from = 0;
  for (; from < kept.length && bytes > bytesMost; from += 1) bytes -= Buffer.byteLength(kept[from]?.entries ?? '');
  return kept.slice(from);
}

/** What was saved after a revision; undefined if that is further back than what is kept, or was written without saying what it changed. */
export function changesAfter(
  draft: Pick<DefinitionDraftDocument, 'revision' | 'recent'>,
  revision: number,
): readonly DraftChange[] | undefined {
  const after = (draft.recent ?? []).filter((change) => change.revision > revision);
  return revision <= draft.revision && after.length === draft.revision - revision ? after : undefined;
}
