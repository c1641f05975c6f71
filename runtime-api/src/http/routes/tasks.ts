import { ok, type Result, refuse } from '@redress/engine';
import { Type } from '@sinclair/typebox';
import { instant } from '../../people/desk.ts';
import { namesOf, personOf } from '../../people/persons.ts';
import { rolesHeld } from '../../people/roles-held.ts';
import { openTaskRow } from '../../settle/task-rows.ts';
import type { TaskDocument } from '../../store/models/task.ts';
import { asJsonObject } from '../as-json.ts';
import type { Caller } from '../caller.ts';
import { deliveredView, deliverFor, standingView } from '../deliver-for.ts';
import { type HttpRefusal, procedureBroken } from '../http-refusal.ts';
import type { Office } from '../office.ts';
import { present } from '../present.ts';
import { answer, type Route, route } from '../route.ts';
import { Page } from '../shapes/basics.ts';
import { TaskAssignment, TaskSearch } from '../shapes/case-work.ts';
import { DeliveredEvent } from '../shapes/cases.ts';
import { Submission, TaskRow, TaskView } from '../shapes/work.ts';
import { searchTasks } from '../task-search.ts';
import { actorOf, senderOf } from '../views/caller-roles.ts';
import { formOfCase, words } from '../views/form-view.ts';
import { offersOf, stateBy } from '../views/offer-view.ts';
import { type ReadCase, readCase } from '../views/read-case.ts';
import { withSpeakers } from '../views/speakers.ts';
import { taskRows } from '../views/task-view.ts';
import { toldExcluded } from '../views/told-excluded.ts';

const tag = 'tasks';
const Empty = Type.Object({}, { additionalProperties: false });

interface FoundTask {
  readonly row: TaskDocument;
  readonly read: ReadCase;
}

/**
 * A task of a case that the caller may see. An open one is in its case, whether its row is copied yet or not; one that is over has its row.
 * What is about to be done may look at memory: the road of the case decides again, if need be on a fresh read.
 */
async function findTask(office: Office, caller: Caller, id: string, fresh: boolean): Promise<Result<FoundTask, HttpRefusal>> {
  const read = await readCase(office, caller, id.slice(0, Math.max(0, id.indexOf(':'))), fresh);
  const open = read.ok ? openTaskRow(read.value, id) : undefined;
  if (read.ok && open) return ok({ row: open, read: read.value });
  const row = await office.ports.store.tasks.findOne({ organisation: caller.organisation, _id: id }).lean<TaskDocument>();
  const again = row && (await readCase(office, caller, row.caseId, true));
  return row && again?.ok ? ok({ row, read: again.value }) : refuse({ code: 'not-found', what: 'task', id });
}

/** The refusal that somebody was faster tells who it was and when; that somebody is kept away, who and why. */
async function whoWas(office: Office, caller: Caller, found: FoundTask, refusal: HttpRefusal): Promise<HttpRefusal> {
  if (refusal.code === 'excluded') return toldExcluded(office, caller.organisation, found.read.definition, refusal);
  if (refusal.code !== 'task-gone' && refusal.code !== 'task-claimed' && refusal.code !== 'case-ended') return refusal;
  const now = await office.ports.store.tasks.findOne({ organisation: caller.organisation, _id: found.row._id }).lean<TaskDocument>();
  const who = refusal.code === 'task-claimed' ? refusal.by : now?.doneBy;
  const name = who === undefined ? undefined : (await namesOf(office.desk, caller.organisation, [who])).get(who);
  return {
    ...refusal,
    ...(name ? { person: name } : {}),
    ...(now?.doneAt === undefined ? {} : { at: now.doneAt }),
    ...(now ? { state: now.state } : {}),
    ...present({ event: now?.doneEvent }),
  };
}

async function tell(
  office: Office,
  caller: Caller,
  id: string,
  about: { readonly operation: 'claimTask' | 'releaseTask'; readonly key: string; readonly type: string },
) {
  const found = await findTask(office, caller, id, false);
  if (!found.ok) return found;
  const { read, row } = found.value;
  const by = await actorOf(office, caller, read.definition);
  if (!by.ok) return by;
  if (about.operation === 'claimTask' && row.assignee !== undefined && row.assignee === by.value.person) {
    // It is his already, unless memory is behind: nothing happens, and no line is written.
    const now = await findTask(office, caller, id, true);
    if (now.ok && now.value.row.state === 'open' && now.value.row.assignee === row.assignee) return standingView(now.value.read);
  }
  const told = await deliverFor(office, caller, row.caseId, { ...about, payload: { task: row.task }, by: by.value });
  return told.ok ? deliveredView(read, told.value) : refuse(await whoWas(office, caller, found.value, told.refusal));
}

const refusals = [
  'not-found',
  'task-gone',
  'task-claimed',
  'not-permitted',
  'excluded',
  'case-ended',
  'key-reused',
  'busy',
  ...procedureBroken,
] as const;

export const taskRoutes: readonly Route[] = [
  route(
    'post',
    {
      operation: 'searchTasks',
      path: '/tasks/search',
      summary: 'Tasks by due date: mine, my queues, done',
      tag,
      body: TaskSearch,
      answers: { 200: Page(TaskRow) },
      refusals: ['cursor-invalid'],
    },
    async ({ office, body }, caller) => {
      const page = await searchTasks(office, caller, body);
      return page.ok ? answer(page.value) : page;
    },
  ),
  route(
    'get',
    {
      operation: 'readTask',
      path: '/tasks/{task}',
      summary: 'A task with its form and what can become of it',
      tag,
      answers: { 200: TaskView },
      refusals: ['not-found'],
    },
    async ({ office, parameters }, caller) => {
      const found = await findTask(office, caller, parameters.task, true);
      if (!found.ok) return found;
      const { row, read } = found.value;
      const [view] = await taskRows(office, caller, [found.value]);
      const actor = await actorOf(office, caller, read.definition);
      const at = instant(office.desk.clock.now());
      const offers = actor.ok
        ? await withSpeakers(
            office,
            read,
            offersOf(read, { actor: actor.value, caller, at }).filter(
              ({ task, from }) => task === row.task || (task === undefined && from === row.step),
            ),
          )
        : [];
      const help = stateBy(read.definition.machine.states, row.step)?.meta?.help;
      return answer({
        ...view,
        ...(help ? { help: words(help) } : {}),
        ...(row.form === undefined
          ? {}
          : {
              form: formOfCase(
                read,
                row.form,
                at,
                [...read.roles, row.role].filter((role) => read.roles.includes(role)),
              ),
            }),
        offers: [...offers],
        excludes: [...row.excludes],
        revision: read.document.revision,
      });
    },
  ),
  route(
    'post',
    {
      operation: 'claimTask',
      path: '/tasks/{task}/claim',
      summary: 'I take it',
      tag,
      body: Empty,
      ownKeys: true,
      answers: { 200: DeliveredEvent },
      refusals,
    },
    async ({ office, parameters, idempotencyKey: key }, caller) =>
      tell(office, caller, parameters.task, { operation: 'claimTask', key, type: 'task.claim' }),
  ),
  route(
    'post',
    {
      operation: 'releaseTask',
      path: '/tasks/{task}/release',
      summary: 'I give it back',
      tag,
      body: Empty,
      ownKeys: true,
      answers: { 200: DeliveredEvent },
      refusals,
    },
    async ({ office, parameters, idempotencyKey: key }, caller) =>
      tell(office, caller, parameters.task, { operation: 'releaseTask', key, type: 'task.release' }),
  ),
  route(
    'post',
    {
      operation: 'assignTask',
      path: '/tasks/{task}/assignment',
      summary: 'Somebody in charge gives it to somebody who holds its role',
      tag,
      body: TaskAssignment,
      ownKeys: true,
      answers: { 200: DeliveredEvent },
      refusals: [...refusals, 'person-not-found'],
    },
    async ({ office, parameters, body, idempotencyKey }, caller) => {
      const found = await findTask(office, caller, parameters.task, false);
      if (!found.ok) return found;
      const { row, read } = found.value;
      const person = await personOf(office.desk, { organisation: caller.organisation, person: body.person });
      if (person?.signIn !== 'active') return refuse({ code: 'person-not-found', person: body.person });
      const by = await actorOf(office, caller, read.definition);
      if (!by.ok) return by;
      const payload = { task: row.task, person: person._id, roles: [...rolesHeld(person, read.definition)] };
      const told = await deliverFor(office, caller, row.caseId, {
        operation: 'assignTask',
        key: idempotencyKey,
        type: 'task.assign',
        payload,
        by: by.value,
      });
      return told.ok ? deliveredView(read, told.value) : refuse(await whoWas(office, caller, found.value, told.refusal));
    },
  ),
  route(
    'post',
    {
      operation: 'completeTask',
      path: '/tasks/{task}/completion',
      summary: 'Its outcome, with the answers of its form',
      tag,
      body: Submission,
      limit: 'form',
      ownKeys: true,
      answers: { 200: DeliveredEvent },
      refusals: [
        ...refusals,
        'event-not-accepted',
        'form-invalid',
        'on-behalf-not-allowed',
        'said-in-future',
        'person-not-found',
        'step-failed',
        'payload-invalid',
        'sent-at-impossible',
        'limit',
      ],
    },
    async ({ office, parameters, body, idempotencyKey: key }, caller) => {
      const found = await findTask(office, caller, parameters.task, false);
      if (!found.ok) return found;
      const { row, read } = found.value;
      const by = await senderOf(office, caller, read.definition, body);
      if (!by.ok) return by;
      // A letter that was printed has one outcome: it is in the post.
      const printed = row.kind === 'print';
      if (!printed && body.event.includes('.'))
        return refuse({ code: 'event-not-accepted', event: body.event, accepted: [], because: 'unknown' });
      const type = printed ? 'letter.sent' : body.event;
      const payload = printed
        ? asJsonObject({ task: row.task, letter: row.letter, how: body.values?.how, sentAt: body.values?.sentAt })
        : asJsonObject({ values: body.values ?? {}, task: row.task, recorded: body.recorded });
      const told = await deliverFor(office, caller, row.caseId, { operation: 'completeTask', key, type, payload, by: by.value });
      return told.ok ? deliveredView(read, told.value) : refuse(await whoWas(office, caller, found.value, told.refusal));
    },
  ),
];
