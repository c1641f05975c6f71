import type { Task, Timer } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { namesOf } from '../../people/persons.ts';
import { rolesHeld } from '../../people/roles-held.ts';
import type { CaseDocument } from '../../store/models/case.ts';
import type { JournalLine } from '../../store/models/journal.ts';
import type { Caller } from '../caller.ts';
import type { Office } from '../office.ts';
import type { TimerRow } from '../shapes/case-work.ts';
import type { CaseView } from '../shapes/cases.ts';
import { caseRow } from './case-row.ts';
import { clockViews } from './clock-view.ts';
import { words } from './form-view.ts';
import { failedWork, incidentView } from './incident-view.ts';
import { definitionOf } from './known-definitions.ts';
import { titleOf } from './offer-view.ts';
import { filledFields, noteRead, own, type ReadCase } from './read-case.ts';

/** The whole case, as far as this reader may see it. */
export async function caseView(office: Office, caller: Caller, read: ReadCase, at: string): Promise<Static<typeof CaseView>> {
  const { document, state, definition } = read;
  const filled = filledFields(definition, state.snapshot.context);
  const shown = filled.filter(([field]) => read.mayRead(field));
  noteRead(
    office,
    caller,
    read,
    shown.map(([field]) => field),
  );
  const [names, children, path, unheldRoles, work] = await Promise.all([
    namesOf(
      office.desk,
      caller.organisation,
      state.tasks.map(({ assignee }) => assignee ?? ''),
    ),
    childrenOf(office, document),
    pathOf(office, document),
    unheld(office, read),
    failedWork(office, caller.organisation, document.incidents),
  ]);
  return {
    ...caseRow(document, definition, at),
    channel: document.channel,
    enteredAt: document.createdAt,
    definitionVersion: document.definition.version,
    ...(document.businessKey === undefined ? {} : { businessKey: document.businessKey }),
    clocks: clockViews(read, at),
    timers: state.timers.map((timer) => timerRow(read, timer)),
    tasks: state.tasks.map((task) => taskLine(read, task, names)),
    fields: shown.flatMap(([id, value]) => {
      const field = own(definition.data, id);
      if (!field) return [];
      const format = field.schema.format;
      return [
        {
          field: id,
          title: words(field.title),
          value,
          ...(field.options ? { options: field.options.map((option) => ({ value: option.value, title: words(option.title) })) } : {}),
          ...(field.personal ? { personal: field.personal } : {}),
          ...(field.holds ? { holds: field.holds } : {}),
          ...(typeof format === 'string' ? { format } : {}),
        },
      ];
    }),
    hidden: filled.length - shown.length,
    incidentList: document.incidents.map((incident) => incidentView(read, incident, work)),
    children,
    unheldRoles,
    path,
  };
}

function taskLine({ definition, document }: ReadCase, task: Task, names: Awaited<ReturnType<typeof namesOf>>) {
  const assignee = task.assignee === undefined ? undefined : names.get(task.assignee);
  return {
    id: `${document._id}:${task.id}`,
    step: task.step,
    stepTitle: titleOf(definition, task.step),
    kind: task.kind,
    role: task.role,
    roleTitle: words(own(definition.roles, task.role)?.title ?? {}),
    ...(task.dueAt === undefined ? {} : { dueAt: task.dueAt }),
    ...(assignee ? { assignee } : {}),
  };
}

export const timerRow = ({ definition }: ReadCase, timer: Timer): Static<typeof TimerRow> => {
  const title = timer.delay === undefined ? undefined : own(definition.delays, timer.delay)?.title;
  const [, clock] = timer.id.startsWith('clock.') ? timer.id.split('.') : [];
  const clockTitle = clock === undefined ? undefined : own(definition.clocks, clock)?.title;
  return {
    id: timer.id,
    ...(timer.step === undefined ? {} : { step: timer.step, stepTitle: titleOf(definition, timer.step) }),
    ...(timer.delay === undefined ? {} : { delay: timer.delay }),
    ...((title ?? clockTitle) ? { title: words(title ?? clockTitle ?? {}) } : {}),
    ...(clock === undefined ? {} : { clock }),
    dueAt: timer.dueAt,
    armedAt: timer.armedAt,
    moved: timer.moved === true,
  };
};

async function childrenOf(office: Office, { organisation, _id }: CaseDocument) {
  const found = await office.ports.store.cases
    .find({ organisation, 'parent.caseId': _id }, { number: 1, definition: 1, status: 1, outcome: 1 })
    .limit(100)
    .lean<Pick<CaseDocument, '_id' | 'number' | 'definition' | 'status' | 'outcome'>[]>();
  return await Promise.all(
    found.map(async ({ _id: id, number, definition, status, outcome }) => {
      const known = await definitionOf(office, organisation, definition);
      return {
        id,
        ...(number === undefined ? {} : { number }),
        definition: definition.id,
        definitionTitle: words(known?.title ?? {}),
        status,
        ...(outcome === undefined ? {} : { outcome }),
      };
    }),
  );
}

/** Rows walked so far, in order, for the chart. */
async function pathOf(office: Office, { organisation, _id }: CaseDocument) {
  const lines = await office.ports.store.journal
    .find({ organisation, caseId: _id }, { revision: 1, taken: 1 })
    .sort({ revision: 1 })
    .limit(2000)
    .lean<Pick<JournalLine, 'revision' | 'taken'>[]>();
  return lines.flatMap(({ revision, taken }) =>
    taken.map(([event, from, to, at]) => ({ revision, from, to: to.split(' ').filter((id) => id !== ''), at, event })),
  );
}

/** Roles of ours with something to do in this procedure that nobody holds. */
async function unheld(office: Office, { definition, document }: ReadCase) {
  const staff = await office.desk.models.persons
    .find({ organisation: document.organisation, signIn: 'active' }, { party: 1, rights: 1, assignments: 1, handlesComplaints: 1 })
    .limit(1000)
    .lean();
  const held = new Set(staff.flatMap((person) => rolesHeld(person, definition)));
  return Object.entries(definition.roles).flatMap(([role, { title, party, heldBy }]) =>
    party === 'organisation' && heldBy === undefined && !held.has(role) ? [{ role, title: words(title) }] : [],
  );
}
