import type { Json, JsonObject } from '../json.ts';

/**
 * A process definition as TypeScript sees it. `process-definition.schema.json` beside this file is the authority:
 * a value of this type has passed it (see parse-definition.ts).
 */
export interface Definition {
  readonly format: 1;
  readonly id: string;
  readonly kind: 'complaint' | 'escalation' | 'dispute' | 'code' | 'satisfaction' | 'general';
  readonly title: Text;
  readonly summary?: Text;
  readonly languages: readonly string[];
  /** Working calendar that counts unless a delay names another; `organisation` where absent. */
  readonly calendar?: string;
  readonly policy?: { readonly id: string; readonly version: string; readonly url?: string };
  readonly channels?: readonly string[];
  readonly publishes?: Readonly<Record<string, Text | 'generated'>>;
  readonly retention?: { readonly period: string; readonly from: string; readonly text?: Text; readonly then: string };
  readonly kpis?: Readonly<Record<string, JsonObject>>;
  readonly links?: readonly string[];
  /** Recurring procedures: the step to which each round returns. */
  readonly home?: string;
  readonly roles: Readonly<Record<string, Role>>;
  readonly data: Readonly<Record<string, Field>>;
  readonly start?: { readonly form: string; readonly by: readonly string[] };
  readonly returns?: readonly string[];
  readonly forms: Readonly<Record<string, Form>>;
  readonly events: Readonly<Record<string, EventDefinition>>;
  readonly delays: Readonly<Record<string, Delay>>;
  readonly clocks: Readonly<Record<string, Clock>>;
  readonly letters: Readonly<Record<string, Letter>>;
  readonly decisions?: Readonly<Record<string, Decision>>;
  readonly services?: Readonly<Record<string, Service>>;
  readonly machine: Machine;
  /** Written by the server at publication, not part of the hash. */
  readonly published?: JsonObject;
}

/** The same words in several languages. */
export type Text = Readonly<Record<string, string>>;
export type Party = 'organisation' | 'complainant' | 'provider' | 'customer';

export interface Role {
  readonly title: Text;
  readonly party: Party;
  readonly independent?: boolean;
  readonly competence?: readonly string[];
  readonly addressedBy?: string;
  /** Field of holds person or unit that names the holder in this case, e.g. the person complained about. */
  readonly heldBy?: string;
}

export interface Field {
  readonly title: Text;
  readonly help?: Text;
  /** JSON Schema of the value. */
  readonly schema: JsonObject;
  readonly holds?: 'file' | 'person' | 'unit' | 'money' | 'case';
  readonly options?: readonly { readonly value: string | number | boolean; readonly title: Text }[];
  readonly default?: Json;
  readonly personal?: 'ordinary' | 'special';
  readonly visibleTo?: readonly string[];
  readonly means?: string;
}

export interface Form {
  readonly title: Text;
  readonly help?: Text;
  readonly records?: readonly string[];
  readonly sections: readonly FormSection[];
}
export interface FormSection {
  readonly title?: Text;
  readonly fields: readonly FormField[];
}
export interface FormField {
  readonly field: string;
  readonly required?: boolean;
  readonly readOnly?: boolean;
  readonly when?: Condition;
  /** FEEL. */
  readonly prefill?: string;
}

export interface EventDefinition {
  readonly label: Text;
  readonly act?: string;
  readonly by?: readonly string[];
  readonly form?: string;
  readonly confirm?: Text;
  readonly style?: 'primary' | 'neutral' | 'danger';
}

export type DurationUnit = 'minutes' | 'hours' | 'workingHours' | 'days' | 'workingDays' | 'weeks' | 'months' | 'years';
/** A duration in one unit; a string amount is "= " and FEEL. */
export type Duration<Amount = number> = { readonly [Unit in DurationUnit]?: Amount };
export interface Delay extends Duration<number | string> {
  readonly title?: Text;
  /** "= " and FEEL: a date or a date and time. */
  readonly until?: string;
  /** What is left of this clock. */
  readonly remaining?: string;
  /** Bound of a computed delay, enforced when armed. */
  readonly atMost?: Duration;
  readonly repeat?: true;
  readonly calendar?: string;
  readonly ends?: 'exact' | 'endOfDay';
  /** Whether the day of the start is day 0 (`nextDay`), day 1 (`sameDay`), or counting starts on a working day. */
  readonly counts?: 'nextDay' | 'sameDay' | 'nextWorkingDay';
}

export interface Clock {
  readonly title: Text;
  /** A law clock never pauses; a service clock may. */
  readonly kind: 'law' | 'service';
  readonly limit: string;
  readonly starts: readonly string[];
  readonly stops: readonly string[];
  readonly pausesIn?: readonly string[];
  /** Percent of the limit. */
  readonly warnAt?: readonly number[];
  readonly extension?: { readonly limit: string; readonly times: number; readonly letter: string };
  readonly expiryMeans?: 'breach' | 'accepted' | 'refused';
  readonly source?: string;
}

export interface Letter {
  readonly title: Text;
  readonly to?: readonly string[];
  readonly via?: readonly string[];
  readonly owner?: string;
  readonly reviewBy?: string;
  readonly records?: readonly string[];
  readonly subject: Text;
  readonly blocks: readonly LetterBlock[];
}
export interface LetterBlock {
  readonly tells?: readonly string[];
  readonly when?: Condition;
  readonly variants?: readonly { readonly when: Condition; readonly text: Text }[];
  readonly text: Text;
}

export interface Decision {
  readonly title: Text;
  readonly hit: 'first' | 'unique' | 'any' | 'collect';
  readonly inputs: readonly ({ readonly field: string } | { readonly title: Text; readonly feel: string })[];
  readonly outputs: readonly string[];
  readonly rows: readonly { readonly when: readonly string[]; readonly then: readonly Json[]; readonly because?: Text }[];
  readonly otherwise: readonly Json[];
}

export interface Service {
  readonly title: Text;
  readonly connector: string;
  readonly operation: string;
  readonly contact?: string;
  readonly timeout?: string;
  readonly retry?: { readonly times: number; readonly wait: string };
  readonly discloses?: readonly string[];
}

/** A tree as the condition builder keeps it, or FEEL. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly field: string; readonly is: Comparison; readonly value?: Json; readonly as?: string }
  | { readonly in: string }
  | { readonly outcome: readonly string[] }
  | { readonly feel: string };
export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'contains' | 'empty' | 'filled';

export type Action =
  | { readonly type: 'letter'; readonly params: { readonly letter: string; readonly to?: readonly string[] } }
  | { readonly type: 'set'; readonly params: JsonObject }
  | { readonly type: 'decide'; readonly params: { readonly decision: string } }
  | { readonly type: 'record'; readonly params: { readonly record: string } }
  | { readonly type: 'reassign'; readonly params: { readonly to: string } }
  | { readonly type: 'clock'; readonly params: { readonly clock: string; readonly do: 'extend' | 'stop' } }
  | { readonly type: 'send'; readonly params: { readonly to: string; readonly event: string; readonly data?: JsonObject } }
  | {
      readonly type: 'start';
      readonly params: { readonly definition: string; readonly data?: JsonObject; readonly link?: 'follows' | 'relates' };
    }
  | { readonly type: 'call'; readonly params: { readonly service: string; readonly with?: JsonObject } };

export interface Row {
  /** `#` and the id of a step or stage. */
  readonly target?: string;
  readonly guard?: { readonly type: 'if'; readonly params: Condition };
  readonly actions?: readonly Action[];
  readonly reenter?: boolean;
  readonly description?: string;
  readonly meta?: {
    readonly title?: Text;
    readonly act?: string;
    readonly by?: readonly string[];
    readonly consent?: readonly Party[];
    readonly binding?: boolean;
    readonly requires?: readonly string[];
  };
}
export type Rows = Readonly<Record<string, readonly Row[]>>;

export interface TaskInput {
  readonly role: string;
  readonly form?: string;
  readonly due?: string;
  readonly excludes?: readonly string[];
  readonly hides?: readonly string[];
  readonly assign?: { readonly rule: string; readonly step?: string; readonly field?: string; readonly matches?: readonly string[] };
  readonly priority?: Json;
}
export type Invoke =
  | { readonly src: 'task'; readonly input: TaskInput }
  | {
      readonly src: 'letter';
      readonly input: { readonly letter: string; readonly to?: readonly string[] };
      readonly onDone: readonly Row[];
      readonly onError: readonly Row[];
    }
  | {
      readonly src: 'service';
      readonly input: { readonly service: string; readonly with?: JsonObject };
      readonly onDone: readonly Row[];
      readonly onError: readonly Row[];
    }
  | {
      readonly src: 'case';
      readonly input: { readonly definition: string; readonly data?: JsonObject; readonly excludes?: readonly string[] };
      readonly onDone: readonly Row[];
    };

export interface StateMeta {
  readonly title: Text;
  readonly public?: Text;
  readonly help?: Text;
  readonly owner?: string;
  readonly maxVisits?: number;
  readonly charge?: { readonly amount: number; readonly currency: string };
  /** Stage: intended time, a delay. */
  readonly target?: string;
}

export interface State {
  readonly id: string;
  readonly type?: 'parallel' | 'history' | 'final';
  readonly history?: 'shallow' | 'deep';
  readonly target?: string;
  readonly initial?: string;
  readonly states?: Readonly<Record<string, State>>;
  readonly tags?: readonly string[];
  readonly description?: string;
  readonly meta?: StateMeta;
  readonly entry?: readonly Action[];
  readonly exit?: readonly Action[];
  readonly invoke?: Invoke;
  readonly on?: Rows;
  readonly after?: Rows;
  readonly always?: readonly Row[];
  readonly onDone?: readonly Row[];
}

export interface Machine {
  readonly type?: 'parallel';
  readonly initial?: string;
  readonly states: Readonly<Record<string, State>>;
  readonly on?: Rows;
  readonly entry?: readonly Action[];
  readonly description?: string;
}
