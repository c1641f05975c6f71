import {
  type Calendars,
  type CaseState,
  type Definition,
  type Happening,
  type JsonObject,
  parseScript,
  rehearse,
  type Script,
} from '@redress/engine';
import { schemas } from '../../tools/schema-tool.ts';
import type { BuiltModules } from './built-modules.ts';
import { type CreateProcedure, PlayedCase, type World } from './played-case.ts';

export interface Compared {
  readonly process: string;
  readonly json: unknown;
  /** The procedure and those it starts. */
  readonly definitions: readonly Definition[];
  readonly calendars: Calendars;
  readonly modules: BuiltModules;
  /** Module of a procedure; that of its id, where nothing else is said. */
  readonly moduleOf?: (process: string) => string;
}
/** How many events were compared, and where the two were apart first, engine and module. */
export interface Comparison {
  readonly events: number;
  readonly problems: readonly unknown[];
  readonly apart?: { readonly engine: object; readonly module: object };
}

/** Plays a scenario with the engine, tells the exported modules the same, and compares place, data and deadlines after every event. */
export async function compare(compared: Compared): Promise<Comparison> {
  const script = parseScript(compared.json);
  if (!script.ok) throw new Error(JSON.stringify(script.refusal));
  const heard: Happening[] = [];
  const { definitions, calendars } = compared;
  const { problems } = rehearse({ definitions, calendars, tools: { schemas }, hear: (one) => heard.push(one) }, script.value);
  const world: World = { calendars, asked: [] };
  const cases = new Map<string, PlayedCase>();
  for (const [index, happening] of heard.entries()) {
    const { caseId } = happening.step.state;
    const known = cases.get(caseId) ?? (await begun(happening, script.value, world, compared));
    if (cases.has(caseId)) await known.take(happening);
    cases.set(caseId, known);
    const where = { index, event: happening.event.type, caseId };
    const [engine, module] = [
      { ...where, ...stateOf(happening.step.state) },
      { ...where, ...known.state() },
    ];
    if (inOrder(engine) !== inOrder(module)) return { events: index, problems, apart: { engine, module } };
  }
  const left = { asked: world.asked };
  return { events: heard.length, problems, ...(world.asked.length > 0 && { apart: { engine: {}, module: left } }) };
}

async function begun(happening: Happening, script: Script, world: World, { modules, moduleOf }: Compared): Promise<PlayedCase> {
  const { id } = happening.compiled.definition;
  const create: unknown = Reflect.get(await modules.load(moduleOf?.(id) ?? id), 'createProcedure');
  if (typeof create !== 'function') throw new Error(`nothing creates ${id}`);
  const typed: CreateProcedure = (ports) => create(ports);
  return new PlayedCase(typed, happening, inputOf(happening, script, world), world);
}

/** What the engine says of a case, in the same words. Deadlines of steps only: clocks are its keeper's. */
const stateOf = ({ snapshot, status, timers }: CaseState): object => ({
  value: snapshot.value,
  status: status === 'ended' ? 'done' : status === 'active' ? 'active' : 'stopped',
  context: snapshot.context,
  due: timers.flatMap(({ step, dueAt }) => (step === undefined ? [] : [dueAt])).sort(),
});

/** The start form for the first case; for another the fields that the module which asked for it hands over. */
function inputOf({ compiled: { definition }, step }: Happening, script: Script, { asked }: World): JsonObject {
  if (definition.id === script.process && step.state.parent === undefined)
    return { [definition.start && script.by !== undefined ? 'values' : 'fields']: script.input };
  const at = asked.findIndex(({ process }) => process === definition.id);
  const [first] = at < 0 ? [] : asked.splice(at, 1);
  if (!first) throw new Error(`nobody asked for ${definition.id}`);
  return { fields: first.values };
}

/** Names in order, so that equal is equal. */
const inOrder = (value: object): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
