import { expect, test } from '@jest/globals';
import { openTurns } from './turns.ts';

const carl = { person: 'carl', roles: [] };

/** Work that ends when it is told to, and what has begun until now. */
function desk(outsideMost?: number) {
  const turns = openTurns(outsideMost === undefined ? {} : { outsideMost });
  const begun: string[] = [];
  const ends = new Map<string, (failed?: Error) => void>();
  const take = (name: string, event: Parameters<typeof turns.take>[0]) =>
    turns.take(event, () => {
      begun.push(name);
      return new Promise<string>((done, fail) => ends.set(name, (failed) => (failed ? fail(failed) : done(name))));
    });
  const end = async (name: string, failed?: Error) => {
    ends.get(name)?.(failed);
    await new Promise((turned) => setImmediate(turned));
  };
  return { begun, take, end };
}

test('events of one case come one after the other, also behind one that fails; other cases do not wait', async () => {
  const { begun, take, end } = desk();
  const first = take('first', { caseId: 'a', by: carl });
  const second = take('second', { caseId: 'a', by: carl });
  const other = take('other', { caseId: 'b', by: carl });
  expect(begun).toEqual(['first', 'other']);
  const refused = expect(first).rejects.toThrow('no');
  await end('first', new Error('no'));
  await refused;
  expect(begun).toEqual(['first', 'other', 'second']);
  await end('second');
  await end('other');
  await expect(Promise.all([second, other])).resolves.toEqual(['second', 'other']);
});

test('so many from outside are at work at a time; timers and other cases do not stand behind them', async () => {
  const { begun, take, end } = desk(2);
  for (const caseId of ['a', 'b', 'c', 'd']) void take(caseId, { caseId, by: carl });
  expect(begun).toEqual(['a', 'b']);
  void take('timer', { caseId: 'e' });
  void take('told by another case', { caseId: 'f', by: { service: 'case', roles: [] }, hops: 1 });
  expect(begun).toEqual(['a', 'b', 'timer', 'told by another case']);
  await end('timer');
  expect(begun).toHaveLength(4); // What is ours made no room and leaves none.
  await end('b');
  expect(begun.slice(4)).toEqual(['c']);
  await end('a');
  expect(begun.slice(5)).toEqual(['d']);
});

test('who waits for his case takes no room from others', async () => {
  const { begun, take, end } = desk(2);
  for (const name of ['first', 'second', 'third']) void take(name, { caseId: 'a', by: carl });
  void take('other', { caseId: 'b', by: carl });
  expect(begun).toEqual(['first', 'other']);
  await end('first');
  expect(begun).toEqual(['first', 'other', 'second']);
});
