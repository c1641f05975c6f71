import { applyPatches } from './apply-patches.ts';
import type { CommandName } from './command.ts';
import { differences } from './differences.ts';
import type { DesignDocument } from './document.ts';
import type { Entry, HistoryLine } from './entry.ts';
import type { Edit } from './perform.ts';
import { quarrelOf, type Touches, touchesOf } from './touches.ts';

/** More than anybody undoes. */
export const linesMost = 500;
/** Same command, same target: within this time it is one line. */
const burstMs = 500;

/** The lines with a new edit on top: a line of its own, or the last one grown by it. A burst that ends where it began leaves none. */
export function withEdit(
  lines: readonly HistoryLine[],
  edit: Edit & { readonly touches: Touches },
  how: { readonly before: DesignDocument; readonly at: number; readonly entry: string; readonly command: CommandName | undefined },
): readonly HistoryLine[] {
  const last = lines.at(-1);
  const { before, at, entry, command } = how;
  if (!last || !continues(last, edit, how)) {
    const { words, target, patches, inverse, touches } = edit;
    const line: HistoryLine = { words, target, at, patches, inverse, touches, entries: [entry], ...(command ? { command } : {}) };
    return [...lines, line].slice(-linesMost);
  }
  const start = applyPatches(before, last.inverse);
  const patches = differences(start, edit.document);
  const rest = lines.slice(0, -1);
  if (patches.length === 0) return rest;
  const inverse = differences(edit.document, start);
  return [...rest, { ...last, at, patches, inverse, touches: touchesOf(patches, start), entries: [...last.entries, entry] }];
}

export const continues = (
  last: HistoryLine,
  { target }: Pick<Edit, 'target'>,
  { at, command }: { readonly at: number; readonly command: CommandName | undefined },
): boolean =>
  command !== undefined && last.command === command && last.target === target && at - last.at <= burstMs && last.overtaken === undefined;

/** The lines after somebody else's entry: those that quarrel with it are marked. */
export const overtaken = (lines: readonly HistoryLine[], entry: Entry): readonly HistoryLine[] =>
  lines.map((line) => {
    const elements = line.overtaken ? [] : quarrelOf(line.touches, entry.touches);
    return elements.length > 0 ? { ...line, overtaken: { by: entry.by, elements } } : line;
  });

/** The lines with the last one at an end: what comes now is no part of it. */
export const closed = (lines: readonly HistoryLine[]): readonly HistoryLine[] =>
  lines.map((line, index) => (index === lines.length - 1 ? alone(line) : line));
const alone = ({ command: _, ...line }: HistoryLine): HistoryLine => line;

/** A line after it was undone or done again, for the other list. */
export const turned = (
  line: HistoryLine,
  made: { readonly patches: HistoryLine['patches']; readonly inverse: HistoryLine['inverse'] },
  entry: string,
): HistoryLine => ({ ...alone(line), ...made, entries: [...line.entries, entry] });
