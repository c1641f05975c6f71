import { fieldsDeciding } from '../compile/condition-parts.ts';
import { own } from '../compile/own.ts';
import type { Action, Condition, Decision, Definition } from '../definition/definition.ts';
import { compileCondition } from '../feel/compile-condition.ts';
import { feelIn } from '../feel/compile-value.ts';
import type { Json } from '../json.ts';
import { scopeWith } from './answers.ts';

/** More ways than this to combine what may have been written are not looked at. */
const waysMax = 64;

/** Constants that this very step wrote into fields: a condition that looks at nothing else is not open. */
export class JustWritten {
  readonly #definition: Definition;
  /** What each field may hold now: one value that was set, or one of a table's. */
  readonly #values = new Map<string, readonly Json[]>();

  constructor(definition: Definition) {
    this.#definition = definition;
  }

  /** Another step begins, before which people may have written anything. */
  clear(): void {
    this.#values.clear();
  }

  does(actions: readonly Action[] | undefined): void {
    for (const action of actions ?? []) {
      if (action.type === 'set') for (const [field, value] of Object.entries(action.params)) this.#writes(field, [value]);
      if (action.type !== 'decide') continue;
      const decision = own(this.#definition.decisions, action.params.decision);
      for (const [column, field] of (decision?.outputs ?? []).entries()) {
        this.#writes(field, !decision || decision.hit === 'collect' ? [] : columnOf(decision, column));
      }
    }
  }

  /** Nothing where the data decides. */
  readonly answers = (condition: Condition): boolean | undefined => {
    if (this.#values.size === 0) return undefined;
    const fields = fieldsDeciding(condition, this.#definition);
    if (fields === 'any' || fields.length === 0 || !fields.every((field) => this.#values.has(field))) return undefined;
    const ways = combined([...new Set(fields)].map((field) => [field, this.#values.get(field) ?? []]));
    if (ways.length > waysMax) return undefined;
    const holds = compileCondition(condition, this.#definition);
    const found = ways.map((way) => holds(scopeWith(way)));
    const [first] = found;
    if (!first?.ok) return undefined;
    return found.every((outcome) => outcome.ok && outcome.value === first.value) ? first.value : undefined;
  };

  #writes(field: string, values: readonly Json[]): void {
    const constants = values.map(constantIn).filter((value) => value !== undefined);
    if (values.length > 0 && constants.length === values.length) this.#values.set(field, constants);
    else this.#values.delete(field);
  }
}

const columnOf = ({ rows, otherwise }: Decision, column: number): readonly Json[] => [
  ...rows.map(({ then }) => then[column] ?? null),
  otherwise[column] ?? null,
];

/** The value that is written, whatever the case is like; a formula that is a plain word, number or text is one. Lists and objects may hold formulas, and are not looked into. */
export function constantIn(value: Json): Json | undefined {
  const formula = feelIn(value);
  if (formula === undefined) return typeof value !== 'object' || value === null ? value : undefined;
  return plain.test(formula) ? JSON.parse(formula) : undefined;
}
/** What FEEL and JSON write alike. */
const plain = /^(?:true|false|null|-?(?:0|[1-9]\d{0,14})(?:\.\d+)?|"[^"\\\n]*")$/;

function combined(fields: readonly (readonly [string, readonly Json[]])[]): readonly Record<string, Json>[] {
  let ways: readonly Record<string, Json>[] = [{}];
  for (const [field, values] of fields) ways = ways.flatMap((way) => values.map((value) => ({ ...way, [field]: value })));
  return ways;
}
