import type { Predicate } from './predicate.ts';

/**
 * What a rule demands of all runs of a procedure, or of what stands around it. The temporal ones are Dwyer's patterns over finite runs: precedence,
 * existence, response, absence, existence between, and bounded existence in time (M. Dwyer, G. Avrunin, J. Corbett, ICSE 1999).
 */
export type Property =
  /** No `then` without an earlier `first`. */
  | { readonly form: 'before'; readonly first: Predicate; readonly then: Predicate }
  /** Each run that ends so passes `passes`. */
  | { readonly form: 'every'; readonly passes: Predicate; readonly ends?: Predicate }
  /** Once `once` happened, `then` follows before the end, if the case ends so; what ends withdrawn is let off. */
  | { readonly form: 'after'; readonly once: Predicate; readonly then: Predicate; readonly ends?: Predicate }
  | { readonly form: 'never-after'; readonly once: Predicate; readonly never: Predicate }
  /** From the last `from` to `until` there is a `needs`. */
  | { readonly form: 'between'; readonly from: Predicate; readonly needs: Predicate; readonly until: Predicate }
  /** Some run reaches it. */
  | { readonly form: 'reach'; readonly what: Predicate }
  /** `way` can be taken in each such step. */
  | { readonly form: 'available'; readonly way: Predicate; readonly in: Predicate }
  /** Each element that can be reached and is `each`, is `is` as well. */
  | { readonly form: 'all'; readonly each: Predicate; readonly is: Predicate }
  /** Whoever did `one` is kept away from a later `other`. */
  | { readonly form: 'distinct'; readonly one: Predicate; readonly other: Predicate }
  /** Even the slowest run from one to the other takes no longer. Calendar days; `wholeDays`: in a case the last one counts until it is over. */
  | { readonly form: 'within'; readonly from: Predicate; readonly until: Predicate; readonly days: number; readonly wholeDays?: true }
  | { readonly form: 'loops' | 'live' | 'no-dead' | 'child-time' | 'branches' | 'contract' }
  | { readonly form: 'both'; readonly of: readonly Property[] }
  /** What stands around the machine. */
  | { readonly form: 'publishes' | 'linked' | 'kpi' | 'roles'; readonly names: readonly string[] }
  /** So many channels, one of them without internet. */
  | { readonly form: 'channels'; readonly least: number }
  | { readonly form: 'declares'; readonly what: 'policy' | 'retention' }
  | { readonly form: 'competence' | 'privacy' }
  /** Class (c): a person signs, with evidence, for so many months. */
  | { readonly form: 'attested'; readonly months: number }
  /** Class (b): read from the journals of cases; `onCase` is what each of them is to keep, where that can be said of one. */
  | { readonly form: 'measured'; readonly onCase?: Property };

export const before = (first: Predicate, then: Predicate): Property => ({ form: 'before', first, then });
export const every = (passes: Predicate, ends?: Predicate): Property => ({ form: 'every', passes, ...(ends && { ends }) });
export const after = (once: Predicate, then: Predicate, ends?: Predicate): Property => ({
  form: 'after',
  once,
  then,
  ...(ends && { ends }),
});
export const neverAfter = (once: Predicate, never: Predicate): Property => ({ form: 'never-after', once, never });
export const between = (from: Predicate, needs: Predicate, until: Predicate): Property => ({ form: 'between', from, needs, until });
export const reach = (what: Predicate): Property => ({ form: 'reach', what });
export const available = (way: Predicate, where: Predicate): Property => ({ form: 'available', way, in: where });
export const all = (each: Predicate, is: Predicate): Property => ({ form: 'all', each, is });
export const distinct = (one: Predicate, other: Predicate): Property => ({ form: 'distinct', one, other });
export const within = (from: Predicate, until: Predicate, days: number): Property => ({ form: 'within', from, until, days });
/** As laws count: the day it begins on is none of them, and the last one counts to its end. */
export const withinDays = (from: Predicate, until: Predicate, days: number): Property => ({
  form: 'within',
  from,
  until,
  days,
  wholeDays: true,
});
export const loops: Property = { form: 'loops' };
export const live: Property = { form: 'live' };
export const noDead: Property = { form: 'no-dead' };
export const childTime: Property = { form: 'child-time' };
/** Where rows depend on a field, each value and "empty" has a row. */
export const branches: Property = { form: 'branches' };
/** A step that says what it is for does the least that its purpose asks. */
export const contract: Property = { form: 'contract' };
export const both = (...of: readonly Property[]): Property => ({ form: 'both', of });
export const publishes = (...names: readonly string[]): Property => ({ form: 'publishes', names });
export const kpi = (...names: readonly string[]): Property => ({ form: 'kpi', names });
/** Procedures that it names as belonging together with it, or starts. */
export const linked = (...names: readonly string[]): Property => ({ form: 'linked', names });
export const roles = (...names: readonly string[]): Property => ({ form: 'roles', names });
export const channels = (least: number): Property => ({ form: 'channels', least });
export const declares = (what: 'policy' | 'retention'): Property => ({ form: 'declares', what });
export const competence: Property = { form: 'competence' };
export const privacy: Property = { form: 'privacy' };
export const attested = (months: number): Property => ({ form: 'attested', months });
export const measured: Property = { form: 'measured' };
export const measuredBy = (onCase: Property): Property => ({ form: 'measured', onCase });
