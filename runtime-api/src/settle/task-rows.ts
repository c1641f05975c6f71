import { type CaseState, type JsonObject, type Task, taskDueAt } from '@redress/engine';
import { never } from '../store/case-state.ts';
import type { CaseDocument } from '../store/models/case.ts';
import type { TaskDocument } from '../store/models/task.ts';

type Described = Pick<CaseDocument, 'organisation' | 'definition' | 'title' | 'severity'>;

/** The task rows that a step changed: opened, altered (claim, due, number, title) and closed ones. */
export function changedTaskRows(
  before: { readonly state: CaseState; readonly document: Described } | undefined,
  after: { readonly state: CaseState; readonly document: Described },
  event: {
    readonly type: string;
    readonly at: string;
    readonly by?: { readonly person?: string };
    readonly payload?: JsonObject;
  },
): readonly TaskDocument[] {
  const rows: TaskDocument[] = [];
  const earlier = new Map((before?.state.tasks ?? []).map((task) => [task.id, task]));
  for (const task of after.state.tasks) {
    const row = taskRow(task, after.state, after.document);
    const was = earlier.get(task.id);
    earlier.delete(task.id);
    if (was !== undefined && before !== undefined && sameRow(taskRow(was, before.state, before.document), row)) continue;
    rows.push(row);
  }
  for (const task of earlier.values()) {
    // A person ended it who named it; else it was taken away (deadline, withdrawal, end of the case).
    const done = event.payload?.task === task.id && event.by?.person !== undefined;
    rows.push({
      ...taskRow(task, after.state, after.document, before?.state),
      state: done ? 'done' : 'cancelled',
      doneAt: event.at,
      ...(event.by?.person === undefined ? {} : { doneBy: event.by.person }),
      doneEvent: event.type,
    });
  }
  return rows;
}

/** The row of an open task as its case has it now; nothing if the case has no such task open. */
export function openTaskRow(of: { readonly state: CaseState; readonly document: Described }, id: string): TaskDocument | undefined {
  const task = of.state.tasks.find((open) => `${of.state.caseId}:${open.id}` === id);
  return task && taskRow(task, of.state, of.document);
}

/** What has been taken away is due as it was before. */
function taskRow(task: Task, state: CaseState, document: Described, open: CaseState = state): TaskDocument {
  const dueAt = taskDueAt(task, open);
  return {
    _id: `${state.caseId}:${task.id}`,
    organisation: document.organisation,
    caseId: state.caseId,
    revision: state.revision,
    task: task.id,
    step: task.step,
    kind: task.kind,
    role: task.role,
    queue: `${document.definition.id}/${task.role}`,
    definition: document.definition,
    ...(task.form === undefined ? {} : { form: task.form }),
    ...(typeof task.letter?.key === 'string' ? { letter: task.letter.key } : {}),
    openedAt: task.openedAt,
    ...(dueAt === undefined ? {} : { dueAt }),
    dueSort: dueAt ?? never,
    ...(task.assignee === undefined ? {} : { assignee: task.assignee }),
    holder: task.assignee ?? '',
    state: 'open',
    ...(state.number === undefined ? {} : { number: state.number }),
    title: document.title,
    ...(document.severity === undefined ? {} : { severity: document.severity }),
    ...(typeof task.priority === 'number' ? { priority: task.priority } : {}),
    excludes: task.excludes,
    competence: task.competence,
  };
}

const sameRow = (one: TaskDocument, other: TaskDocument): boolean =>
  JSON.stringify({ ...one, revision: 0 }) === JSON.stringify({ ...other, revision: 0 });
