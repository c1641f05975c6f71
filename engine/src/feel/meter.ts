import type { JsonObject } from '../json.ts';
import { type Budget, budgetMax } from './scope.ts';

/** Thrown inside an expression that must not go on; caught by whoever runs it. */
export class FeelStop extends Error {
  readonly reason: 'feel-bound' | 'feel-warning';
  readonly facts: JsonObject;
  constructor(reason: 'feel-bound' | 'feel-warning', facts: JsonObject) {
    super(reason);
    this.reason = reason;
    this.facts = facts;
  }
}

/** Work already begun is paid in steps; when none is left, the expression fails. */
export function spend(budget: Budget, steps: number): void {
  budget.left -= steps;
  if (!(budget.left >= 0)) throw new FeelStop('feel-bound', { bound: 'steps', most: budgetMax });
}

/** Characters that one step pays for. */
const charactersAStep = 64;
export const textSteps = (length: number): number => Math.ceil(length / charactersAStep);

/** Computing with dates, times and zones costs as much as ten other operations. */
const temporalSteps = 10;

/** Pays for looking at the whole of a value: one step an element, and one for 64 characters. Gives up as soon as the budget is spent. */
export function spendOn(budget: Budget, value: unknown): void {
  if (typeof value === 'string') spend(budget, textSteps(value.length));
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && !isPlain(value)) spend(budget, temporalSteps);
  const open: object[] = [value];
  for (let next = open.pop(); next; next = open.pop()) {
    const parts: readonly unknown[] = Array.isArray(next) ? next : isPlain(next) ? Object.values(next) : [];
    spend(budget, 1 + parts.length);
    for (const part of parts) {
      if (typeof part === 'string') spend(budget, textSteps(part.length));
      else if (typeof part === 'object' && part !== null) open.push(part);
    }
  }
}

/** Dates, durations and ranges are objects of the library and small. */
export const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;
