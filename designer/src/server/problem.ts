import { connection } from './connection.ts';
import type { Answer } from './request.ts';
import type { Problem } from './shapes/basics.ts';

/** A refused read, thrown so that TanStack Query keeps it as the query's error; pages show it by `ProblemNote`. */
export class RefusedRead extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'RefusedRead';
    this.problem = problem;
  }
}

/** The value, or a `RefusedRead`. For queries only: commands look at the answer. */
export function answerOf<Value>(answer: Answer<Value>): Value {
  if (answer.ok) return answer.value;
  throw new RefusedRead(answer.problem);
}

/** The problem behind a query's error. What is not a refusal is a part that could not be fetched while nobody answers, or a defect of ours, and says so. */
export function problemOf(error: unknown): Problem {
  if (error instanceof RefusedRead) return error.problem;
  return { type: 'about:blank', status: 0, code: connection.lostSince() === undefined ? 'window-failed' : 'offline' };
}
