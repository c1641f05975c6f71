import { expect, test } from '@jest/globals';
import { authorsOf } from './authors.ts';
import type { Change } from './change.ts';

const neil = { id: '1', name: 'Neil Barrow', party: 'organisation' } as const;
const omar = { id: '2', name: 'Omar Haddad', party: 'organisation' } as const;
const line = (...elements: string[]) => ({ act: 'edit', words: {}, elements }) as const;
const changed = (element: string, step?: string): Change => ({
  kind: 'changed',
  element,
  aspects: [],
  ...(step === undefined ? {} : { step }),
});

test('each change has whoever touched it last, a way whoever touched its step', () => {
  const changes = [
    changed('deciding', 'deciding'),
    changed('acknowledging/on/sent/0', 'acknowledging'),
    changed('role:handler'),
    changed('letter:answer'),
  ];
  const authors = authorsOf(changes, [
    { revision: 1, at: '2026-11-18T10:00:00Z', person: neil, lines: [line('deciding', 'acknowledging')] },
    { revision: 2, at: '2026-11-19T10:00:00Z', person: omar, lines: [line('deciding'), line('role:handler')] },
  ]);
  expect(changes.map((change) => authors.get(change))).toEqual([
    { person: omar, at: '2026-11-19T10:00:00Z' },
    { person: neil, at: '2026-11-18T10:00:00Z' },
    { person: omar, at: '2026-11-19T10:00:00Z' },
    undefined,
  ]);
});

test('what nobody names was done by whoever replaced the whole draft', () => {
  const change = changed('letter:answer');
  const authors = authorsOf([change], [{ revision: 1, at: '2026-11-18T10:00:00Z', lines: [] }]);
  expect(authors.get(change)).toEqual({ at: '2026-11-18T10:00:00Z' });
});
