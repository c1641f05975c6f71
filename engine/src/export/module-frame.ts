/** The part of an exported module that is the same for every procedure: text, which runs where that module runs. Nothing of a definition goes in here. */
export const moduleFrame = String.raw`
/** What expressions see. Missing fields are null. */
export interface Seen {
  readonly fields: JsonObject;
  readonly case: JsonObject;
  readonly event: { readonly type: string; readonly at: string };
  /** What a sub-procedure or a service handed over: "outcome" and the returned fields. */
  readonly result: JsonObject | null;
  readonly clock: JsonObject;
  readonly step: { readonly id: string; readonly visits: number | null };
  /** The time, UTC ISO. */
  readonly at: string;
}
/** A length of time: one unit, or "until"; computed amounts are filled in. */
export type Term = JsonObject;
/** A step that somebody or something outside works on. "asked" is what the procedure says of it, "values" is what is handed over. */
export interface Asked {
  readonly step: string;
  readonly asked: JsonObject;
  readonly values: JsonObject;
}
/** Something to do on the way: letter, record, reassign, clock, send, start, call. */
export interface Act {
  readonly type: string;
  readonly step: string;
  readonly params: JsonObject;
}

/** The world around the machine. What is not handed in is answered by "plainPorts". */
export interface Ports {
  /** Milliseconds since 1970. */
  now(): number;
  /** Number of the case, when it began, how its clocks stand: what only its keeper knows. FEEL sees it as "case" and "clock". */
  facts(): { readonly case?: JsonObject; readonly clock?: JsonObject };
  /** FEEL that is more than one name or constant; the library feelin does it: evaluate(text, { ...seen.fields, ...seen }).value */
  feel(text: string, seen: Seen): Json;
  /** A decision table of "vocabulary.decisions": the fields it sets. */
  decide(decision: string, seen: Seen): JsonObject;
  /** When a term that begins at "from" is over, in milliseconds since 1970; working time is counted by your calendar. */
  due(term: Term, from: number): number;
  /**
   * What a clock has left, in milliseconds: asked once, when the step is entered whose deadline that is. Clocks arrive from outside, as events
   * "clock.<id>.warn" and "clock.<id>.due".
   */
  remaining(clock: string): number;
  mayExtend(clock: string): boolean;
  /** A task is opened; the answer closes it. People end it by an event of the procedure, with the values of its form. */
  task(task: Asked): (() => void) | undefined;
  /** A letter that is waited for: fulfilled when it is out, rejected when it came back. */
  letter(letter: Asked, signal: AbortSignal): Promise<JsonObject>;
  /** A connected system: its answer. */
  service(call: Asked, signal: AbortSignal): Promise<JsonObject>;
  /** A sub-case: fulfilled with { outcome, …returned fields } when it has ended; the signal stops it. */
  case(start: Asked, signal: AbortSignal): Promise<JsonObject>;
  /** Letters sent on the way, records, messages to other cases, clocks: done at once, in order, never waited for. */
  act(act: Act, fields: JsonObject): void;
}

const dayMs = 86_400_000;
const unitMs: JsonObject = { minutes: 60_000, hours: 3_600_000, days: dayMs, weeks: 7 * dayMs };
const isWorkingDay = (at: number): boolean => ![0, 6].includes(new Date(at).getUTCDay());

/** Counts Monday to Friday, eight hours a day from nine o'clock, in UTC and without holidays. Hand in your own calendar where that is not yours. */
export function plainDue(term: Term, from: number): number {
  const limit = isObject(term["atMost"]) ? plainDue({ ...term["atMost"] }, from) : Number.POSITIVE_INFINITY;
  const due = Math.max(from, Math.min(limit, plainEnd(term, from)));
  return term["ends"] === "endOfDay" ? Math.floor(due / dayMs) * dayMs + dayMs - 1 : due;
}
function plainEnd(term: Term, from: number): number {
  if (typeof term["until"] === "string") return Date.parse(term["until"]);
  for (const [unit, ms] of Object.entries(unitMs)) if (typeof term[unit] === "number") return from + term[unit] * Number(ms);
  const months = Number(term["months"] ?? 0) + 12 * Number(term["years"] ?? 0);
  if (months > 0) return new Date(from).setUTCMonth(new Date(from).getUTCMonth() + months);
  if (typeof term["workingDays"] === "number") return afterWorkingDays(term["workingDays"], from);
  return afterWorkingHours(Number(term["workingHours"]), from);
}
function afterWorkingDays(days: number, from: number): number {
  let at = from;
  for (let left = days; left > 0; ) {
    at += dayMs;
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}
function afterWorkingHours(hours: number, from: number): number {
  let left = hours * 3_600_000;
  for (let day = Math.floor(from / dayMs) * dayMs; ; day += dayMs) {
    const begins = Math.max(from, day + 9 * 3_600_000);
    const open = isWorkingDay(day) ? Math.max(0, day + 17 * 3_600_000 - begins) : 0;
    if (open >= left) return begins + left;
    left -= open;
  }
}

const needed = (port: string): never => {
  throw new Error("This procedure needs the port " + port);
};
const never = (): Promise<JsonObject> => new Promise(() => undefined);
export const plainPorts: Ports = {
  now: () => Number(new Date),
  facts: () => ({}),
  feel: () => needed("feel"),
  decide: () => needed("decide"),
  due: plainDue,
  remaining: () => needed("remaining"),
  mayExtend: () => true,
  task: () => undefined,
  letter: () => Promise.resolve({}),
  service: never,
  case: never,
  act: () => undefined,
};

const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);
const valueOf = (record: JsonObject, name: string): Json => (Object.hasOwn(record, name) ? (record[name] ?? null) : null);
const plain = (values: unknown): JsonObject => {
  const copied: unknown = JSON.parse(JSON.stringify(values ?? {}));
  return isObject(copied) ? copied : {};
};
const partOf = (event: object, part: string): unknown => Object.entries(event).find(([name]) => name === part)?.[1];
/** Null empties a field; so does a text without letters and a list without entries. */
const submitted = (event: object): JsonObject =>
  Object.fromEntries(Object.entries(plain(partOf(event, "values"))).map(([field, value]) => [field, isEmpty(value) ? null : value]));
function resultOf(event: { readonly type: string }): JsonObject | null {
  if (event.type.startsWith("xstate.done.actor.")) return plain(partOf(event, "output"));
  return event.type.startsWith("xstate.error.actor.") ? plain(partOf(event, "error")) : null;
}
const isEvent = (value: unknown): value is { readonly type: string } =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
/** At the end of a stage XState tells an event of its own: what led there is its output. */
function causeOf(event: { readonly type: string }): { readonly type: string } {
  const cause = event.type.startsWith("xstate.done.state.") ? partOf(event, "output") : undefined;
  return isEvent(cause) ? causeOf(cause) : event;
}
const namesHere: readonly (readonly [theirs: string, ours: string])[] = [
  ["xstate.init", "case.begin"],
  ["xstate.after.", "timer.fire"],
  ["xstate.done.actor.", "invoke.done"],
  ["xstate.error.actor.", "invoke.failed"],
];
const nameHere = (type: string): string => namesHere.find(([theirs]) => type.startsWith(theirs))?.[1] ?? type;
interface Moment {
  readonly context: Context;
  readonly event: { readonly type: string };
}
function seenFrom(ports: Ports, { context, event: told }: Moment, step: string, sees: "submission" | "saved"): Seen {
  const event = causeOf(told);
  const { case: facts = {}, clock = {} } = ports.facts();
  const at = new Date(ports.now()).toISOString();
  const fields = sees === "submission" ? { ...context.fields, ...submitted(event) } : context.fields;
  const visits = Object.hasOwn(context.visits, step) ? (context.visits[step] ?? null) : null;
  return { fields, case: facts, clock, event: { type: nameHere(event.type), at }, result: resultOf(event), step: { id: step, visits }, at };
}
function saved(fields: JsonObject, values: JsonObject): JsonObject {
  const all = new Map(Object.entries(fields));
  for (const [field, value] of Object.entries(values)) {
    if (value === null) all.delete(field);
    else all.set(field, value);
  }
  return Object.fromEntries(all);
}

/** A constant; or FEEL, a text that starts with "=": one name, one member or one constant is read here, everything else by the port. */
function computed(ports: Ports, value: Json, seen: Seen): Json {
  if (typeof value === "string") return value.startsWith("=") ? feelValue(ports, value.slice(1).trim(), seen) : value;
  if (Array.isArray(value)) return value.map((each: Json) => computed(ports, each, seen));
  return isObject(value) ? computedAll(ports, value, seen) : value;
}
const computedAll = (ports: Ports, values: JsonObject, seen: Seen): JsonObject =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, computed(ports, value, seen)]));
function feelValue(ports: Ports, text: string, seen: Seen): Json {
  if (fieldNames.has(text)) return valueOf(seen.fields, text);
  const [, object, member] = /^(case|result)\.([A-Za-z][A-Za-z0-9]*)$/.exec(text) ?? [];
  if (member !== undefined) return valueOf((object === "case" ? seen.case : seen.result) ?? {}, member);
  if (/^(true|false|null|-?[0-9]{1,15}(\.[0-9]{1,15})?|"[^"\\]*")$/.test(text)) return JSON.parse(text);
  return ports.feel(text, seen);
}
function isTrue(ports: Ports, text: string, seen: Seen): boolean {
  const value = feelValue(ports, text, seen);
  if (typeof value !== "boolean") throw new Error("FEEL that answers neither yes nor no: " + text);
  return value;
}

const isEmpty = (value: Json): boolean =>
  value === null || (typeof value === "string" && value.trim() === "") || (Array.isArray(value) && value.length === 0);
const endedAs = (seen: Seen, outcomes: readonly string[]): boolean => outcomes.some((outcome) => outcome === seen.result?.["outcome"]);
/** An empty side makes every comparison false. Numbers by size, texts by code unit; other pairs have no order. */
function holds(left: Json, is: string, right: Json): boolean {
  if (isEmpty(left) || isEmpty(right)) return false;
  if (is === "=") return isSame(left, right);
  if (is === "!=") return !isSame(left, right);
  if (is === "in") return Array.isArray(right) && right.some((each: Json) => isSame(left, each));
  if (is === "contains" && typeof left === "string") return typeof right === "string" && left.includes(right);
  if (is === "contains") return Array.isArray(left) && left.some((each: Json) => isSame(each, right));
  if (typeof left === "number" && typeof right === "number") return inOrder(left, is, right);
  return typeof left === "string" && typeof right === "string" && inOrder(left, is, right);
}
const inOrder = <Ordered extends number | string>(left: Ordered, is: string, right: Ordered): boolean =>
  is === "<" ? left < right : is === "<=" ? left <= right : is === ">" ? left > right : left >= right;
function isSame(left: Json, right: Json): boolean {
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return left === right;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [ones, others] = [plain({ ...left }), plain({ ...right })];
  const names = Object.keys(ones);
  return names.length === Object.keys(others).length && names.every((name) => Object.hasOwn(others, name) && isSame(valueOf(ones, name), valueOf(others, name)));
}

const mayEnter = (context: Context, step: string, most: number): boolean =>
  (Object.hasOwn(context.visits, step) ? (context.visits[step] ?? 0) : 0) < most;
function lengthOf(ports: Ports, delay: JsonObject, seen: Seen): number {
  if (typeof delay["remaining"] === "string") return Math.max(0, ports.remaining(delay["remaining"]));
  const now = ports.now();
  return Math.max(0, ports.due(computedAll(ports, delay, seen), now) - now);
}
`;
