import type { Static } from '@sinclair/typebox';
import { Type } from '@sinclair/typebox';
import { instant } from '../../people/desk.ts';
import { distinctValues } from '../../store/distinct-values.ts';
import { type ListedCase, listedFields } from '../../store/listed-case.ts';
import type { CaseDocument } from '../../store/models/case.ts';
import { openQueues } from '../../store/open-work.ts';
import { withIncidents } from '../../store/with-incidents.ts';
import { pageSize, readCursor, writeCursor } from '../cursor.ts';
import type { Office } from '../office.ts';
import { answer, type Route, route } from '../route.ts';
import { Page } from '../shapes/basics.ts';
import { IncidentRow, Statistics } from '../shapes/office.ts';
import { words } from '../views/form-view.ts';
import { casesThatCannotRun, incidentsOf } from '../views/incident-rows.ts';
import { failedWork } from '../views/incident-view.ts';
import { knownDefinitions } from '../views/known-definitions.ts';

const tag = 'overview';
/** Counting stops here: lists say "1,000+". */
const countMax = 1000;
const queuesMax = 1000;
const IncidentQuery = Type.Object({
  after: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});

const most = { limit: countMax + 1 };
const counted = (count: number) => ({ count: Math.min(count, countMax), more: count > countMax });

async function figures({ ports, desk }: Office, organisation: string): Promise<Pick<Static<typeof Statistics>, 'at' | 'cases' | 'tasks'>> {
  const { cases, tasks } = ports.store;
  const at = instant(desk.clock.now());
  // A procedure has few roles: overdue tasks are counted queue by queue, because that is how the index begins.
  const { values: queues } = await openQueues(ports.store, organisation, queuesMax);
  const [active, overdue, ended, cancelled, incidents, open, late, unassigned] = await Promise.all([
    cases.countDocuments({ organisation, status: 'active' }, most),
    cases.countDocuments({ organisation, status: 'active', dueSort: { $lt: at } }, most),
    cases.countDocuments({ organisation, status: 'ended' }, most),
    cases.countDocuments({ organisation, status: 'cancelled' }, most),
    cases.countDocuments(withIncidents(organisation), most),
    tasks.countDocuments({ organisation, state: 'open' }, most),
    tasks.countDocuments({ organisation, state: 'open', queue: { $in: queues }, dueSort: { $lt: at } }, most),
    tasks.countDocuments({ organisation, state: 'open', holder: '' }, most),
  ]);
  return {
    at,
    cases: {
      active: counted(active),
      overdue: counted(overdue),
      ended: counted(ended),
      cancelled: counted(cancelled),
      incidents: counted(incidents),
    },
    tasks: { open: counted(open), overdue: counted(late), unassigned: counted(unassigned) },
  };
}

/** Outcomes that one procedure can have; what lies behind them is told as `more`. */
const outcomesMax = 100;

async function byDefinition(office: Office, organisation: string): Promise<Static<typeof Statistics>['byDefinition']> {
  const { cases } = office.ports.store;
  return await Promise.all(
    (await knownDefinitions(office, organisation)).map(async ({ definition: { id, title } }) => {
      const mine = { organisation, 'definition.id': id };
      const count = async (more: { readonly status: CaseDocument['status']; readonly outcome?: string }) =>
        counted(await cases.countDocuments({ ...mine, ...more }, most));
      const { values, more } = await distinctValues(async (after) => {
        const next = cases.findOne({ ...mine, status: 'ended', outcome: { $gt: after } }, { outcome: 1 }).sort({ outcome: 1 });
        return (await next.lean<Pick<CaseDocument, 'outcome'>>())?.outcome;
      }, outcomesMax);
      const outcomes = await Promise.all(values.map(async (outcome) => [outcome, await count({ status: 'ended', outcome })] as const));
      return {
        definition: id,
        title: words(title),
        active: await count({ status: 'active' }),
        ended: await count({ status: 'ended' }),
        outcomes: Object.fromEntries(outcomes),
        more,
      };
    }),
  );
}

export const overviewRoutes: readonly Route[] = [
  route(
    'get',
    {
      operation: 'readStatistics',
      path: '/statistics',
      summary: 'Figures of my organisation, no single case',
      tag,
      answers: { 200: Statistics },
    },
    async ({ office }, { organisation }) =>
      answer({ ...(await figures(office, organisation)), byDefinition: await byDefinition(office, organisation) }),
  ),
  route(
    'get',
    {
      operation: 'listIncidents',
      path: '/incidents',
      summary: 'What failed and waits for a decision: case by case, where it failed last first',
      tag,
      query: IncidentQuery,
      answers: { 200: Page(IncidentRow) },
      refusals: ['cursor-invalid'],
    },
    async ({ office, query }, caller) => {
      const { organisation } = caller;
      const from = readCursor('incidents', 2, query.after);
      if (!from.ok) return from;
      const limit = query.limit ?? pageSize;
      const [at, id] = from.value ?? [];
      const before = at === undefined || id === undefined ? {} : { $or: [{ failedAt: { $lt: at } }, { failedAt: at, _id: { $gt: id } }] };
      const found = await office.ports.store.cases
        .find({ ...withIncidents(organisation), $and: [before] }, listedFields)
        .sort({ failedAt: -1, _id: 1 })
        .limit(limit + 1)
        .lean<ListedCase[]>();
      const page = found.slice(0, limit);
      const work = await failedWork(
        office,
        organisation,
        page.flatMap(({ incidents }) => incidents),
      );
      const stuck = query.after === undefined ? await casesThatCannotRun(office, organisation) : [];
      const failed = [...stuck.filter(({ _id }) => page.every((one) => one._id !== _id)), ...page];
      const rows = await Promise.all(failed.map((document) => incidentsOf(office, caller, document, work)));
      const last = page.at(-1);
      const more = found.length > limit;
      const next = more && last?.failedAt !== undefined ? { next: writeCursor('incidents', [last.failedAt, last._id]) } : {};
      return answer({ rows: rows.flat(), ...next, more });
    },
  ),
];
