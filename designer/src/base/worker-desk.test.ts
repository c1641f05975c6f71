import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { type Answered, type Asked, type DeskWorker, openWorkerDesk } from './worker-desk.ts';

/** A worker that answers when the test says so. */
class SlowWorker implements DeskWorker<string, boolean> {
  readonly asked: Asked<string>[] = [];
  onmessage: ((message: MessageEvent<Answered<boolean>>) => void) | null = null;
  onerror: ((problem: ErrorEvent) => void) | null = null;
  over = false;
  postMessage(asked: Asked<string>): void {
    this.asked.push(asked);
  }
  terminate(): void {
    this.over = true;
  }
  answer(): void {
    const { number = 0 } = this.asked.at(-1) ?? {};
    this.onmessage?.(new MessageEvent('message', { data: { number, answer: true } }));
  }
}

let workers: SlowWorker[];
let told: string[];
const open = () =>
  openWorkerDesk({
    hire: () => {
      const worker = new SlowWorker();
      workers.push(worker);
      return worker;
    },
    answered: (question: string) => told.push(question),
    failed: () => told.push('failed'),
    patienceMs: 1_000,
  });
beforeEach(() => {
  jest.useFakeTimers();
  workers = [];
  told = [];
});
afterEach(() => {
  jest.useRealTimers();
});

test('while one draft is looked at only the latest of the others waits', () => {
  const desk = open();
  for (const id of ['a', 'b', 'c', 'd']) desk.ask(id);
  workers[0]?.answer();
  workers[0]?.answer();
  expect(told).toEqual(['a', 'd']);
  expect(workers).toHaveLength(1);
});

test('a draft that takes for ever is given up, and the next one gets a new worker', () => {
  const desk = open();
  desk.ask('for ever');
  desk.ask('next');
  jest.advanceTimersByTime(1_000);
  expect(told).toEqual(['failed']);
  expect(workers.map(({ over }) => over)).toEqual([true, false]);
  workers[1]?.answer();
  expect(told).toEqual(['failed', 'next']);
});

test('a worker that breaks is given up; one that was closed says nothing more', () => {
  const desk = open();
  desk.ask('broken');
  workers[0]?.onerror?.(new ErrorEvent('error'));
  desk.ask('closed');
  desk.close();
  workers[1]?.answer();
  jest.advanceTimersByTime(5_000);
  expect(told).toEqual(['failed']);
  expect(workers.every(({ over }) => over)).toBe(true);
});
