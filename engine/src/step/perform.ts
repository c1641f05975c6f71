import type { CompiledValue, Instruction, Place } from '../compile/compiled.ts';
import { own } from '../compile/own.ts';
import type { Json, JsonObject } from '../json.ts';
import type { AskedAction } from './actor-scope.ts';
import { enterState, extend, stopRunning } from './clocks.ts';
import { noteEntered, spendAction } from './effort.ts';
import { startInvocation, stopInvocation } from './invocations.ts';
import { fileRecords } from './records.ts';
import { evaluated, fail, scopeOf } from './scope-of.ts';
import { stepsWithin } from './steps-within.ts';
import type { Work } from './work.ts';

/** Does on the desk what the machine asks, at once and in order; what needs the machine at rest (due dates, letters) is noted as a request. */
export function perform(work: Work, action: AskedAction): void {
  spendAction(work, action);
  if (action.type.startsWith('xstate.')) performBuiltIn(work, action);
  else if (isInstruction(action.params)) performInstruction(work, action.params);
}

/** Every action of a compiled machine that is not XState's own carries an instruction. */
const isInstruction = (params: unknown): params is Instruction => typeof params === 'object' && params !== null && 'do' in params;

function performBuiltIn(work: Work, { type, params }: AskedAction): void {
  if (type === 'xstate.raise') arm(work, textOf(params, 'id'));
  if (type === 'xstate.cancel') disarm(work, textOf(params, 'sendId'));
  if (type === 'xstate.spawnChild') startInvocation(work, textOf(params, 'id') ?? '');
  if (type === 'xstate.stopChild') stopInvocation(work, textOf(params, 'id') ?? '');
}

const textOf = (params: unknown, key: string): string | undefined => {
  const value: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, key) : undefined;
  return typeof value === 'string' ? value : undefined;
};

/** `xstate.after.<delay>.<state>`; ids hold no dots. */
const timerOf = (id: string | undefined): string | undefined => {
  const [, after, delay, state] = id?.split('.') ?? [];
  return after === 'after' && delay !== undefined && state !== undefined ? `${state}.${delay}` : undefined;
};

function arm(work: Work, id: string | undefined): void {
  const timer = timerOf(id);
  if (timer !== undefined) work.requests.push({ ask: 'arm', timer, fields: work.fields });
}

function disarm(work: Work, id: string | undefined): void {
  const timer = timerOf(id);
  if (timer === undefined) return;
  work.timers = work.timers.filter((row) => row.id !== timer);
  work.requests.push({ ask: 'disarm', timer });
}

function performInstruction(work: Work, instruction: Instruction): void {
  switch (instruction.do) {
    case 'take':
      work.taken.push(instruction.row);
      break;
    case 'enter':
      noteEntered(work, instruction.state);
      enterState(work, instruction.state);
      break;
    case 'save':
      assign(work, work.submitted ?? {});
      break;
    case 'set':
      assign(work, computed(work, instruction.values, instruction.place));
      break;
    case 'decide':
      assign(work, evaluated(work, instruction.table(seenFrom(work, instruction.place)), `/decisions/${instruction.decision}`));
      break;
    case 'letter':
      work.requests.push({ ask: 'letter', place: instruction.place, letter: instruction.letter, to: instruction.to, fields: work.fields });
      fileRecords(work, own(work.compiled.definition.letters, instruction.letter)?.records ?? []);
      break;
    case 'record':
      fileRecords(work, [instruction.record]);
      break;
    case 'reassign':
      reassign(work, instruction.place, instruction.to);
      break;
    case 'extend':
      extend(work, instruction.clock, instruction.place);
      break;
    case 'stop':
      stopRunning(work, instruction.clock);
      break;
    default:
      requestEffect(work, instruction);
  }
}

type Outgoing = Extract<Instruction, { readonly do: 'send' | 'start' | 'call' }>;

function requestEffect(work: Work, instruction: Outgoing): void {
  const { place } = instruction;
  const values = computed(work, instruction.values, place);
  if (instruction.do === 'start') {
    const { definition, link } = instruction;
    work.requests.push({ ask: 'effect', effect: { kind: 'case.launch', definition, data: values, link } });
  } else if (instruction.do === 'call') {
    work.requests.push({ ask: 'effect', effect: { kind: 'service', service: instruction.service, with: values } });
  } else {
    for (const to of receiversOf(work, instruction)) {
      work.requests.push({ ask: 'effect', effect: { kind: 'case.send', to, event: instruction.event, data: values } });
    }
  }
}

/** What goes to a parent that is not there, or to children that have ended, goes nowhere. */
function receiversOf(work: Work, instruction: Extract<Instruction, { readonly do: 'send' }>): readonly string[] {
  const { to, place } = instruction;
  if (to === 'parent') return work.before.parent ? [work.before.parent.caseId] : [];
  if (to === 'children') {
    return Object.values(work.invocations).flatMap(({ src, status, instance }) =>
      src === 'case' && status === 'active' ? [`child:${instance}`] : [],
    );
  }
  const receiver = evaluated(work, to(seenFrom(work, place)), place.at);
  if (receiver === null || receiver === '') return [];
  return typeof receiver === 'string' ? [receiver] : fail(work, { reason: 'schema', facts: { receiver } }, place.at);
}

/** All values first, so that none sees another of the same list. */
export const computed = (work: Work, values: readonly CompiledValue[], place: Place): JsonObject =>
  Object.fromEntries(values.map(({ name, compute }) => [name, evaluated(work, compute(seenFrom(work, place)), `${place.at}/${name}`)]));

const seenFrom = (work: Work, place: Place): ReturnType<typeof scopeOf> => scopeOf(work, { state: place.state });

/** Null empties a field. */
export function assign(work: Work, values: JsonObject): void {
  const fields: { [field: string]: Json } = { ...work.fields };
  for (const [field, value] of Object.entries(values)) {
    if (value === null) delete fields[field];
    else fields[field] = value;
  }
  work.fields = fields;
}

/** The open task of the row's step goes to another role; on a stage, every task within. Whoever had claimed it lets go. */
function reassign(work: Work, place: Place, to: string): void {
  const steps = stepsWithin(work.compiled.states, place.state);
  const competence = own(work.compiled.definition.roles, to)?.competence ?? [];
  work.tasks = work.tasks.map((task) => {
    if (task.kind !== 'work' || !steps.has(task.step)) return task;
    const { assignee: _, ...open } = task;
    return { ...open, role: to, competence };
  });
}
