import type { CaseDocument } from '../../runtime-api/src/store/models/case.ts';
import type { LetterDocument } from '../../runtime-api/src/store/models/letter.ts';
import type { TaskDocument } from '../../runtime-api/src/store/models/task.ts';
import type { Store } from '../../runtime-api/src/store/store.ts';
import type { ServerChronicle } from './chronicle.ts';
import type { Family } from './run-office.ts';
import { type CaseStory, deadlineLine, letterLine, type Story, taskLine } from './story.ts';

/** What the store holds of one complaint when all is over. */
export async function toldByServer(
  family: Family,
  of: { readonly store: Store; readonly organisation: string; readonly chronicle: ServerChronicle },
): Promise<Story> {
  const cases = await Promise.all([...family.cases.keys()].map((caseId) => caseStory(caseId, of)));
  return { key: family.row.key, cases, refused: family.refused };
}

async function caseStory(
  caseId: string,
  { store, organisation, chronicle }: { readonly store: Store; readonly organisation: string; readonly chronicle: ServerChronicle },
): Promise<CaseStory> {
  const [found, letters, tasks] = await Promise.all([
    store.cases.findOne({ organisation, _id: caseId }).lean<CaseDocument>(),
    store.letters.find({ organisation, caseId }).sort({ at: 1 }).lean<LetterDocument[]>(),
    store.tasks.find({ organisation, caseId }).sort({ openedAt: 1 }).lean<TaskDocument[]>(),
  ]);
  if (!found) throw new Error(`No case ${caseId}`);
  return {
    process: found.definition.id,
    begunAt: found.createdAt,
    endedAt: chronicle.endedAt.get(caseId) ?? '',
    status: found.status,
    outcome: found.outcome ?? '',
    letters: letters.map(({ at, letter, role, ...more }) => letterLine({ at, letter, to: role, became: became(more) })),
    deadlines: (chronicle.deadlines.get(caseId) ?? []).map(deadlineLine),
    tasks: tasks.map(({ doneAt, ...task }) => taskLine({ ...task, ...(doneAt !== undefined && { closedAt: doneAt }) })),
  };
}

/** In the words of a rehearsal. */
function became({ state, sent }: Pick<LetterDocument, 'state' | 'sent'>): string {
  if (state === 'to-print') return 'to print';
  return state === 'sent' && sent?.how === 'post' ? 'posted' : state === 'inbox' ? 'sent' : state;
}
