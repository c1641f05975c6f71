import type { JsonObject } from '../json.ts';

/** What is wrong with a definition, where, and the facts to repair it. No prose: words live in the language files. */
export interface Finding {
  readonly code: string;
  /** An error keeps the definition from running; a warning is shown at publication. */
  readonly severity: 'error' | 'warning';
  /** JSON pointer into the definition (RFC 6901). */
  readonly at: string;
  readonly facts: JsonObject;
}

/** One complaint of a schema validator about a value. */
export interface Problem {
  /** JSON pointer into the value. */
  readonly at: string;
  /** JSON Schema keyword that failed, e.g. `required`, `minLength`. */
  readonly keyword: string;
  readonly facts: JsonObject;
}

/** Hands in JSON Schema validation: server and designer use ajv with linear-time regular expressions. */
export type SchemaTool = (schema: JsonObject) => (value: unknown) => readonly Problem[];
