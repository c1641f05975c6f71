import type { DraftChange, DraftHistory } from '../store/models/definition.ts';

const savesMost = 2_000;
const bytesMost = 512 * 1024;
const elementsMost = 20;
/** A sentence of an edit names a few steps. Longer ones are told without what they name. */
const wordsMost = 4_096;

/** One change, as it is told later: what it says and where, without how it is done. */
export interface DraftLine {
  readonly act: 'edit' | 'undo' | 'redo';
  readonly words: Readonly<Record<string, unknown>>;
  readonly elements: readonly string[];
}
interface Entry {
  readonly id: string;
  readonly act: DraftLine['act'];
  readonly words: Readonly<Record<string, unknown>>;
  readonly touches: Readonly<Record<string, unknown>>;
  readonly continues?: string;
}

/**
 * The history of a draft with one more save. It is kept in the draft itself, so that a save is never without its line, and without the patches of
 * `draft-changes.ts`, so that it reaches back much further. Without entries a program wrote the whole draft: a save without lines.
 */
export function withSave(
  before: DraftHistory | undefined,
  save: Pick<DraftChange, 'revision' | 'person' | 'at'>,
  entries: readonly Entry[] | undefined,
): DraftHistory {
  const { whole, saves } = before ?? { whole: false, saves: [] };
  const text = JSON.stringify(linesOf(entries ?? []));
  const kept = [...saves, { ...save, entries: Buffer.byteLength(text) <= bytesMost ? text : '[]' }].slice(-savesMost);
  let bytes = kept.reduce((sum, { entries: lines }) => sum + Buffer.byteLength(lines), 0);
  let from = 0;
  for (; from < kept.length - 1 && bytes > bytesMost; from += 1) bytes -= Buffer.byteLength(kept[from]?.entries ?? '');
  return { whole: whole && from === 0 && kept.length === saves.length + 1, saves: kept.slice(from) };
}

/** The beginning of a draft. */
export const emptyHistory: DraftHistory = { whole: true, saves: [] };

/** What continues an edit of the same save (a word that is being typed) is one line with it. */
function linesOf(entries: readonly Entry[]): readonly DraftLine[] {
  const ids = new Set(entries.map(({ id }) => id));
  return entries
    .filter(({ continues }) => continues === undefined || !ids.has(continues))
    .map(({ act, words, touches }) => ({ act, words: short(words), elements: elementsOf(touches.changed) }));
}

const short = (words: Entry['words']): Entry['words'] =>
  JSON.stringify(words).length <= wordsMost ? words : { id: 'edit.whole-draft', facts: {} };
const elementsOf = (changed: unknown): readonly string[] =>
  (Array.isArray(changed) ? changed : []).filter((id) => typeof id === 'string' && id.length <= 200).slice(0, elementsMost);
