import { expect, test } from '@jest/globals';
import type { Entry } from '../model/entry.ts';
import type { DraftHistory } from '../server/shapes/definitions.ts';
import { historyGroups, unsavedLines } from './draft-history.ts';

const line = (name: string, more: object = {}) => ({
  act: 'edit' as const,
  words: { id: 'edit.title-set', facts: { name: { en: name } } },
  elements: [name],
  ...more,
});
const save = (
  revision: number,
  time: string,
  who: string,
  ...lines: readonly ReturnType<typeof line>[]
): DraftHistory['saves'][number] => ({
  revision,
  at: `2026-03-02T${time}Z`,
  person: { id: who, name: who.toUpperCase(), party: 'organisation' },
  lines,
});
const told = (saves: DraftHistory['saves']) =>
  historyGroups(saves, (id) => id.startsWith('edit.')).map(({ person, at, lines }) => [
    person,
    at?.slice(11, 19),
    lines.flatMap(({ elements }) => elements),
  ]);

test('what one person saved within a minute of the save before is one group, the newest first', () => {
  const saves = [
    save(1, '09:00:00', 'ada', line('a')),
    save(2, '09:00:50', 'ada', line('b'), line('c')),
    save(3, '09:01:49', 'ada', line('d')),
    save(4, '09:01:55', 'bo', line('e')),
    save(5, '09:02:00', 'ada', line('f')),
    save(6, '09:03:01', 'ada', line('g')),
  ];
  expect(told(saves)).toEqual([
    ['ADA', '09:03:01', ['g']],
    ['ADA', '09:02:00', ['f']],
    ['BO', '09:01:55', ['e']],
    ['ADA', '09:01:49', ['d', 'c', 'b', 'a']],
  ]);
});

test('the same said twice in a row is said once, and undoing it is told', () => {
  const saves = [save(1, '09:00:00', 'ada', line('a'), line('a')), save(2, '09:00:10', 'ada', line('a'), line('a', { act: 'undo' }))];
  const [group] = historyGroups(saves, () => true);
  expect(group?.lines.map(({ act }) => act)).toEqual(['undo', 'edit']);
});

test('a save without lines, and a sentence that this window does not know, changed the draft', () => {
  const odd = line('a', { words: { id: 'edit.from-the-future', facts: {} } });
  const wrong = line('b', { words: { id: 'edit.title-set', facts: { name: { en: ['x'] } } } });
  const foreign = line('c', { words: { id: 'problem.offline', facts: {} } });
  const groups = historyGroups(
    [save(1, '09:00:00', 'ada'), save(2, '10:00:00', 'ada', odd, wrong, foreign)],
    (id) => id !== 'edit.from-the-future',
  );
  expect(groups.flatMap(({ lines }) => lines.map(({ words }) => words.id))).toEqual(Array(4).fill('edit.whole-draft'));
});

test('what waits to be saved is told as well, a word that is being typed once', () => {
  const entry = (id: string, more: object = {}) =>
    ({ entry: { id, by: 'w', at: 0, patches: [], touches: { changed: ['x'] }, ...line('x'), ...more } }) as unknown as { entry: Entry };
  const lines = unsavedLines([entry('w.0'), entry('w.1', { continues: 'w.0' }), entry('w.2', { act: 'undo' })]);
  expect(lines.map(({ act, elements }) => [act, elements])).toEqual([
    ['undo', ['x']],
    ['edit', ['x']],
  ]);
});
