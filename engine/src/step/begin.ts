import type { CaseState } from '../case-state.ts';
import type { Compiled } from '../compile/compiled.ts';
import type { Problem } from '../definition/finding.ts';
import type { Event } from '../event.ts';
import { checkSubmission } from '../form/check-submission.ts';

import type { JsonObject } from '../json.ts';
import type { Refusal } from '../refusal.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Calendars } from '../time/calendar.ts';
import { instantOf, isoOf } from '../time/local-date.ts';
import { activeIds } from './actor-scope.ts';
import { finish } from './finish.ts';
import { bytesOf, overLimit } from './limits.ts';
import { assign } from './perform.ts';
import { recordDoing } from './record-doing.ts';
import { fileRecords } from './records.ts';
import { guarded, startMachine } from './run-machine.ts';
import { evaluated, scopeOf } from './scope-of.ts';
import { rolesOf } from './senders.ts';
import type { KeptAway, Step } from './step.ts';
import { openWork, type Work } from './work.ts';

export interface Start {
  readonly caseId: string;
  readonly channel: string;
  /** When the complaint reached us, UTC ISO, not after the event: clocks begun now count from here. */
  readonly receivedAt: string;
  /** Values of the start form; for a case another case or a service starts, values of fields. */
  readonly input: JsonObject;
  readonly event: Event;
  readonly calendars: Calendars;
  readonly parent?: NonNullable<CaseState['parent']>;
  readonly keptAway?: KeptAway;
}

/** The first state of a case. People start it by the start form, in a role it names; another case or a service hands in the fields it has. */
export function begin(compiled: Compiled, start: Start): Result<Step, Refusal> {
  const opened = openStart(compiled, start);
  if (!opened.ok) return opened;
  const work = opened.value;
  const filled = fillIn(work, start);
  if (filled) return refuse(filled);
  const snapshot = startMachine(work);
  if (!snapshot.ok) return snapshot;
  work.microsteps.unshift({ event: work.event.type, transitions: [{ from: '', to: leaves(compiled, activeIds(snapshot.value)), at: '' }] });
  return finish(work, snapshot.value);
}

/** A case of the past: its fields, searchable, without machine, tasks, timers or letters. */
export function importCase(compiled: Compiled, start: Start): Result<Step, Refusal> {
  const opened = openStart(compiled, start);
  if (!opened.ok) return opened;
  const work = opened.value;
  const filled = fillFields(work, start.input);
  if (filled) return refuse(filled);
  const state: CaseState = {
    ...work.before,
    revision: 1,
    status: 'imported',
    snapshot: { status: 'done', value: {}, context: work.fields, children: {} },
  };
  return ok({ state, effects: [], trace: [], changed: Object.keys(work.fields).sort(), filed: [] });
}

function openStart(compiled: Compiled, start: Start): Result<Work, Refusal> {
  const [receivedAt, at] = [instantOf(start.receivedAt), instantOf(start.event.at)];
  if (receivedAt === undefined || at === undefined || receivedAt > at) {
    return refuse({ code: 'payload-invalid', facts: { receivedAt: start.receivedAt, at: start.event.at } });
  }
  const seed: CaseState = {
    caseId: start.caseId,
    revision: 0,
    status: 'active',
    startedAt: isoOf(receivedAt),
    updatedAt: isoOf(at),
    channel: start.channel,
    snapshot: { status: 'active', value: {}, context: {} },
    tasks: [],
    timers: [],
    clocks: {},
    performedBy: {},
    records: [],
    keptAway: start.keptAway ?? {},
    ...(start.parent && { parent: start.parent }),
  };
  return ok(openWork(compiled, seed, { ...start.event, at: isoOf(at) }, start.calendars));
}

function fillIn(work: Work, start: Start): Refusal | undefined {
  const { definition, forms } = work.compiled;
  const roles = rolesOf(work);
  const byPerson = definition.start !== undefined && !start.parent && work.event.by?.service === undefined;
  if (!byPerson || !definition.start) {
    const filled = fillFields(work, start.input);
    if (work.event.by?.person !== undefined) recordDoing(work, 'start', work.event.by.roles[0] ?? 'system');
    return filled;
  }
  const role = definition.start.by.find((each) => roles.has(each));
  if (role === undefined) return { code: 'not-permitted', event: work.event.type, allowed: definition.start.by };
  const over = overLimit('formBytes', bytesOf(start.input));
  if (over) return over;
  const form = forms.get(definition.start.form);
  const defaults = fillFields(work, {});
  if (defaults) return defaults;
  const submitted = guarded(work, () => checkSubmission(work, form, start.input));
  if (!submitted.ok) return submitted.refusal;
  if (submitted.value.problems.length > 0) return { code: 'form-invalid', form: definition.start.form, problems: submitted.value.problems };
  assign(work, submitted.value.values);
  recordDoing(work, 'start', role);
  fileRecords(work, form?.records ?? []);
  return undefined;
}

/** Defaults first, then what was handed in: only fields of the definition, each within its schema. Null is no value. */
function fillFields(work: Work, input: JsonObject): Refusal | undefined {
  const over = overLimit('dataBytes', bytesOf(input));
  if (over) return over;
  const values: JsonObject = JSON.parse(JSON.stringify(input));
  const problems: Problem[] = [];
  for (const [name, value] of Object.entries(values)) {
    const field = work.compiled.fields.get(name);
    const at = `/${name}`;
    if (!field) problems.push({ at, keyword: 'additionalProperties', facts: { field: name } });
    else if (value !== null) problems.push(...field.problems(value).map((problem) => ({ ...problem, at: `${at}${problem.at}` })));
  }
  if (problems.length > 0) return { code: 'form-invalid', form: work.compiled.definition.start?.form ?? '', problems };
  const filled = guarded(work, () => {
    const defaults: { [field: string]: ReturnType<typeof evaluated> } = {};
    for (const field of work.compiled.fields.values()) {
      if (field.initial) defaults[field.id] = evaluated(work, field.initial(scopeOf(work, { state: '' })), `/data/${field.id}/default`);
    }
    assign(work, defaults);
    assign(work, values);
  });
  return filled.ok ? undefined : filled.refusal;
}

const leaves = (compiled: Compiled, active: readonly string[]): readonly string[] =>
  active.filter((id) => compiled.states.get(id)?.children.length === 0);
