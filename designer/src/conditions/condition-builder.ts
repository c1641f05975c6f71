import type { ElementFinding } from '../model/findings.ts';
import type { CaseField } from './case-fields.ts';
import type { Changed } from './condition-edits.ts';
import { type PartPath, partOf } from './condition-parts.ts';

/** The control of a part that takes the focus after a change. */
export type Control = 'field' | 'comparison' | 'counts' | 'up' | 'down' | 'into' | 'out' | 'remove' | 'add';

/** What every part of a condition is shown and changed with. */
export interface Builder {
  readonly definition: object;
  readonly condition: unknown;
  readonly fields: readonly CaseField[];
  readonly findings: readonly ElementFinding[];
  /** Where the whole condition is written, from the chosen element on. */
  readonly place: PartPath;
  /** Whether it may ask where the case is: a form is filled in wherever it is. */
  readonly asksSteps: boolean;
  /** One change, one command; `control` of the part that one is at then takes the focus, unless the focus stays where it is. */
  readonly change: (changed: Changed, control?: Control) => void;
}

/** Where a part is written, from the chosen element on: the way of problems to their field. */
export const fieldOf = ({ place }: Pick<Builder, 'place'>, at: PartPath): readonly string[] => [...place, ...at];

/** What is wrong with a part itself, not with a part inside it. */
export function findingsAt(builder: Pick<Builder, 'findings' | 'place'>, part: unknown, at: PartPath): readonly ElementFinding[] {
  const read = partOf(part);
  const here = builder.findings.filter(({ field }) => begins(field, fieldOf(builder, at)));
  if (read.is !== 'group') return here;
  return here.filter(({ field }) => !read.parts.some((_, index) => begins(field, fieldOf(builder, [...at, ...read.at, String(index)]))));
}
const begins = (field: readonly string[], path: readonly string[]) => path.every((key, index) => field[index] === key);
