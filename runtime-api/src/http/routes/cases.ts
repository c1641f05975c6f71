import { explainDue, ok, type Result, refuse, type Term } from '@redress/engine';
import { Type } from '@sinclair/typebox';
import { instant } from '../../people/desk.ts';
import type { JournalLine } from '../../store/models/journal.ts';
import { asJsonObject } from '../as-json.ts';
import { searchCases } from '../case-search.ts';
import { pageOf } from '../cursor.ts';
import { deliveredView, deliverFor, taskInstance } from '../deliver-for.ts';
import { type HttpRefusal, procedureBroken } from '../http-refusal.ts';
import { answer, type Route, route } from '../route.ts';
import { Page } from '../shapes/basics.ts';
import { DueExplanation } from '../shapes/calendars.ts';
import { CaseEventText, CaseSearch, TimerRow } from '../shapes/case-work.ts';
import { CaseRow, CaseView, DeliveredEvent, TimelineLine } from '../shapes/cases.ts';
import { OfferView } from '../shapes/work.ts';
import { actorOf, senderOf } from '../views/caller-roles.ts';
import { caseView, timerRow } from '../views/case-view.ts';
import { offersOf } from '../views/offer-view.ts';
import { own, type ReadCase, readCase } from '../views/read-case.ts';
import { withSpeakers } from '../views/speakers.ts';
import { timelineView } from '../views/timeline-view.ts';
import { toldExcluded } from '../views/told-excluded.ts';

const tag = 'cases';
const OffersQuery = Type.Object({ onBehalfOf: Type.Optional(Type.String({ maxLength: 200 })) });
const TimelineQuery = Type.Object({
  after: Type.Optional(Type.Integer({ minimum: 0 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
const ExplainQuery = Type.Object({
  timer: Type.Optional(Type.String({ maxLength: 200 })),
  clock: Type.Optional(Type.String({ maxLength: 200 })),
});

interface Counted {
  readonly term: Term;
  readonly from: string;
  readonly dueAt: string;
  readonly pauses: readonly { readonly from: string; readonly to?: string }[];
}

/** What a timer or clock counted: from when, by what. A timer moved by hand counts nothing. */
function counted(
  { state }: ReadCase,
  { timer: timerId, clock: clockId }: { readonly timer?: string; readonly clock?: string },
): Counted | undefined {
  const clock = clockId === undefined ? undefined : own(state.clocks, clockId);
  if (clock) return { term: clock.term, from: clock.startedAt, dueAt: clock.dueAt, pauses: clock.pauses };
  const timer = state.timers.find(({ id }) => id === timerId);
  return timer?.term ? { term: timer.term, from: timer.armedAt, dueAt: timer.dueAt, pauses: [] } : undefined;
}

function explained(read: ReadCase, asked: { readonly timer?: string; readonly clock?: string }): Result<object, HttpRefusal> {
  const unknown = refuse({ code: 'not-found', what: 'deadline', id: asked.clock ?? asked.timer ?? '' } as const);
  const what = counted(read, asked);
  const calendar = what && own(read.runnable?.calendars ?? {}, what.term.calendar);
  if (!what || !calendar) return unknown;
  const days = explainDue(what.term, what.from, calendar, what.pauses);
  if (!days.ok) return unknown;
  return ok({
    from: what.from,
    dueAt: what.dueAt,
    calendar: { id: calendar.id, version: calendar.version, timeZone: calendar.timeZone },
    days: days.value,
  });
}

export const caseRoutes: readonly Route[] = [
  route(
    'post',
    {
      operation: 'searchCases',
      path: '/cases/search',
      summary: 'Cases I may see',
      tag,
      body: CaseSearch,
      answers: { 200: Page(CaseRow) },
      refusals: ['cursor-invalid'],
    },
    async ({ office, body }, caller) => {
      const page = await searchCases(office, caller, body);
      return page.ok ? answer(page.value) : page;
    },
  ),
  route(
    'get',
    { operation: 'readCase', path: '/cases/{case}', summary: 'One case', tag, answers: { 200: CaseView }, refusals: ['case-not-found'] },
    async ({ office, parameters }, caller) => {
      const read = await readCase(office, caller, parameters.case);
      return read.ok
        ? answer(await caseView(office, caller, read.value, instant(office.desk.clock.now())), {
            ETag: `"${read.value.document.revision}"`,
          })
        : read;
    },
  ),
  route(
    'post',
    {
      operation: 'sendEvent',
      path: '/cases/{case}/events',
      summary: 'Something happened: by me, or recorded for somebody outside',
      tag,
      body: CaseEventText,
      limit: 'form',
      ownKeys: true,
      answers: { 200: DeliveredEvent },
      refusals: [
        'case-not-found',
        'event-not-accepted',
        'case-ended',
        'task-gone',
        'task-claimed',
        'not-permitted',
        'excluded',
        'on-behalf-not-allowed',
        'said-in-future',
        'person-not-found',
        'form-invalid',
        'step-failed',
        'limit',
        'key-reused',
        'busy',
        ...procedureBroken,
      ],
    },
    async ({ office, parameters, body, idempotencyKey }, caller) => {
      const read = await readCase(office, caller, parameters.case);
      if (!read.ok) return read;
      // The engine's own events carry a dot and have routes of their own.
      if (body.event.includes('.')) return refuse({ code: 'event-not-accepted', event: body.event, accepted: [], because: 'unknown' });
      const by = await senderOf(office, caller, read.value.definition, body);
      if (!by.ok) return by;
      const payload = asJsonObject({
        values: body.values,
        task: body.task === undefined ? undefined : taskInstance(parameters.case, body.task),
        recorded: body.recorded,
      });
      const told = await deliverFor(office, caller, parameters.case, {
        operation: 'sendEvent',
        key: idempotencyKey,
        type: body.event,
        payload,
        by: by.value,
      });
      return told.ok
        ? deliveredView(read.value, told.value)
        : refuse(await toldExcluded(office, caller.organisation, read.value.definition, told.refusal));
    },
  ),
  route(
    'get',
    {
      operation: 'listOffers',
      path: '/cases/{case}/offers',
      summary: 'What is possible now, for me or for somebody I record for',
      tag,
      query: OffersQuery,
      answers: { 200: Page(OfferView) },
      refusals: ['case-not-found', 'on-behalf-not-allowed', 'person-not-found'],
    },
    async ({ office, parameters, query }, caller) => {
      const read = await readCase(office, caller, parameters.case);
      if (!read.ok) return read;
      const actor = await actorOf(office, caller, read.value.definition, query.onBehalfOf);
      if (!actor.ok) return actor;
      const offers = offersOf(read.value, { actor: actor.value, caller, at: instant(office.desk.clock.now()) });
      return answer({ rows: [...(await withSpeakers(office, read.value, offers))], more: false });
    },
  ),
  route(
    'get',
    {
      operation: 'readTimeline',
      path: '/cases/{case}/timeline',
      summary: 'What happened, from a revision on',
      tag,
      query: TimelineQuery,
      answers: { 200: Page(TimelineLine) },
      refusals: ['case-not-found'],
    },
    async ({ office, parameters, query }, caller) => {
      const read = await readCase(office, caller, parameters.case);
      if (!read.ok) return read;
      const limit = query.limit ?? 100;
      const lines = await office.ports.store.journal
        .find({ organisation: caller.organisation, caseId: parameters.case, revision: { $gt: query.after ?? 0 } })
        .sort({ revision: 1 })
        .limit(limit + 1)
        .lean<JournalLine[]>();
      const views = await timelineView(office, read.value, lines);
      return answer(
        pageOf(
          views,
          limit,
          ({ revision }) => String(revision),
          (line) => line,
        ),
      );
    },
  ),
  route(
    'get',
    {
      operation: 'listTimers',
      path: '/cases/{case}/timers',
      summary: 'What falls due by itself',
      tag,
      answers: { 200: Page(TimerRow) },
      refusals: ['case-not-found'],
    },
    async ({ office, parameters }, caller) => {
      const read = await readCase(office, caller, parameters.case);
      return read.ok ? answer({ rows: read.value.state.timers.map((timer) => timerRow(read.value, timer)), more: false }) : read;
    },
  ),
  route(
    'get',
    {
      operation: 'explainDue',
      path: '/cases/{case}/explanation',
      summary: 'Why a clock or timer falls due when it does, day by day',
      tag,
      query: ExplainQuery,
      answers: { 200: DueExplanation },
      refusals: ['case-not-found', 'not-found'],
    },
    async ({ office, parameters, query }, caller) => {
      const read = await readCase(office, caller, parameters.case);
      if (!read.ok) return read;
      const told = explained(read.value, query);
      return told.ok ? answer(told.value) : told;
    },
  ),
];
