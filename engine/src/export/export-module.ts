import type { Compiled } from '../compile/compiled.ts';
import type { Definition, Delay, Field } from '../definition/definition.ts';
import type { JsonObject } from '../json.ts';
import { literal, nameOf, quoted } from './literal.ts';
import { moduleFrame } from './module-frame.ts';
import { type StatesText, statesText } from './module-states.ts';

/**
 * The procedure as a TypeScript module for XState 5: `setup(…).createMachine(…)` that type-checks strictly and runs in `createActor`. Conditions are
 * expressions over the context, `set` and visit counts are assigns, delays count by plain rules; tasks, letters, sub-cases, services, decision
 * tables, clocks, your calendar and FEEL beyond one name are ports. Who may send what, and whether a form is complete, its host asks before it
 * sends; that the data fit their schemas it asks after every step. A row back to where a stage was left counts the visits of the step that stands
 * for it. Every word of the definition stands in it as a quoted literal.
 */
export function exportModule(compiled: Compiled): string {
  const { definition } = compiled;
  const states = statesText(compiled);
  return [
    '// Made by Redress. Implement the ports that this procedure needs, and run it: createActor(createProcedure(ports), { input: {} }).start()',
    `import { and, assign, type EventObject, fromCallback, fromPromise, not, or, raise, setup, stateIn } from "xstate";`,
    '',
    'export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };',
    'export type JsonObject = { readonly [name: string]: Json };',
    fieldsText(definition),
    eventsText(compiled, states),
    contextText(definition),
    moduleFrame,
    `/** What the names mean: roles, fields, forms, letters, tables. */\nexport const vocabulary: JsonObject = ${literal(vocabularyOf(definition))};`,
    setupText(definition, states),
    '',
  ].join('\n');
}

function vocabularyOf(definition: Definition): JsonObject {
  const { machine: _machine, published: _published, ...vocabulary } = definition;
  return JSON.parse(JSON.stringify(vocabulary));
}

/** What a field may hold, as far as TypeScript says it. */
function typeOf({ schema }: Field): string {
  const types: readonly unknown[] = Array.isArray(schema.type) ? schema.type : [schema.type];
  const texts = types.map((type) => {
    if (type === 'string' || type === 'number' || type === 'boolean' || type === 'null') return type;
    return type === 'integer' ? 'number' : 'Json';
  });
  return [...new Set([...texts, 'null'])].join(' | ');
}

const fieldsText = ({ data }: Definition): string => `/** The fields of the case; null empties one. */
export interface Fields { ${Object.entries(data)
  .map(([id, field]) => `readonly ${nameOf(id)}?: ${typeOf(field)}`)
  .join(';\n')} }
const fieldNames: ReadonlySet<string> = new Set<string>(${literal(Object.keys(data))});`;

function eventsText({ definition }: Compiled, { again }: StatesText): string {
  const sent = Object.keys(definition.events).map((id) => `{ readonly type: ${quoted(id)}; readonly values?: Fields }`);
  const rung = Object.keys(definition.clocks).flatMap((id) =>
    ['warn', 'due'].map((what) => `{ readonly type: ${quoted(`clock.${id}.${what}`)} }`),
  );
  const timed = again.map((type) => `{ readonly type: ${quoted(type)} }`);
  const events = [...sent, ...rung, ...timed];
  return `/** What people and clocks say. "values" are those of the form that belongs to it. */
export type ProcedureEvent = ${events.length === 0 ? 'EventObject' : events.map((event) => `| ${event}`).join('\n')};`;
}

function contextText({ data }: Definition): string {
  const defaults = Object.entries(data).flatMap(([id, field]) => (field.default === undefined ? [] : [[id, field.default] as const]));
  return `export interface Context {
  readonly fields: JsonObject;
  /** How often steps were entered that may be used up. */
  readonly visits: { readonly [step: string]: number };
}
export interface Input {
  /** What the start form says, as somebody filled it in. */
  readonly values?: Fields;
  /** Fields that another case or a system hands over. */
  readonly fields?: Fields;
}
const startContext = (ports: Ports, input: Input): Context => {
  const context: Context = { fields: {}, visits: {} };
  const seen = seenFrom(ports, { context, event: { type: "case.begin" } }, "", "saved");
  const defaults = computedAll(ports, ${literal(Object.fromEntries(defaults))}, seen);
  return { ...context, fields: [defaults, plain(input.fields), submitted(input)].reduce(saved, {}) };
};`;
}

function delayText(id: string, delay: Delay, calendar: string | undefined): string {
  const { title: _, repeat: __, ...length } = delay;
  const term: JsonObject = JSON.parse(JSON.stringify({ ...(calendar !== undefined && { calendar }), ...length }));
  return `${nameOf(id)}: (at: Moment) => lengthOf(ports, ${literal(term)}, seenFrom(ports, at, "", "saved"))`;
}

function setupText(definition: Definition, { config, guards }: StatesText): string {
  const delays = Object.entries(definition.delays).map(([id, delay]) => delayText(id, delay, definition.calendar));
  return `
export const createProcedure = (handed: Partial<Ports> = {}) => {
  const ports: Ports = { ...plainPorts, ...handed };
  return setup({
    types: { context: {} as Context, events: {} as ProcedureEvent, input: {} as Input },
    guards: { ${guards.join(',\n')} },
    delays: { ${delays.join(',\n')} },
    actors: {
      task: fromCallback<EventObject, Asked>(({ input }) => ports.task(input)),
      letter: fromPromise<JsonObject, Asked>(({ input, signal }) => ports.letter(input, signal)),
      service: fromPromise<JsonObject, Asked>(({ input, signal }) => ports.service(input, signal)),
      case: fromPromise<JsonObject, Asked>(({ input, signal }) => ports.case(input, signal)),
    },
    actions: {
      save: assign(({ context, event }) => ({ fields: saved(context.fields, submitted(event)) })),
      set: assign((at, params: { readonly step: string; readonly values: JsonObject }) => ({
        fields: saved(at.context.fields, computedAll(ports, params.values, seenFrom(ports, at, params.step, "saved"))),
      })),
      decide: assign((at, params: { readonly step: string; readonly decision: string }) => ({
        fields: saved(at.context.fields, ports.decide(params.decision, seenFrom(ports, at, params.step, "saved"))),
      })),
      count: assign(({ context: { visits } }, { step }: { readonly step: string }) => ({
        visits: Object.fromEntries([...Object.entries(visits), [step, (Object.hasOwn(visits, step) ? (visits[step] ?? 0) : 0) + 1]]),
      })),
      beginRound: assign({ visits: {} }),
      act: (at, act: Act) =>
        ports.act({ ...act, params: computedAll(ports, act.params, seenFrom(ports, at, act.step, "saved")) }, at.context.fields),
    },
  }).createMachine(${config});
};`;
}
