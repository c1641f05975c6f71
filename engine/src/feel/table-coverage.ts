import type { Decision, Definition } from '../definition/definition.ts';
import type { Json } from '../json.ts';
import { readCell } from './cell-tests.ts';
import { namesIn } from './compile-feel.ts';
import { compileUnaryTests } from './compile-unary-tests.ts';
import { feelIn } from './compile-value.ts';
import type { Scope } from './scope.ts';
import { domainOf, isDecidable, type Region, regionsOf } from './table-domain.ts';

/** What is asked: one column, or several that ask the same. */
export interface Question {
  /** Indexes of the columns. */
  readonly inputs: readonly number[];
  readonly regions: readonly Region[];
}
/** Values of the questions, by their index, that are treated alike; what is left out may be anything. */
export type Box = readonly { readonly question: number; readonly regions: readonly Region[] }[];

export interface Coverage {
  readonly questions: readonly Question[];
  /** Where no row is met and `otherwise` decides; each with a value of every question. They do not overlap. */
  readonly gaps: readonly { readonly box: Box; readonly example: readonly Json[] }[];
  /** Rows that are met together. `same`: whether they then say the same; nothing where that is computed. */
  readonly overlaps: readonly { readonly rows: readonly [number, number]; readonly example: readonly Json[]; readonly same?: boolean }[];
  /** Rows that no values meet. */
  readonly never: readonly number[];
  /** Rows that could be met, but one before them always is (`first`). */
  readonly hidden: readonly number[];
  /** Cells whose answer depends on more than their column, or cannot be compared: what hangs on them is left open. */
  readonly undecided: readonly { readonly row: number; readonly input: number }[];
  /** The table is too large to find every gap and every hidden row; those that are told are there. */
  readonly isCut: boolean;
}

/** How much is looked at: enough for tables that people can read, a moment at the worst. */
const looksMost = 20_000;
const gapsMost = 200;

type Answer = 'met' | 'not' | 'open';
/** By question, region, row. */
type Answers = readonly (readonly (readonly Answer[])[])[];

/**
 * Where a table has no row and where it has several, exactly: each column falls into regions that no cell tells apart, and the cells
 * themselves are asked about one example of each. Nothing is said about cells that cannot be decided so.
 */
export function coverageOf(decision: Decision, definition: Pick<Definition, 'data' | 'clocks'>): Coverage {
  const undecided = new Map<string, { readonly row: number; readonly input: number }>();
  const { questions, answers } = asked(decision, definition, (row, input) => undecided.set(`${row} ${input}`, { row, input }));
  const look = { left: looksMost };
  const rows = decision.rows.map((_, row) => row);
  const never = rows.filter((row) => answers.some((regions) => regions.every((answer) => answer[row] === 'not')));
  const boxes = emptyBoxes({ answers, rows, counts: ['met', 'open'], most: gapsMost }, look);
  const hidden = rows.filter((row) => !never.includes(row) && decision.hit === 'first' && isHidden(answers, row, look));
  return {
    questions,
    gaps: boxes.map((chosen) => ({
      box: chosen.flatMap((regions, question) => {
        const all = questions[question]?.regions ?? [];
        return regions.length === all.length ? [] : [{ question, regions: regions.flatMap((region) => all[region] ?? []) }];
      }),
      example: questions.map(({ regions }, question) => exampleOf(regions, chosen[question])),
    })),
    overlaps: overlapsOf(decision, questions, answers),
    never,
    hidden,
    undecided: [...undecided.values()],
    isCut: look.left <= 0 || boxes.length >= gapsMost,
  };
}

function asked(decision: Decision, definition: Pick<Definition, 'data' | 'clocks'>, leaveOpen: (row: number, input: number) => void) {
  const groups = new Map<string, number[]>();
  for (const [index, input] of decision.inputs.entries()) {
    const key = 'field' in input ? `field ${input.field}` : `feel ${input.feel.trim()}`;
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  const names = namesIn(definition);
  const questions: Question[] = [];
  const answers = [...groups.values()].map((inputs) => {
    const [first] = inputs.flatMap((index) => decision.inputs[index] ?? []);
    const field = first && 'field' in first ? definition.data[first.field] : undefined;
    const column = decision.rows.map(({ when }) => inputs.map((index) => when[index] ?? '-'));
    const cells = column.map((texts) => texts.map(readCell));
    const domain = domainOf(field, cells.flat());
    const decidable = cells.map((row) => row.map((cell) => isDecidable(cell, domain)));
    const regions = regionsOf(
      domain,
      cells.flatMap((row, index) => row.filter((_, at) => decidable[index]?.[at])),
    );
    questions.push({ inputs, regions });
    const tests = column.map((texts) => texts.map((text) => compileUnaryTests(text, names)));
    return regions.map(({ example }) =>
      tests.map((row, index) =>
        together(
          row.map((test, at): Answer => {
            const met = decidable[index]?.[at] && test.ok ? test.run(nothing, example) : undefined;
            if (met?.ok) return met.value ? 'met' : 'not';
            leaveOpen(index, inputs[at] ?? 0);
            return 'open';
          }),
        ),
      ),
    );
  });
  return { questions, answers };
}

const nothing: Scope = { fields: {}, case: {}, event: {}, result: null, clock: {}, step: {}, at: '2000-01-01T00:00:00.000Z' };
const together = (answers: readonly Answer[]): Answer => (answers.includes('not') ? 'not' : answers.includes('open') ? 'open' : 'met');

interface Search {
  readonly answers: Answers;
  readonly rows: readonly number[];
  /** Answers of a row that fill a place. */
  readonly counts: readonly Answer[];
  readonly most: number;
  /** The only regions that are looked at, by question. */
  readonly within?: readonly (readonly number[])[];
}

/** Regions by question such that no row counts there, whatever is chosen among them. */
function emptyBoxes({ answers, rows, counts, most, within }: Search, look: { left: number }): readonly (readonly (readonly number[])[])[] {
  const found: (readonly number[])[][] = [];
  const everywhere = answers.map((regions, question) => within?.[question] ?? regions.map((_, region) => region));
  const walk = (question: number, alive: readonly number[], before: readonly (readonly number[])[]): void => {
    look.left -= 1;
    if (look.left <= 0 || found.length >= most) return;
    if (alive.length === 0) return void found.push([...before, ...everywhere.slice(question)]);
    const regions = answers[question];
    if (!regions) return;
    const alike = new Map<string, { readonly left: readonly number[]; readonly regions: number[] }>();
    for (const region of everywhere[question] ?? []) {
      const left = alive.filter((row) => counts.includes(regions[region]?.[row] ?? 'not'));
      const key = left.join();
      const group = alike.get(key);
      if (group) group.regions.push(region);
      else alike.set(key, { left, regions: [region] });
    }
    for (const group of alike.values()) walk(question + 1, group.left, [...before, group.regions]);
  };
  walk(0, rows, []);
  return found;
}

/** Wherever the row may be met, one before it is. */
function isHidden(answers: Answers, row: number, look: { left: number }): boolean {
  const within = answers.map((regions) => regions.flatMap((answer, region) => (answer[row] === 'not' ? [] : [region])));
  const before = Array.from({ length: row }, (_, index) => index);
  const free = emptyBoxes({ answers, rows: before, counts: ['met'], most: 1, within }, look);
  return free.length === 0 && look.left > 0;
}

function overlapsOf(decision: Decision, questions: readonly Question[], answers: Answers): Coverage['overlaps'] {
  const overlaps: Coverage['overlaps'][number][] = [];
  for (const row of decision.rows.keys())
    for (let other = row + 1; other < decision.rows.length; other += 1) {
      const both = answers.map((regions) =>
        regions.flatMap((answer, region) => (answer[row] === 'met' && answer[other] === 'met' ? [region] : [])),
      );
      if (both.some((regions) => regions.length === 0)) continue;
      const example = questions.map(({ regions }, question) => exampleOf(regions, both[question]));
      overlaps.push({ rows: [row, other], example, ...sameness(decision.rows[row]?.then, decision.rows[other]?.then) });
    }
  return overlaps;
}

function sameness(one: readonly Json[] = [], other: readonly Json[] = []): { readonly same?: boolean } {
  if (JSON.stringify(one) === JSON.stringify(other)) return { same: true };
  return [...one, ...other].some((value) => feelIn(value) !== undefined) ? {} : { same: false };
}

/** Something that is filled, if there is. */
function exampleOf(regions: readonly Region[], chosen: readonly number[] = []): Json {
  const among = chosen.flatMap((region) => regions[region] ?? []);
  return (among.find(({ is }) => is !== 'empty') ?? among[0])?.example ?? null;
}
