import type { ElementId } from '../model/property-commands.ts';

export type ChangeKind = 'added' | 'removed' | 'changed';

/** One thing that differs between two documents of a procedure; where its steps stand on the map is no part of it. */
export interface Change {
  readonly kind: ChangeKind;
  /** As the address of a page names it: a step, a way (`assessing/on/assessed/0`), a part (`role:handler`), `''` for the procedure itself. */
  readonly element: ElementId;
  /** The step a way belongs to; a step is its own. */
  readonly step?: string;
  /** What of a changed element differs: the member's path inside the element (`invoke/input/role`), with the values before and after. */
  readonly aspects: readonly Aspect[];
}
export interface Aspect {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** What cases and people may do from now on that they might not before. */
export interface Permit {
  readonly kind:
    | 'more-may-act' // More roles may do a task or press a button.
    | 'exclusion-gone' // Somebody is no longer kept away from a task.
    | 'more-may-read' // A field is shown to more roles, or is no longer marked as personal.
    | 'new-receiver' // A letter goes to somebody to whom it did not go, or is new.
    | 'outside-call' // A sub-case or service that was not called.
    | 'new-way' // A case can go from one step to another where it could not.
    | 'new-end' // A case can end in a way in which it could not.
    | 'deadline-gone'; // Something that was due is not due any more, or later.
  readonly element: ElementId;
  /** Roles, fields, letters, steps: ids, for words and links. */
  readonly ids: readonly string[];
}

/** What moving a running case from one version to another would need, were it moved; nothing moves it now. */
export interface MoveNeed {
  readonly kind: 'nothing' | 'choice' | 'starts-anew' | 'impossible';
  /** Elements that are why. */
  readonly because: readonly ElementId[];
}
