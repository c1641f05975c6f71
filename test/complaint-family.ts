import type { Actor, Definition, JsonObject, Result, State } from '@redress/engine';
import type { Delivered } from '../runtime-api/src/delivered.ts';
import { childCaseId } from '../runtime-api/src/event-id.ts';
import type { Refusal } from '../runtime-api/src/refusal.ts';
import type { CaseDocument } from '../runtime-api/src/store/models/case.ts';
import type { Office } from './office.ts';
import { fillForm } from './tools/fill-form.ts';

interface OpenTask {
  readonly id: string;
  readonly step: string;
  readonly kind: string;
  readonly role: string;
  readonly form?: string;
}
export interface Acting {
  readonly by?: Actor;
  /** Answers beyond the simplest that the form takes. */
  readonly given?: JsonObject;
  readonly key?: string;
}

/** Whoever holds the role; for somebody outside, the desk records it, another recorder for each role. */
export function actorFor(office: Office, definition: Definition, role: string): Actor {
  return definition.roles[role]?.party === 'organisation'
    ? office.as(role)
    : { person: `desk-${role}`, onBehalfOf: `outside-${role}`, roles: [role] };
}

export function definitionOf(office: Office, found: CaseDocument): Definition {
  const definition = office.definitions.find((one) => one.id === found.definition.id);
  if (definition === undefined) throw new Error(`No procedure ${found.definition.id}`);
  return definition;
}

export async function openTask(office: Office, caseId: string): Promise<OpenTask> {
  const tasks = (await office.case(caseId)).tasks.map((task) => task as unknown as OpenTask).filter((task) => task.kind === 'work');
  const [task] = tasks;
  if (task === undefined || tasks.length > 1) throw new Error(`${tasks.length} open tasks`);
  return task;
}

/** An event with the simplest answers: the outcome of the one open task, or what may be said at any time. */
export async function act(office: Office, caseId: string, event: string, how: Acting = {}): Promise<Result<Delivered, Refusal>> {
  const definition = definitionOf(office, await office.case(caseId));
  const described = definition.events[event];
  const free = described?.by?.[0];
  const task = free === undefined ? await openTask(office, caseId) : undefined;
  const values = fillForm(definition, described?.form ?? task?.form, { given: how.given ?? {} });
  return office.deliver(caseId, event, {
    by: how.by ?? actorFor(office, definition, free ?? task?.role ?? ''),
    values,
    ...(task === undefined ? {} : { task: task.id }),
    ...(how.key === undefined ? {} : { key: how.key }),
  });
}

/** An event, with answers where the simplest will not do. */
export type Said = string | readonly [event: string, given: JsonObject];

/** Several events one after the other, none of them refused. */
export async function acts(office: Office, caseId: string, ...events: readonly Said[]): Promise<void> {
  for (const step of events) {
    const [event, given] = typeof step === 'string' ? [step, {}] : step;
    const answer = await act(office, caseId, event, { given });
    if (!answer.ok) throw new Error(`${event}: ${JSON.stringify(answer.refusal)}`);
  }
}

const lodged = {
  description: 'The roof was paid for in part',
  contact: 'ada@example.org',
  complainantName: 'Ada',
  preferredLanguage: 'en',
};

/** A complaint that was decided by those whose business it is; now the complainant has the word. */
export async function decided(office: Office, given: JsonObject = {}): Promise<string> {
  const started = await office.start(lodged, { definition: 'complaint', by: office.as('frontline') });
  if (!started.ok) throw new Error(JSON.stringify(started.refusal));
  const id = started.value.caseId;
  await acts(
    office,
    id,
    ['register', { ...lodged, remedyRequested: 'the whole roof', ...given }],
    ['assessed', { severity: 2 }],
    ['findingsReady', { findings: 'Hail, not wear' }],
    ['decide', { decision: 'rejected', reasons: 'It was wear' }],
  );
  return id;
}

/** The same, rejected by the complainant: the internal review has begun as a case of its own. */
export async function inReview(office: Office, given: JsonObject = {}): Promise<{ readonly complaint: string; readonly review: string }> {
  const complaint = await decided(office, given);
  await acts(office, complaint, ['reject', { objection: 'Hail is not wear' }]);
  return { complaint, review: await childOf(office, complaint) };
}

/** The review brought nothing, and the complainant wants outside help. */
export async function outside(office: Office): Promise<{ readonly complaint: string; readonly dispute: string }> {
  const complaint = await decided(office);
  await acts(office, complaint, 'goExternal', 'wantsExternal');
  return { complaint, dispute: await childOf(office, complaint) };
}

/** Id of the case that the active step of this one waits for: nothing but the parent's own words make it. */
export async function childOf(office: Office, parent: string): Promise<string> {
  const found = await office.case(parent);
  const snapshot: {
    readonly children?: { readonly [step: string]: { readonly src: string; readonly snapshot: { readonly instance?: string } } };
  } = JSON.parse(found.snapshot);
  const [waiting] = Object.entries(snapshot.children ?? {}).filter(([, child]) => child.src === 'case');
  if (waiting === undefined) throw new Error('No sub-procedure is under way');
  const [step, child] = waiting;
  return childCaseId({ organisation: office.organisation, caseId: parent, step, instance: child.snapshot.instance ?? '' });
}

export async function fieldsOf(office: Office, caseId: string): Promise<JsonObject> {
  return JSON.parse((await office.case(caseId)).snapshot).context;
}

export const stepOf = async (office: Office, caseId: string): Promise<string | undefined> => (await office.case(caseId)).states.at(-1);

/** The step with this id, wherever it lies. */
export function stepIn(states: Readonly<Record<string, State>>, id: string): State | undefined {
  return states[id] ?? Object.values(states).flatMap((state) => (state.states ? (stepIn(state.states, id) ?? []) : []))[0];
}
