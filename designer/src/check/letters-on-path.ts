import { LetterReader } from '@redress/definitions';
import type { Action, Graph, PathStep } from '@redress/engine';
import type { ShownStep } from './checked-draft.ts';

const outside = ['complainant', 'customer'];

/**
 * The letters that go out in each step of a run, read as the rules read them: from what ways and steps do, and from letter steps when they are left. One
 * that could not be sent is out only if somebody sent it after all.
 */
export function withLetters(graph: Graph, path: readonly PathStep[]): readonly ShownStep[] {
  const reader = new LetterReader(graph.definition);
  const stateOf = (id: string) => graph.states.get(id)?.definition;
  const failed = new Set<string>();
  return path.map((step, index) => {
    const before = path[index - 1]?.active ?? [];
    const rows = step.rows.flatMap((at) => graph.rows.get(at) ?? []);
    const passed = rows.map(({ source }) => source).filter((id) => id !== '' && !before.includes(id));
    const entered = [...new Set([...passed, ...step.active.filter((id) => !before.includes(id))])];
    const [first] = rows;
    if (first?.via === 'failed') failed.add(first.source);
    if (first?.via === 'done') failed.delete(first.source);
    const gone = before.filter((id) => !step.active.includes(id));
    const left = gone.filter((id) => !failed.has(id));
    for (const id of gone) failed.delete(id);
    const sent = [...left, ...passed.filter((id) => !step.active.includes(id))].flatMap((id) => {
      const invoke = stateOf(id)?.invoke;
      return invoke?.src === 'letter' ? [{ letter: invoke.input.letter, to: invoke.input.to }] : [];
    });
    const actions = [...rows.flatMap(({ row }) => row.actions ?? []), ...entered.flatMap((id) => stateOf(id)?.entry ?? [])];
    const letters = [...sent, ...actions.flatMap((action) => letterOf(graph, action))];
    const told = letters.flatMap(({ letter, to }) => {
      const read = reader.letter(letter, to).told;
      return outside.flatMap((party) => [...(read.get(party) ?? [])]);
    });
    return { ...step, letters: [...new Set(letters.map(({ letter }) => letter))], told: [...new Set(told)] };
  });
}

interface Sent {
  readonly letter: string;
  readonly to: readonly string[] | undefined;
}

function letterOf({ definition }: Graph, action: Action): readonly Sent[] {
  if (action.type === 'letter') return [{ letter: action.params.letter, to: action.params.to }];
  if (action.type !== 'clock' || action.params.do !== 'extend') return [];
  const letter = definition.clocks[action.params.clock]?.extension?.letter;
  return letter === undefined ? [] : [{ letter, to: undefined }];
}
