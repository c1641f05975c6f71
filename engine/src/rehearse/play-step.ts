import { own } from '../compile/own.ts';
import type { Actor } from '../event.ts';
import type { JsonObject } from '../json.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import { acceptedEvents } from '../step/accepted-events.ts';
import type { Step } from '../step/step.ts';
import type { Calendars } from '../time/calendar.ts';
import { dueAt } from '../time/due-at.ts';
import { calendarOf } from '../time/resolve-delay.ts';
import { unmet } from './expectation.ts';
import type { Events, Office, OfficeCase } from './office.ts';
import type { Script, ScriptStep, SendStep } from './script.ts';

/** Where a step is played. */
interface Stage {
  readonly office: Office;
  readonly script: Script;
  readonly calendars: Calendars;
  /** Letters already looked at by an expectation. */
  readonly lettersSeen: number;
}
interface Scene extends Stage {
  readonly caseId: string;
  readonly known: OfficeCase;
}
type StepOf<Key extends string> = Extract<ScriptStep, { readonly [Name in Key]: unknown }>;

/** Plays one step, event by event; the answer is how many letters have been looked at. */
export function* playingStep(step: ScriptStep, stage: Stage): Generator<undefined, number> {
  const { office } = stage;
  if ('letters' in step) office.letters = { ...office.letters, ...step.letters };
  else if ('wait' in step) yield* waiting(step, stage);
  else if ('waitUntil' in step) yield* waitingUntil(step.waitUntil, stage);
  else {
    const scene = sceneOf(step.in, stage);
    if (!scene) office.problem('no-such-case', { in: step.in ?? stage.script.process });
    else if ('expect' in step) return expectNow(step, scene);
    else if ('waitFor' in step) yield* waitingFor(step, scene);
    else act(step, scene);
  }
  return stage.lettersSeen;
}

/** Roles are held everywhere, or in the procedure named before the colon; whoever acts for somebody has that person's. */
export function actorOf(script: Script, doing: { readonly by: string; readonly onBehalfOf?: string; readonly process: string }): Actor {
  const { by, onBehalfOf, process } = doing;
  const held = own(script.people, onBehalfOf ?? by) ?? [];
  const roles = held.flatMap((role) => {
    const [place, inPlace] = role.split(':');
    if (inPlace === undefined) return [role];
    return place === process ? [inPlace] : [];
  });
  return { person: by, roles, ...(onBehalfOf !== undefined && { onBehalfOf }) };
}

/** The newest case of the procedure that is named; without a name the one that the script began. */
function sceneOf(process: string | undefined, stage: Stage): Scene | undefined {
  const { cases } = stage.office;
  const named = [...cases].filter(([, known]) => known.compiled.definition.id === (process ?? stage.script.process));
  const found = process === undefined ? named[0] : named.at(-1);
  return found && { ...stage, caseId: found[0], known: found[1] };
}

type Act = Exclude<ScriptStep, StepOf<'letters'> | StepOf<'wait'> | StepOf<'waitUntil'> | StepOf<'waitFor'> | StepOf<'expect'>>;

function act(step: Act, scene: Scene): void {
  if ('answer' in step) answer(step, scene, { type: 'invoke.done', name: step.answer });
  else if ('fail' in step) answer(step, scene, { type: 'invoke.failed', name: step.fail });
  else {
    const actor = actorOf(scene.script, { ...step, process: scene.known.compiled.definition.id });
    if ('send' in step) send(step, actor, scene);
    else if ('cancel' in step) take(step, actor, scene, { type: 'case.cancel', payload: { reason: step.cancel } });
    else if ('post' in step) post(step, actor, scene);
    else handOver(step, actor, scene);
  }
}

function handOver(step: StepOf<'claim'> | StepOf<'release'> | StepOf<'assign'>, actor: Actor, scene: Scene): void {
  const { office, known, script } = scene;
  const name = 'claim' in step ? step.claim : 'release' in step ? step.release : step.assign;
  const task = known.state.tasks.find((open) => open.step === name && open.kind === 'work');
  if (!task) office.problem('no-such-task', { step: name, open: known.state.tasks.map((open) => open.step) });
  else if ('assign' in step) {
    const { to } = step;
    const roles = to === null ? {} : { roles: actorOf(script, { by: to, process: known.compiled.definition.id }).roles };
    take(step, actor, scene, { type: 'task.assign', payload: { task: task.id, person: to, ...roles } });
  } else take(step, actor, scene, { type: 'claim' in step ? 'task.claim' : 'task.release', payload: { task: task.id } });
}

function send(step: SendStep & ScriptStep, actor: Actor, scene: Scene): void {
  const task = taskFor(step, actor, scene);
  const payload: JsonObject = { values: step.values ?? {}, ...(task !== undefined && { task }) };
  take(step, actor, scene, { type: step.send, payload });
}

/** The task of the step that is named; else the one this event would end, for this person before others. */
function taskFor(step: SendStep, actor: Actor, scene: Scene): string | undefined {
  const { compiled, state } = scene.known;
  const work = state.tasks.filter((open) => open.kind === 'work');
  if (step.task !== undefined) return work.find((open) => open.step === step.task)?.id ?? step.task;
  const offers = acceptedEvents(compiled, state, actor, scene.calendars).filter((offer) => offer.event === step.send);
  const offer = offers.find((each) => each.possible) ?? offers[0];
  return offer?.task;
}

function post(step: StepOf<'post'>, actor: Actor, scene: Scene): void {
  const { office, known } = scene;
  const task = known.state.tasks.find((open) => open.kind === 'print' && open.letter?.letter === step.post);
  const key = task?.letter?.key;
  if (!task || typeof key !== 'string') office.problem('no-such-letter', { letter: step.post });
  else {
    take(step, actor, scene, { type: 'letter.sent', payload: { task: task.id, how: 'post', sentAt: office.now } });
    if (!known.state.tasks.some((open) => open.id === task.id)) office.posted(key);
  }
}

function answer(step: StepOf<'answer'> | StepOf<'fail'>, scene: Scene, told: { readonly type: string; readonly name: string }): void {
  const child = scene.known.state.snapshot.children?.[told.name];
  const snapshot = isObject(child) ? child.snapshot : undefined;
  const instance = isObject(snapshot) ? snapshot.instance : undefined;
  if (typeof instance !== 'string') scene.office.problem('no-such-wait', { step: told.name });
  else {
    const payload = { step: told.name, instance, output: step.output ?? {} };
    take(step, { service: 'service', roles: [] }, scene, { type: told.type, payload });
  }
}

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Delivers an event and compares the answer with what the script says. */
function take(
  step: { readonly refused?: string },
  by: Actor,
  scene: Scene,
  event: { readonly type: string; readonly payload: JsonObject },
): void {
  const { office, caseId } = scene;
  const taken: Result<Step, Refusal> | undefined = office.take(caseId, event.type, { by, payload: event.payload });
  if (!taken || taken.ok) {
    if (step.refused !== undefined) office.problem('not-refused', { caseId, event: event.type, expected: step.refused });
    return;
  }
  const { refusal } = taken;
  const expected = step.refused === refusal.code;
  office.chronicle.refused.push({ at: office.now, caseId, event: event.type, by, refusal, expected });
  if (expected) return;
  const code = step.refused === undefined ? 'refused' : 'refused-otherwise';
  office.problem(code, { caseId, event: event.type, ...(step.refused !== undefined && { expected: step.refused }) }, refusal);
}

function* waiting(step: StepOf<'wait'>, stage: Stage): Events {
  const { calendar, ...length } = step.wait;
  const counted = calendarOf(calendar, stage.calendars);
  const due = counted.ok ? dueAt({ ...length, calendar: counted.value.id }, stage.office.now, counted.value) : counted;
  if (due.ok) yield* stage.office.waitingUntil(due.value);
  else stage.office.problem('bad-wait', { problem: due.refusal.code, ...due.refusal.facts });
}

function* waitingUntil(at: string, stage: Stage): Events {
  const until = new Date(at).toISOString();
  if (until < stage.office.now) stage.office.problem('clock-goes-back', { now: stage.office.now, until });
  else yield* stage.office.waitingUntil(until);
}

function* waitingFor(step: StepOf<'waitFor'>, scene: Scene): Events {
  const { timers } = scene.known.state;
  const timer = timers.find((row) => row.id === step.waitFor);
  if (timer) yield* scene.office.waitingUntil(timer.dueAt);
  else scene.office.problem('no-such-timer', { timer: step.waitFor, armed: timers.map((row) => row.id) });
}

function expectNow(step: StepOf<'expect'>, scene: Scene): number {
  const { letters } = scene.office.chronicle;
  for (const facts of unmet(step.expect, scene.known, letters.slice(scene.lettersSeen))) {
    scene.office.problem('not-as-expected', { caseId: scene.caseId, ...facts });
  }
  return step.expect.letters === undefined ? scene.lettersSeen : letters.length;
}
