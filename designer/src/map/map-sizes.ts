import { isTimedOtherwise, type TreeElement, type TreeRow } from '../model/tree.ts';

/**
 * Sizes of what is drawn, in pixels at 100 %. They follow from the document and are never measured, so that everybody has the same map: a
 * name that is long in one language makes its card taller in all of them.
 */
export const cardWidth = 196;
export const pillWidth = 176;
export const headHeight = 34;
export const whoHeight = 24;
export const rowHeight = 28;
/** A way that says more than its name does so in two lines. */
const conditionalHeight = 44;
export const stageHead = 52;
export const innerHead = 30;
export const stagePadding = 22;
export const gap = 32;
export const gutter = 44;
/** Between columns of loose steps, which have no stage around them that keeps lines away. */
export const looseGutter = 88;
/** Beneath the last card of a stage: where a step is added. */
export const addRoom = 44;
export const noteSize = { width: 200, height: 76 } as const;

const lettersOnALine = 20;
/** Of the first line, where the clause stands that the step is evidence for. */
const clauseLetters = 6;
const linesMost = 3;
const lineHeight = 18;

/** Rows that are drawn on a card, from the top: those that lead on or should, then what only reminds or sends. */
export const drawnRows = ({ rows }: Pick<TreeElement, 'rows'>): readonly TreeRow[] => rows;

/** Whether a way says more than its name: a condition, or what else tells it from others of that name. */
export const saysMore = (row: TreeRow): boolean => row.condition !== undefined || row.visitsMost !== undefined || isTimedOtherwise(row);
const heightOf = (row: TreeRow): number => (saysMore(row) ? conditionalHeight : rowHeight);
export const rowsHeight = (rows: readonly TreeRow[]): number => rows.reduce((height, row) => height + heightOf(row), 0);

/** Rows beneath each other from a height on, each with its middle. */
export const rowsFrom = (top: number, rows: readonly TreeRow[]): readonly { readonly row: TreeRow; readonly middle: number }[] =>
  rows.map((row, index) => ({ row, middle: top + rowsHeight(rows.slice(0, index)) + heightOf(row) / 2 }));

export function cardHead({ title, tags }: Pick<TreeElement, 'title' | 'tags'>): number {
  const longest = Math.max(0, ...Object.values(title).map((words) => words.length));
  const beside = tags.some((tag) => tag.startsWith('stage:')) ? clauseLetters : 0;
  const lines = Math.min(linesMost, Math.ceil((longest + beside) / lettersOnALine));
  return headHeight + Math.max(0, lines - 1) * lineHeight;
}

/** Decisions and ends have nobody and no time of their own. */
export const hasWho = ({ kind, role, owner, rows }: TreeElement): boolean =>
  kind !== 'decision' &&
  kind !== 'outcome' &&
  kind !== 'history' &&
  (role !== undefined || owner !== undefined || dueRow(rows) !== undefined);

/** The row that says until when a step is to be done: its first deadline that leads on. */
export const dueRow = (rows: readonly TreeRow[]): TreeRow | undefined =>
  rows.find(({ via, leads }) => via === 'after' && leads !== 'stays');

export function cardSize(element: TreeElement): { readonly width: number; readonly height: number } {
  if (element.kind === 'outcome' || element.kind === 'history') {
    const lines = cardHead(element) > headHeight ? 2 : 1;
    return { width: pillWidth, height: lines === 1 ? 28 : 44 };
  }
  const height = cardHead(element) + (hasWho(element) ? whoHeight : 0) + rowsHeight(drawnRows(element)) + 1;
  return { width: cardWidth, height };
}
