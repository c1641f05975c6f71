import { type Calendars, type Definition, type LetterFates, type RehearsedCase, Rehearsing } from '@redress/engine';
import type { ImportRow } from '../../runtime-api/src/import/read-row.ts';
import { addressIn } from '../../runtime-api/src/letters/address.ts';
import { schemas } from '../tools/schema-tool.ts';
import { type Habits, type Intention, inOrder } from './habits.ts';
import { peopleOfRehearsal } from './people.ts';
import { type CaseStory, deadlineLine, letterLine, type Story, taskLine } from './story.ts';

export interface Foretelling {
  readonly definitions: readonly Definition[];
  readonly calendars: Calendars;
  readonly habits: Habits;
}

/** A complaint lives some years at most, with some hundred events: more is a loop. */
const movesMax = 2_000;

/** What will happen to one complaint: the engine alone, no server, no store, no clock. */
export function foretell(row: ImportRow, enteredAt: string, { definitions, calendars, habits }: Foretelling): Story {
  const people = peopleOfRehearsal(definitions);
  const walk = new Rehearsing(
    { definitions, calendars, tools: { schemas } },
    {
      process: 'complaint',
      at: enteredAt,
      receivedAt: row.receivedAt,
      channel: row.channel,
      input: row.values,
      people,
      letters: fatesOf(row),
    },
  );
  const wishes = habits.wishes(row, enteredAt).map((intention) => ({ intention, key: intention.step }));
  const seen = new Map<string, Intention | undefined>();
  const over = new Set<string>();
  let refused = 0;
  for (let moves = 0; ; moves++) {
    if (moves > movesMax) throw new Error(`Complaint ${row.key} comes to no end`);
    const tasks = walk.cases.flatMap((known) => plansOf(known, { row, habits, seen }));
    const [next] = [...tasks, ...wishes].filter(({ key }) => !over.has(key)).sort((one, other) => inOrder(one.intention, other.intention));
    const timer = nextTimer(walk.cases);
    if (next === undefined && timer === undefined) break;
    if (timer !== undefined && (next === undefined || timer <= next.intention.at)) {
      walk.play({ waitUntil: timer });
      continue;
    }
    if (next === undefined) break;
    walk.play({ waitUntil: next.intention.at });
    over.add(next.key);
    refused += act(walk, next);
  }
  return told(row.key, walk, refused);
}

interface Plan {
  readonly key: string;
  readonly intention: Intention;
  readonly task?: { readonly id: string; readonly letter?: string };
}

function plansOf(
  known: RehearsedCase,
  about: { readonly row: ImportRow; readonly habits: Habits; readonly seen: Map<string, Intention | undefined> },
): readonly Plan[] {
  const { row, habits, seen } = about;
  return known.state.tasks.flatMap((task) => {
    const key = `${known.caseId} ${task.id} ${task.kind} ${String(task.letter?.key)}`;
    if (!seen.has(key)) seen.set(key, habits.intention(row, { ...task, process: known.process }));
    const intention = seen.get(key);
    const letter = task.letter?.letter;
    return intention ? [{ key, intention, task: { id: task.id, ...(typeof letter === 'string' && { letter }) } }] : [];
  });
}

const nextTimer = (cases: readonly RehearsedCase[]): string | undefined =>
  cases.flatMap(({ state }) => state.timers.map(({ dueAt }) => dueAt)).sort()[0];

/** Hands are tried in their order; the answer is how many were refused because four eyes are wanted. */
function act(walk: Rehearsing, { intention, task }: Plan): number {
  const { process } = intention;
  const newest = (): RehearsedCase | undefined => walk.cases.filter((each) => each.process === process).at(-1);
  const known = newest();
  if (!known || (known.status !== 'active' && intention.kind !== 'print')) return 0;
  let refused = 0;
  for (const event of intention.events) {
    for (const hands of intention.hands) {
      if (intention.kind === 'print') walk.play({ post: task?.letter ?? '', ...hands, in: process });
      else
        walk.play({
          send: event,
          ...hands,
          in: process,
          values: intention.values(event),
          ...(!intention.free && { task: intention.step }),
        });
      if (newest()?.state !== known.state) return refused; // Taken.
      const code = walk.result().refused.at(-1)?.refusal.code;
      if (code === 'excluded') refused += 1;
      else if (code === 'event-not-accepted') break;
      else throw new Error(JSON.stringify({ intention, hands, code }));
    }
  }
  return refused;
}

/** Who gave an e-mail address gets mail; everybody else, and the outside body, gets paper. */
const fatesOf = (row: ImportRow): LetterFates => ({
  '*': addressIn(row.values.contact) === undefined ? 'print' : 'sent',
  '* to provider': 'print',
});

function told(key: string, walk: Rehearsing, refused: number): Story {
  const rehearsal = walk.result();
  // What was refused to somebody was tried on purpose; `act` looked at the reason.
  const problems = rehearsal.problems.filter(({ code }) => code !== 'message-not-taken' && code !== 'refused');
  if (problems.length > 0) throw new Error(`Complaint ${key}: ${JSON.stringify(problems)}`);
  const cases = rehearsal.cases.map(({ caseId, process, begunAt, endedAt, status, outcome }): CaseStory => {
    const own = <Row extends { readonly caseId: string }>(rows: readonly Row[]): readonly Row[] =>
      rows.filter((each) => each.caseId === caseId);
    return {
      process,
      begunAt,
      endedAt: endedAt ?? '',
      status,
      outcome: outcome ?? '',
      letters: own(rehearsal.letters).map(letterLine),
      deadlines: own(rehearsal.deadlines).map(deadlineLine),
      tasks: own(rehearsal.tasks).map(taskLine),
    };
  });
  return { key, cases, refused };
}
