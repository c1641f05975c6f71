import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { createLive, type Hint, type Live, type Wire } from './live.ts';

let wire: ReturnType<typeof pretendWire>;
let live: Live;
let now = 0;

beforeEach(() => {
  jest.useFakeTimers();
  now = 0;
  wire = pretendWire();
  live = createLive(wire, () => now);
});
afterEach(() => {
  live.close();
  jest.useRealTimers();
});

test('two listeners share a room, which is left when the last has gone', () => {
  const leave = [listen('case:1').leave, listen('case:1').leave];
  expect(wire.sent).toEqual(['join case:1']);
  leave[0]?.();
  expect(wire.sent).toHaveLength(1);
  leave[1]?.();
  leave[1]?.();
  expect(wire.sent).toEqual(['join case:1', 'leave case:1']);
});

test('a hint reaches those of its room only', () => {
  const one = listen('case:1');
  const other = listen('case:2');
  wire.tell('hint', 'case:1', { kind: 'case', caseId: '1', revision: 4 });
  expect(one.heard).toEqual([{ kind: 'case', caseId: '1', revision: 4 }]);
  expect(other.heard).toEqual([]);
});

test('a gap in the revisions makes the page ask everything again', () => {
  const page = listen('case:1');
  wire.tell('hint', 'case:1', { kind: 'case', caseId: '1', revision: 4 });
  wire.tell('hint', 'case:1', { kind: 'case', caseId: '1', revision: 7 });
  expect(page.refills()).toBe(1);
  wire.tell('hint', 'case:1', { kind: 'case', caseId: '1', revision: 7 }); // Told twice: no gap.
  expect(page.refills()).toBe(1);
});

test('who enters the room of a case hears where it is by now', () => {
  const page = listen('case:1');
  wire.answer({ ok: true, revision: 5 });
  expect(page.heard).toEqual([{ kind: 'case', caseId: '1', revision: 5 }]);
  const refused = listen('case:2');
  wire.answer({ ok: false, code: 'not-found' });
  expect(refused.heard).toEqual([]);
  const list = listen('inbox');
  wire.answer({ ok: true });
  expect(list.heard).toEqual([]);
});

test('after a reconnect all rooms are joined again and everything is asked again', () => {
  const page = listen('organisation');
  wire.tell('connect');
  expect(wire.sent).toEqual(['join organisation', 'join organisation']);
  expect(page.refills()).toBe(1);
});

test('thirty seconds of silence make the page ask again, a beat before keeps it quiet', () => {
  const page = listen('inbox');
  pass(29_000);
  wire.tell('beat');
  pass(29_000);
  expect(page.refills()).toBe(0);
  pass(10_000);
  expect(page.refills()).toBe(1);
});

test('while no line can be opened the page asks by itself, each time that it was tried', () => {
  const page = listen('inbox');
  wire.tell('connect_error', new Error('timeout'));
  wire.tell('connect_error', new Error('timeout'));
  expect(page.refills()).toBe(2);
});

test('what is no hint is not heard', () => {
  const page = listen('case:1');
  for (const message of [null, 'case', { kind: 3 }, []]) wire.tell('hint', 'case:1', message);
  expect(page.heard).toEqual([]);
});

function listen(room: string) {
  const heard: Hint[] = [];
  let refilled = 0;
  const leave = live.join(room, { hint: (hint) => heard.push(hint), refill: () => (refilled += 1) });
  return { heard, leave, refills: () => refilled };
}

function pass(ms: number): void {
  for (let passed = 0; passed < ms; passed += 1_000) {
    now += 1_000;
    jest.advanceTimersByTime(1_000);
  }
}

interface PretendWire extends Wire {
  readonly sent: string[];
  readonly tell: (event: string, ...words: unknown[]) => void;
  /** The server's answer to what was sent last. */
  readonly answer: (answer: unknown) => void;
}
function pretendWire(): PretendWire {
  let acknowledge: unknown;
  const calls = new Map<string, (...words: unknown[]) => void>();
  const sent: string[] = [];
  return {
    sent,
    tell: (event, ...words) => calls.get(event)?.(...words),
    on: (event, call) => calls.set(event, call),
    answer: (answer) => typeof acknowledge === 'function' && acknowledge(answer),
    emit: (event, room, answered) => {
      acknowledge = answered;
      sent.push(`${event} ${String(room)}`);
    },
    connect: () => undefined,
    disconnect: () => undefined,
  };
}
