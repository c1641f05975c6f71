import { fieldsAsked, fieldsDeciding, fieldsRead } from '../compile/condition-parts.ts';
import type { Action, Condition, Definition } from '../definition/definition.ts';
import { compileCondition } from '../feel/compile-condition.ts';
import type { Scope } from '../feel/scope.ts';
import type { Json } from '../json.ts';
import { isAskedOnlyForNull } from './asked-for-null.ts';
import { candidates, constantsIn, listOf } from './candidates.ts';
import { fieldsWritten } from './fields-written.ts';
import type { Edge, Graph } from './graph.ts';
import { constantIn } from './just-written.ts';
import { filledFields, neverEmptied, submittedFields } from './submitted.ts';
import { type Wording, wordingOf } from './wording.ts';

/** A condition, and whether it held. */
export interface Answered {
  readonly condition: Condition;
  readonly counts: boolean;
}
/** What was answered so far, by the text of the condition; data that changed since took its answers with it. */
export type Memory = ReadonlyMap<string, Answered>;

/**
 * Remembers what conditions answered on the way, and finds out where two answers cannot both be true: the same condition answered twice in different
 * ways, or conditions on the same fields that no values satisfy together. What a formula (FEEL) asks is compared by its syntax (wording.ts). A constant that an
 * action writes is such an answer as well, and so is a field that is empty when a case begins, or that somebody had to fill in.
 */
export class Answers {
  readonly #graph: Graph;
  readonly #judged = new Map<string, boolean>();
  readonly #grouped = new Map<string, boolean>();
  readonly #wordings = new Map<Condition, Wording>();
  readonly #reads = new Map<Condition, readonly string[] | 'any'>();
  /** Fields that a condition looks at and an action writes a constant into. */
  readonly #written: ReadonlySet<string>;
  /** What a case begins without, of what conditions look at. */
  readonly #emptyAtFirst: readonly Condition[];
  /** By each field that a condition looks at: that it is filled. */
  readonly #filled: ReadonlyMap<string, Condition>;

  constructor(graph: Graph) {
    this.#graph = graph;
    const actions = [
      ...[...graph.rows.values()].flatMap(({ row }) => row.actions ?? []),
      ...[...graph.states.values()].flatMap(({ definition: { entry, exit } }) => [...(entry ?? []), ...(exit ?? [])]),
    ];
    const asked = new Set<string>(
      [...graph.rows.values()].flatMap(({ row }) => (row.guard ? fieldsTried(row.guard.params, graph.definition) : [])),
    );
    this.#filled = new Map([...asked].map((field) => [field, { field, is: 'filled' }]));
    this.#written = new Set(actions.flatMap((action) => constantsOf(action)).flatMap(([field]) => (asked.has(field) ? [field] : [])));
    this.#emptyAtFirst = emptyAtFirst(graph.definition).flatMap((field) => (asked.has(field) ? [{ field, is: 'empty' }] : []));
  }

  /** What is remembered after this step; nothing where its answers contradict what was remembered before. */
  after(memory: Memory, edge: Edge): Memory | undefined {
    const isStart = edge.trigger.kind === 'start' && this.#emptyAtFirst.length > 0;
    const filled = filledFields(this.#graph, edge).flatMap((field) => this.#filled.get(field) ?? []);
    const kept = memory.size === 0 ? [] : neverEmptied(this.#graph, edge).flatMap((field) => this.#knownFilled(memory, field));
    if (memory.size === 0 && edge.asked.length === 0 && this.#written.size === 0 && filled.length === 0 && !isStart) return memory;
    const now = new Map(memory);
    for (const condition of isStart ? this.#emptyAtFirst : []) this.#knows(now, condition);
    // What a person submits lies over the saved values before any condition looks at them.
    this.#forget(now, submittedFields(this.#graph, edge));
    for (const condition of [...filled, ...kept]) this.#knows(now, condition);
    for (let place = 0; place <= edge.occurrences.length; place += 1) {
      for (const { condition, counts, place: asked } of edge.asked) {
        if (asked !== place || !condition || passesWithTime(condition)) continue;
        const { text, isTurned } = this.#wordingOf(condition);
        const known = now.get(text);
        if (!known) now.set(text, { condition, counts });
        else if ((known.counts === counts) !== (this.#wordingOf(known.condition).isTurned === isTurned)) return undefined;
      }
      const occurrence = edge.occurrences[place];
      if (occurrence?.is === 'taken') {
        // Steps are left before the row does what it does.
        for (const id of edge.left) this.#writes(now, this.#graph.states.get(id)?.definition.exit);
        this.#writes(now, this.#graph.rows.get(occurrence.row)?.row.actions);
      }
      if (occurrence?.is === 'entered') this.#writes(now, this.#graph.states.get(occurrence.state)?.definition.entry);
    }
    return this.#isPossible(now) ? now : undefined;
  }

  #writes(memory: Map<string, Answered>, actions: readonly Action[] | undefined): void {
    for (const action of actions ?? []) {
      this.#forget(memory, fieldsWritten(action, this.#graph.definition));
      for (const [field, value] of constantsOf(action)) {
        if (!this.#written.has(field)) continue;
        this.#knows(memory, value === null ? { field, is: 'empty' } : { field, is: '=', value });
      }
    }
  }

  #forget(memory: Map<string, Answered>, fields: readonly string[] | 'any'): void {
    if (fields.length === 0) return;
    for (const [key, { condition }] of memory) {
      const reads = this.#readBy(condition);
      if (fields === 'any' || reads === 'any' || reads.some((field) => fields.includes(field))) memory.delete(key);
    }
  }

  #readBy(condition: Condition): readonly string[] | 'any' {
    const known = this.#reads.get(condition) ?? fieldsDeciding(condition, this.#graph.definition);
    this.#reads.set(condition, known);
    return known;
  }

  #knownFilled(memory: Memory, field: string): readonly Condition[] {
    const condition = this.#filled.get(field);
    return condition && memory.get(this.#wordingOf(condition).text)?.counts ? [condition] : [];
  }

  #knows(memory: Map<string, Answered>, condition: Condition): void {
    memory.set(this.#wordingOf(condition).text, { condition, counts: true });
  }

  #wordingOf(condition: Condition): Wording {
    const known = this.#wordings.get(condition) ?? wordingOf(condition);
    this.#wordings.set(condition, known);
    return known;
  }

  #isPossible(memory: Memory): boolean {
    const key = memoryKey(memory);
    const known = this.#judged.get(key);
    if (known !== undefined) return known;
    const { definition } = this.#graph;
    const possible = groups([...memory.values()], definition).every((group) => this.#canHold(group));
    this.#judged.set(key, possible);
    return possible;
  }

  /** Whether some values of the fields give these answers. */
  #canHold(group: readonly Answered[]): boolean {
    const key = memoryKey(new Map(group.map((answer) => [this.#wordingOf(answer.condition).text, answer])));
    const known = this.#grouped.get(key);
    if (known !== undefined) return known;
    const can = valuesFor(group, this.#graph.definition) !== undefined;
    this.#grouped.set(key, can);
    return can;
  }
}

/** Two memories of the same answers have the same key, in whatever order they came. */
export const memoryKey = (memory: Memory): string =>
  [...memory]
    .map(([text, { counts }]) => (counts ? '+' : '-') + text)
    .sort()
    .join('\n');

/** What asks for the time, the clocks or the event itself may answer differently the next moment, with nothing changed. */
const passesWithTime = (condition: Condition): boolean =>
  fieldsRead(condition) === 'any' && /\b(now|today|clock|step|event|case|result)\b/.test(JSON.stringify(condition));

const constantsOf = (action: Action): readonly (readonly [field: string, value: Json])[] =>
  action.type === 'set'
    ? Object.entries(action.params).flatMap(([field, value]) => {
        const constant = constantIn(value);
        return constant === undefined ? [] : [[field, constant] as const];
      })
    : [];

/** Fields that the form of the start does not ask and that have no default. What a parent hands to a sub-procedure, nobody knows. */
function emptyAtFirst({ data, start, forms }: Definition): readonly string[] {
  if (!start) return [];
  const asked = new Set(forms[start.form]?.sections.flatMap(({ fields }) => fields.map(({ field }) => field)) ?? []);
  return Object.entries(data).flatMap(([field, { default: first }]) => (first === undefined && !asked.has(field) ? [field] : []));
}

/** Conditions that share a field belong together; a formula on what has no list of values stands alone. */
function groups(answers: readonly Answered[], definition: Definition): readonly (readonly Answered[])[] {
  const found: { fields: Set<string>; answers: Answered[] }[] = [];
  for (const answer of answers) {
    const reads = fieldsTried(answer.condition, definition);
    if (reads === 'any' || reads.length === 0) continue;
    const touching = found.filter(({ fields }) => reads.some((field) => fields.has(field)));
    const joined = {
      fields: new Set([...reads, ...touching.flatMap(({ fields }) => [...fields])]),
      answers: [answer, ...touching.flatMap((group) => group.answers)],
    };
    for (const group of touching) found.splice(found.indexOf(group), 1);
    found.push(joined);
  }
  return found.map((group) => group.answers);
}

/** More ways to fill the fields than this are not tried: then the answers count as possible. */
const waysMax = 4096;

/**
 * Values of the fields with which conditions give these answers; nothing where there are none. One value of each kind that the conditions tell apart
 * is tried; where those are too many, or a formula asks for what has no list of values, `unknown`. `filled`: fields that are never empty. A
 * formula that fails stops a case, so it gives no answer; `mayFail`: it may.
 */
export function valuesFor(
  answers: readonly Answered[],
  definition: Definition,
  { filled = new Set(), mayFail = false }: { readonly filled?: ReadonlySet<string>; readonly mayFail?: boolean } = {},
): { readonly [field: string]: Json } | 'unknown' | undefined {
  const reads = answers.map(({ condition }) => fieldsTried(condition, definition));
  if (reads.includes('any')) return 'unknown';
  const conditions = answers.map(({ condition, counts }) => ({ holds: compileCondition(condition, definition), counts }));
  const names = [...new Set(reads.flatMap((fields) => (fields === 'any' ? [] : fields)))];
  const constants = constantsIn(answers.map(({ condition }) => condition));
  const values = names.map((name) => candidates(name, constants, definition).filter((value) => value !== null || !filled.has(name)));
  if (values.reduce((ways, { length }) => ways * length, 1) > waysMax) return 'unknown';
  const tried = (fields: { readonly [field: string]: Json }, place: number): { readonly [field: string]: Json } | undefined => {
    const name = names[place];
    if (name === undefined) {
      const agree = conditions.every(({ holds, counts }) => {
        const outcome = holds(scopeWith(fields));
        return outcome.ok ? outcome.value === counts : mayFail;
      });
      return agree ? fields : undefined;
    }
    for (const value of values[place] ?? []) {
      const found = tried({ ...fields, [name]: value }, place + 1);
      if (found) return found;
    }
    return undefined;
  };
  return tried({}, 0);
}

/** Fields whose values can be tried out: of a formula, and of a comparison of two fields, only those that have a list, or that are asked for null alone. */
function fieldsTried(condition: Condition, definition: Definition): readonly string[] | 'any' {
  const reads = fieldsRead(condition);
  if (reads !== 'any' && !comparesFields(condition)) return reads;
  const asked = reads === 'any' ? fieldsAsked(condition, definition) : reads;
  const canTry = (name: string): boolean => listOf(name, definition) !== undefined || isAskedOnlyForNull(name, condition, definition);
  return asked?.every(canTry) ? asked : 'any';
}

function comparesFields(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(comparesFields);
  if ('any' in condition) return condition.any.some(comparesFields);
  if ('not' in condition) return comparesFields(condition.not);
  return 'field' in condition && condition.as !== undefined;
}

/** A moment at which nothing is known but these fields. */
export const scopeWith = (fields: Scope['fields']): Scope => ({
  fields,
  case: {},
  event: {},
  result: null,
  clock: {},
  step: {},
  at: '1970-01-01T00:00:00Z',
});
