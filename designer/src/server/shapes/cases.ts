import type { Instant, Text, Values } from './basics.ts';
import type { PersonName } from './people.ts';

export interface CaseRow {
  readonly id: string;
  readonly number?: string;
  /** What it is known by in another system. */
  readonly businessKey?: string;
  readonly title: string;
  readonly definition: string;
  readonly definitionTitle: Text;
  readonly status: 'active' | 'ended' | 'cancelled' | 'imported';
  readonly outcome?: string;
  /** Active steps, outermost first. */
  readonly steps: readonly {
    readonly id: string;
    readonly title: Text;
  }[];
  readonly severity?: number;
  readonly receivedAt: Instant;
  readonly updatedAt: Instant;
  /** The clock or deadline that falls due next. */
  readonly nextDueAt?: Instant;
  readonly overdue: boolean;
  readonly incidents: number;
  readonly parent?: string;
  readonly revision: number;
}

export interface ClockView {
  readonly id: string;
  readonly title: Text;
  /** `timer`, `result`, `message` or `effect`. */
  readonly kind: 'law' | 'service';
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  readonly stoppedAt?: Instant;
  readonly paused: boolean;
  readonly overdue: boolean;
  /** Days elapsed and days in all, as the limit counts them (working days or days). */
  readonly elapsed: number;
  readonly limit: number;
  readonly unit: string;
}

export interface IncidentView {
  readonly id: string;
  readonly at: Instant;
  /** `timer`, `result`, `message` or `effect`. */
  readonly kind: string;
  /** Id of the timer, step, event or effect that failed. */
  readonly what: string;
  /** The same by the title that people know, where the procedure has one. */
  readonly subject?: Text;
  readonly reason: string;
  readonly facts: Values;
}

export type CaseView = CaseRow & {
  readonly channel: string;
  readonly enteredAt: Instant;
  readonly definitionVersion: number;
  readonly clocks: readonly ClockView[];
  readonly timers: readonly {
    readonly id: string;
    readonly step?: string;
    readonly delay?: string;
    readonly title?: Text;
    readonly dueAt: Instant;
  }[];
  readonly tasks: readonly {
    readonly id: string;
    readonly step: string;
    readonly stepTitle: Text;
    readonly kind: string;
    readonly letter?: { readonly key: string; readonly title: Text };
    readonly role: string;
    readonly roleTitle: Text;
    readonly dueAt?: Instant;
    readonly assignee?: PersonName;
  }[];
  /** Fields the reader may see, in the definition's order. */
  readonly fields: readonly {
    readonly field: string;
    readonly title: Text;
    readonly value: unknown;
    readonly options?: readonly {
      readonly value: unknown;
      readonly title: Text;
    }[];
    readonly personal?: string;
    readonly holds?: string;
    readonly format?: string;
  }[];
  /** How many fields the reader may not see. */
  readonly hidden: number;
  readonly incidentList: readonly IncidentView[];
  /** Cases that steps of this one began, oldest first. */
  readonly children: readonly RelatedCase[];
  /** The case whose step began this one. */
  readonly origin?: RelatedCase;
  /** Roles of the procedure that nobody holds: the case says so. */
  readonly unheldRoles: readonly {
    readonly role: string;
    readonly title: Text;
  }[];
  /** Ids of steps, stages and rows (JSON pointers) walked so far, in order, for the chart. */
  readonly path: readonly {
    readonly revision: number;
    readonly from: string;
    readonly to: readonly string[];
    readonly at: string;
    readonly event: string;
  }[];
};

/** A case that came from this one, or from which this one came. */
export interface RelatedCase {
  readonly id: string;
  readonly number?: string;
  readonly title: string;
  readonly definition: string;
  readonly definitionTitle: Text;
  readonly status: string;
  readonly outcome?: string;
  /** Where it is, outermost first; empty once it has ended. */
  readonly steps: readonly { readonly id: string; readonly title: Text }[];
  /** The step that began it, in the case that it came from. */
  readonly step?: string;
  /** Whether the reader may open it too. */
  readonly readable: boolean;
}

/** One line of the timeline: what the journal says, in names; contents only for those who may read them. */
export interface TimelineLine {
  readonly revision: number;
  readonly at: Instant;
  readonly event: string;
  /** Label of the event in the definition, where it is one. */
  readonly label?: Text;
  readonly by?: PersonName;
  readonly service?: string;
  readonly onBehalfOf?: PersonName;
  readonly given?: PersonName;
  readonly recorded?: Values;
  readonly from: readonly {
    readonly id: string;
    readonly title: Text;
  }[];
  readonly to: readonly {
    readonly id: string;
    readonly title: Text;
  }[];
  readonly letters: readonly {
    readonly key: string;
    readonly letter: string;
    readonly title: Text;
    readonly to: string;
    readonly toTitle: Text;
    /** `waiting` for a number or its turn, `written` to a file and not sent, `to-print`, `sent`, `failed`, `held`, `inbox`. */
    readonly state: string;
  }[];
  readonly filed: readonly string[];
  readonly changed: readonly {
    readonly field: string;
    readonly title: Text;
    readonly value?: unknown;
  }[];
  readonly reason?: string;
  /** It could not be done and became an incident: the title of what failed, where it has one. */
  readonly failed?: Text;
  /** Which deadline passed or was moved, and until when. */
  readonly timer?: { readonly title: Text; readonly dueAt?: Instant };
  /** Which failure was tried again or skipped. */
  readonly incident?: string;
  /** A letter that people sent themselves, as they say: which, how and when. */
  readonly sent?: { readonly title: Text; readonly how: string; readonly at: Instant };
}

export interface LetterView {
  readonly key: string;
  readonly caseId: string;
  readonly letter: string;
  readonly title: Text;
  readonly to: {
    readonly role: string;
    readonly name?: string;
    readonly address?: string;
  };
  readonly language: string;
  readonly subject: string;
  readonly body: string;
  readonly state: string;
  readonly at: Instant;
  readonly sent?: {
    readonly at: Instant;
    readonly how: string;
    readonly by?: PersonName;
  };
}

export interface NewCase {
  readonly definition: string;
  readonly channel: string;
  readonly receivedAt: Instant;
  readonly values: Values;
  readonly businessKey?: string;
  readonly onBehalfOf?: string;
  readonly recorded?: {
    readonly saidAt?: Instant;
    readonly evidence?: string;
  };
}

export interface StartedCase {
  readonly id: string;
  readonly number?: string;
  readonly revision: number;
}

export interface DeliveredEvent {
  readonly id: string;
  readonly revision: number;
  readonly status: string;
  readonly steps: readonly {
    readonly id: string;
    readonly title: Text;
  }[];
}
