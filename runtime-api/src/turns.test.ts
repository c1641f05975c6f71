import { expect, test } from '@jest/globals';
import { openTurns } from './turns.ts';

/** Work that ends when it is told to, and what has begun until now. */
function desk() {
  const turns = openTurns();
  const begun: string[] = [];
  const ends = new Map<string, (failed?: Error) => void>();
  const take = (name: string, caseId: string) =>
    turns.take(caseId, () => {
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
  const first = take('first', 'a');
  const second = take('second', 'a');
  const other = take('other', 'b');
  expect(begun).toEqual(['first', 'other']);
  const refused = expect(first).rejects.toThrow('no');
  await end('first', new Error('no'));
  await refused;
  expect(begun).toEqual(['first', 'other', 'second']);
  await end('second');
  await end('other');
  await expect(Promise.all([second, other])).resolves.toEqual(['second', 'other']);
});
