import { exclusionOf, type JsonObject, type Task } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { namesOf } from '../../people/persons.ts';
import type { CaseDocument } from '../../store/models/case.ts';
import type { LetterDocument } from '../../store/models/letter.ts';
import type { TaskDocument } from '../../store/models/task.ts';
import type { Caller } from '../caller.ts';
import type { Office } from '../office.ts';
import { present } from '../present.ts';
import type { TaskRow } from '../shapes/work.ts';
import { words } from './form-view.ts';
import { titleOf } from './offer-view.ts';
import { own, type Reader, type SeenCase } from './read-case.ts';
import { originOf } from './relatives.ts';

/** Of its case, a row of a task needs no more. */
export type ListedRead = SeenCase & Reader & { readonly document: Pick<CaseDocument, 'organisation' | 'number'> };

/** Whether the reader may take it: role, no exclusion, nobody else holds it. The engine decides again when it happens. */
export function claimable(
  read: ListedRead,
  caller: Caller,
  task: Pick<Task, 'id' | 'role' | 'excludes' | 'assignee'>,
): { readonly mayClaim: boolean; readonly because?: string } {
  const person = caller.person?._id;
  if (person === undefined || !read.roles.includes(task.role)) return { mayClaim: false, because: 'role' };
  if (task.assignee !== undefined && task.assignee !== person) return { mayClaim: false, because: 'claimed' };
  const { state, definition } = read;
  const fields: JsonObject = state.snapshot.context;
  const away = exclusionOf({ person }, task, {
    performedBy: state.performedBy,
    tasks: state.tasks,
    keptAway: state.keptAway,
    fields,
    definition,
  });
  return away ? { mayClaim: false, because: 'excluded' } : { mayClaim: true };
}

/** Task rows as lists show them. */
export async function taskRows(
  office: Office,
  caller: Caller,
  found: readonly { readonly row: TaskDocument; readonly read: ListedRead }[],
): Promise<readonly Static<typeof TaskRow>[]> {
  const names = await namesOf(
    office.desk,
    caller.organisation,
    found.flatMap(({ row }) => [row.assignee ?? '', row.doneBy ?? '']),
  );
  const letters = await lettersToPrint(
    office,
    caller.organisation,
    found.flatMap(({ row }) => row.letter ?? []),
  );
  const origins = new Map<string, Awaited<ReturnType<typeof originOf>>>();
  for (const { read } of found) if (!origins.has(read.document._id)) origins.set(read.document._id, await originOf(office, read.document));
  return found.map(({ row, read }) => {
    const origin = origins.get(read.document._id);
    const assignee = row.assignee === undefined ? undefined : names.get(row.assignee);
    const doneBy = row.doneBy === undefined ? undefined : names.get(row.doneBy);
    const number = row.number ?? read.document.number;
    const claim =
      row.state === 'open'
        ? claimable(read, caller, {
            id: row.task,
            role: row.role,
            excludes: row.excludes,
            ...(row.assignee === undefined ? {} : { assignee: row.assignee }),
          })
        : { mayClaim: false, because: row.state };
    return {
      id: row._id,
      caseId: row.caseId,
      ...(number === undefined ? {} : { number }),
      ...(origin ? { origin } : {}),
      title: row.title,
      step: row.step,
      stepTitle: titleOf(read.definition, row.step),
      kind: row.kind,
      ...present({ letter: letters.get(row.letter ?? '') }),
      definition: row.definition.id,
      role: row.role,
      roleTitle: words(own(read.definition.roles, row.role)?.title ?? {}),
      openedAt: row.openedAt,
      ...(row.dueAt === undefined ? {} : { dueAt: row.dueAt }),
      ...(assignee ? { assignee } : {}),
      ...(row.severity === undefined ? {} : { severity: row.severity }),
      ...(row.priority === undefined ? {} : { priority: row.priority }),
      ...(row.state === 'open' || row.doneAt === undefined
        ? {}
        : { doneAt: row.doneAt, state: row.state, ...present({ doneBy, doneEvent: row.doneEvent }) }),
      ...claim,
    };
  });
}

/** What the tasks "print and post" are about, by the keys of the letters. */
async function lettersToPrint(office: Office, organisation: string, keys: readonly string[]) {
  if (keys.length === 0) return new Map<string, never>();
  const found = await office.ports.store.letters
    .find({ organisation, _id: { $in: [...keys] } }, { title: 1 })
    .lean<Pick<LetterDocument, '_id' | 'title'>[]>();
  return new Map(found.map(({ _id, title }) => [_id, { key: _id, title: words(title) }]));
}
