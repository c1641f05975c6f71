import type { Instant, Text, Values } from './basics.ts';
import type { PersonName } from './people.ts';

/** A row of "My tasks". Titles come as `Text`, so that the reader's language is the window's choice. */
export interface TaskRow {
  readonly id: string;
  readonly caseId: string;
  /** The case's register number, once given. */
  readonly number?: string;
  /** The complaint that this case came from, where it came from another: people know it by that number. */
  readonly origin?: { readonly id: string; readonly number?: string };
  /** The matter in one line, from the complainant's own words. */
  readonly title: string;
  readonly step: string;
  readonly stepTitle: Text;
  readonly kind: 'work' | 'print';
  /** What a task "print and post" is about. */
  readonly letter?: { readonly key: string; readonly title: Text };
  readonly definition: string;
  readonly role: string;
  readonly roleTitle: Text;
  readonly openedAt: Instant;
  readonly dueAt?: Instant;
  readonly assignee?: PersonName;
  readonly severity?: number;
  /** From 1 to 4, where the procedure says it. */
  readonly priority?: number;
  /** Whether the reader may claim it, and why not. */
  readonly mayClaim: boolean;
  readonly because?: string;
  /** Only of tasks that are over: when, by whom, and whether somebody did it or it was taken away. */
  readonly doneAt?: Instant;
  readonly doneBy?: PersonName;
  /** What ended it, an own event with a dot as well: the case was cancelled. */
  readonly doneEvent?: string;
  readonly state?: string;
}

/** One field as the window draws it: the definition's words, the schema as it stands, the value now. */
export interface FormFieldView {
  readonly field: string;
  /** What it means in the standards' vocabulary. */
  readonly means?: string;
  readonly title: Text;
  readonly help?: Text;
  readonly schema: Values;
  readonly holds?: string;
  readonly options?: readonly {
    readonly value: unknown;
    readonly title: Text;
  }[];
  readonly required: boolean;
  readonly readOnly: boolean;
  readonly personal?: string;
  /** Condition tree of the format: evaluated again in the window while typing. */
  readonly when?: unknown;
}

export interface FormView {
  readonly form: string;
  readonly title: Text;
  readonly help?: Text;
  readonly sections: readonly {
    readonly title?: Text;
    readonly fields: readonly FormFieldView[];
  }[];
  /** Saved values and prefills the reader may see. */
  readonly values: Values;
}

export interface OfferView {
  /** Event id of the definition. */
  readonly event: string;
  readonly label: Text;
  readonly style?: string;
  readonly confirm?: Text;
  readonly form?: FormView;
  readonly task?: string;
  readonly from: string;
  readonly possible: boolean;
  readonly because?: string;
  readonly facts?: Values;
  /** What follows in words of the definition: title of the next step where it is certain. */
  readonly leadsTo?: Text;
  /** Role ids that may send it; `onBehalf` is true when the reader may only record it for somebody. */
  readonly by: readonly string[];
  readonly onBehalf: boolean;
  /** With `onBehalf`: who spoke last in such a role. */
  readonly speaker?: PersonName;
}

export type TaskView = TaskRow & {
  readonly help?: Text;
  readonly form?: FormView;
  readonly offers: readonly OfferView[];
  readonly excludes: readonly string[];
  readonly revision: number;
};

export interface Submission {
  readonly event: string;
  readonly values?: Values;
  readonly onBehalfOf?: string;
  readonly recorded?: {
    readonly channel?: string;
    readonly saidAt?: Instant;
    readonly evidence?: string;
  };
}
