import type { Definition, Rows } from '../definition/definition.ts';
import { own } from './own.ts';

/** Delays whose rows lead away, in order: what bounds a wait. One that comes again and again reminds, and bounds nothing. */
export const leavingDelays = (after: Rows | undefined, { delays }: Pick<Definition, 'delays'>): readonly string[] =>
  Object.entries(after ?? {}).flatMap(([delay, rows]) =>
    !own(delays, delay)?.repeat && rows.some((row) => row.target !== undefined) ? [delay] : [],
  );
