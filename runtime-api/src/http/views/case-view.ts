import { type Definition, type Task, type Timer, taskDueAt } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { namesOf } from '../../people/persons.ts';
import { unheldRoles } from '../../people/unheld-roles.ts';
import type { CaseDocument } from '../../store/models/case.ts';
import type { JournalLine } from '../../store/models/journal.ts';
import type { Caller } from '../caller.ts';
import type { Office } from '../office.ts';
import { present } from '../present.ts';
import type { TimerRow } from '../shapes/case-work.ts';
import type { CaseView } from '../shapes/cases.ts';
import { caseRow } from './case-row.ts';
import { clockViews } from './clock-view.ts';
import { words } from './form-view.ts';
import { brokenView, failedWork, incidentView } from './incident-view.ts';
import { titleOf } from './offer-view.ts';
import { filledFields, noteRead, own, type ReadCase } from './read-case.ts';
import { childrenOf, parentOf } from './relatives.ts';

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
  const [names, children, origin, path, unheld, work] = await Promise.all([
    namesOf(
      office.desk,
      caller.organisation,
      state.tasks.map(({ assignee }) => assignee ?? ''),
    ),
    childrenOf(office, caller, document),
    parentOf(office, caller, document),
    pathOf(office, document),
    unheldRoles(office.desk, document.organisation, definition),
    failedWork(office, caller.organisation, document.incidents),
  ]);
  return {
    ...caseRow(document, read, at),
    channel: document.channel,
    enteredAt: document.createdAt,
    definitionVersion: document.definition.version,
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
    incidentList: [...brokenView(read, document), ...document.incidents.map((incident) => incidentView(read, incident, work))],
    children,
    ...(origin ? { origin } : {}),
    unheldRoles: unheld.map((role) => ({ role, title: words(own(definition.roles, role)?.title ?? {}) })),
    path,
  };
}

function taskLine({ definition, document, state }: ReadCase, task: Task, names: Awaited<ReturnType<typeof namesOf>>) {
  const dueAt = taskDueAt(task, state);
  const assignee = task.assignee === undefined ? undefined : names.get(task.assignee);
  return {
    id: `${document._id}:${task.id}`,
    step: task.step,
    stepTitle: titleOf(definition, task.step),
    kind: task.kind,
    ...present({ letter: letterToPrint(definition, task) }),
    role: task.role,
    roleTitle: words(own(definition.roles, task.role)?.title ?? {}),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(assignee ? { assignee } : {}),
  };
}

function letterToPrint(definition: Definition, { letter }: Task) {
  if (typeof letter?.key !== 'string' || typeof letter.letter !== 'string') return undefined;
  return { key: letter.key, title: words(own(definition.letters, letter.letter)?.title ?? {}) };
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
