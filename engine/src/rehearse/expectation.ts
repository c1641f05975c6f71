import { own } from '../compile/own.ts';
import type { Json, JsonObject } from '../json.ts';
import { stepsOf } from './chronicle.ts';
import type { OfficeCase } from './office.ts';
import type { RehearsedLetter } from './rehearsal.ts';
import type { Expectation } from './script.ts';

/** What does not stand as expected: `{ what, expected, found }` each. `letters` are those since the last look. */
export function unmet(expectation: Expectation, known: OfficeCase, letters: readonly RehearsedLetter[]): readonly JsonObject[] {
  const { state, compiled } = known;
  const fields = { ...state.snapshot.context };
  const compared: readonly (readonly [string, Json | undefined, Json])[] = [
    ['status', expectation.status, state.status],
    ['outcome', expectation.outcome, state.outcome ?? null],
    ['steps', expectation.steps, stepsOf(compiled, state)],
    ['tasks', expectation.tasks, state.tasks.map((task) => `${task.step} ${task.role}`)],
    ['letters', expectation.letters, letters.map((letter) => `${letter.letter} to ${letter.to}`)],
    ['overdue', expectation.overdue, Object.entries(state.clocks).flatMap(([id, clock]) => (clock.overdue ? [id] : []))],
    ...Object.entries(expectation.fields ?? {}).map(([field, value]) => [`fields/${field}`, value, own(fields, field) ?? null] as const),
    ...Object.entries(expectation.due ?? {}).map(([id, due]) => [`due/${id}`, instantText(due), dueOf(known, id)] as const),
    ...(expectation.records ?? []).map(
      (record) => [`records/${record}`, true, state.records.some((filing) => filing.record === record)] as const,
    ),
  ];
  return compared.flatMap(([what, expected, found]) =>
    expected === undefined || same(expected, found) ? [] : [{ what, expected, found }],
  );
}

const dueOf = ({ state }: OfficeCase, id: string): string | null => state.timers.find((timer) => timer.id === id)?.dueAt ?? null;
const instantText = (due: string | null): string | null => (due === null ? null : new Date(due).toISOString());

function same(one: Json | undefined, other: Json | undefined): boolean {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return one === other;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [Object.entries(one), Object.entries(other)];
  return (
    left.length === right.length &&
    left.every(([key, value]) => Object.hasOwn(other, key) && same(value, right.find(([name]) => name === key)?.[1]))
  );
}
