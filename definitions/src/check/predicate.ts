import type { Party } from '@redress/engine';

/**
 * What a rule says about the elements of a procedure: a step, or a way taken from a step. Plain data, so that a rule can be shown, compared and
 * mutated; `holds.ts` reads it. The words are those of the standards vocabulary; `README` of the format, section 4, says where each is read.
 */
export type Predicate =
  | { readonly is: 'any' }
  /** A step that serves one of these purposes. */
  | { readonly is: 'stage'; readonly stages: readonly string[] }
  /** An end that means one of these. Without any: every end. */
  | { readonly is: 'end'; readonly outcomes: readonly string[] }
  /** A step in which a case rests: no end, and more than a decision. */
  | { readonly is: 'resting' }
  /** A step from which a case can only end so, or be withdrawn. */
  | { readonly is: 'bound-for'; readonly outcomes: readonly string[] }
  /** The task's role is one of these. */
  | { readonly is: 'role'; readonly roles: readonly string[] }
  | { readonly is: 'party'; readonly party: Party }
  | { readonly is: 'independent' }
  /** Somebody declared answers for it. */
  | { readonly is: 'accountable' }
  | { readonly is: 'waits'; readonly for: Party }
  /** It has a deadline, and a way on when it has passed. */
  | { readonly is: 'deadline' }
  /** The complainant hears again and again while it lasts. */
  | { readonly is: 'progress' }
  | { readonly is: 'no-charge' }
  | { readonly is: 'excludes'; readonly roles: readonly string[] }
  | { readonly is: 'hides'; readonly records: readonly string[] }
  /** Who (a role, or a party) is told all of this. Without contents: anything at all. */
  | { readonly is: 'tells'; readonly to: string; readonly contents: readonly string[] }
  /** It files all of these; `files`: for certain, where `records` of a step counts what its form files once somebody submits it. */
  | { readonly is: 'records' | 'files'; readonly records: readonly string[] }
  /** Its form requires all of these; `asks`: has a place for them; `fills`: they are filled in for certain, where `fields` counts what nobody submitted yet. */
  | { readonly is: 'fields' | 'asks' | 'fills'; readonly fields: readonly string[] }
  /** A way by which whoever answers for a step completes it and files this; an expired deadline never is. */
  | { readonly is: 'done'; readonly record: string }
  /** A way that means one of these acts, or whose event is called so. */
  | { readonly is: 'event'; readonly acts: readonly string[] }
  /** A way on from a sub-procedure that may have ended with this, done by that side. */
  | { readonly is: 'ended-by'; readonly act: string; readonly party: Party }
  /** A way that this role or party may send, and nobody of another; `open-to`: others may as well. */
  | { readonly is: 'by' | 'open-to'; readonly sender: string }
  /** A way that stores the consent of all of these. */
  | { readonly is: 'consent'; readonly parties: readonly Party[] }
  | { readonly is: 'binding' }
  /** The way of a deadline that has passed; `overdue`: while it was the organisation's move. */
  | { readonly is: 'timer' | 'overdue' }
  /** The way, or the step that it leads to, tells somebody of the organisation other than whoever does the step. */
  | { readonly is: 'reported' }
  /** A way that leads nowhere: the case stays where it is. */
  | { readonly is: 'stays' }
  /** What else happens when a deadline has passed and its way on does not count: the case waits on, and nothing ends that any more. */
  | { readonly is: 'lapses' }
  /** A way out of a step in which it is the move of this side. */
  | { readonly is: 'from-wait'; readonly for: Party }
  /** A way that leaves a step with this purpose, its own or one of a stage around it. */
  | { readonly is: 'from-stage'; readonly stages: readonly string[] }
  /** A way that leads to such a step or end, decisions on the way passed through. */
  | { readonly is: 'to'; readonly target: Predicate }
  /** The way, or the step that it leads to, tells. */
  | { readonly is: 'target-tells'; readonly to: string; readonly contents: readonly string[] }
  | { readonly is: 'and' | 'or'; readonly of: readonly Predicate[] }
  | { readonly is: 'not'; readonly of: Predicate };

export const any: Predicate = { is: 'any' };
export const stage = (...stages: readonly string[]): Predicate => ({ is: 'stage', stages });
export const outcome = (...outcomes: readonly string[]): Predicate => ({ is: 'end', outcomes });
export const end: Predicate = { is: 'end', outcomes: [] };
export const resting: Predicate = { is: 'resting' };
export const boundFor = (...outcomes: readonly string[]): Predicate => ({ is: 'bound-for', outcomes });
export const role = (...roles: readonly string[]): Predicate => ({ is: 'role', roles });
export const party = (of: Party): Predicate => ({ is: 'party', party: of });
export const independent: Predicate = { is: 'independent' };
export const accountable: Predicate = { is: 'accountable' };
export const waits = (whose: Party): Predicate => ({ is: 'waits', for: whose });
export const deadline: Predicate = { is: 'deadline' };
export const progress: Predicate = { is: 'progress' };
export const noCharge: Predicate = { is: 'no-charge' };
export const excludes = (...roles: readonly string[]): Predicate => ({ is: 'excludes', roles });
export const hides = (...records: readonly string[]): Predicate => ({ is: 'hides', records });
export const tells = (to: string, ...contents: readonly string[]): Predicate => ({ is: 'tells', to, contents });
export const records = (...kept: readonly string[]): Predicate => ({ is: 'records', records: kept });
export const files = (...kept: readonly string[]): Predicate => ({ is: 'files', records: kept });
export const fields = (...asked: readonly string[]): Predicate => ({ is: 'fields', fields: asked });
export const fills = (...asked: readonly string[]): Predicate => ({ is: 'fills', fields: asked });
export const asks = (...asked: readonly string[]): Predicate => ({ is: 'asks', fields: asked });
export const done = (record: string): Predicate => ({ is: 'done', record });
/** Acts as the format writes them: `accept`, `go-external`. */
export const event = (...acts: readonly string[]): Predicate => ({ is: 'event', acts });
export const endedBy = (act: string, side: Party): Predicate => ({ is: 'ended-by', act, party: side });
export const by = (sender: string): Predicate => ({ is: 'by', sender });
export const openTo = (sender: string): Predicate => ({ is: 'open-to', sender });
export const consent = (...parties: readonly Party[]): Predicate => ({ is: 'consent', parties });
export const binding: Predicate = { is: 'binding' };
export const timer: Predicate = { is: 'timer' };
export const overdue: Predicate = { is: 'overdue' };
export const reported: Predicate = { is: 'reported' };
export const stays: Predicate = { is: 'stays' };
export const lapses: Predicate = { is: 'lapses' };
export const fromWait = (party: Party): Predicate => ({ is: 'from-wait', for: party });
export const fromStage = (...stages: readonly string[]): Predicate => ({ is: 'from-stage', stages });
export const to = (target: Predicate): Predicate => ({ is: 'to', target });
export const targetTells = (whom: string, ...contents: readonly string[]): Predicate => ({ is: 'target-tells', to: whom, contents });
export const and = (...of: readonly Predicate[]): Predicate => ({ is: 'and', of });
export const or = (...of: readonly Predicate[]): Predicate => ({ is: 'or', of });
export const not = (of: Predicate): Predicate => ({ is: 'not', of });
/** A step with one of these purposes, or a way from it. */
export const at = (...stages: readonly string[]): Predicate => or(stage(...stages), fromStage(...stages));
/** A way by which the work of such a step is finished; an expired deadline never is, nor what leaves the case where it is. */
export const finished = (...stages: readonly string[]): Predicate => and(fromStage(...stages), not(or(timer, stays)));
