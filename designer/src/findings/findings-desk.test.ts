import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { DesignDocument } from '../model/document.ts';
import { type Asked, type FindingsWorker, type Found, openFindingsDesk } from './findings-desk.ts';

/** A worker that answers when the test says so. */
class SlowWorker implements FindingsWorker {
  readonly asked: Asked[] = [];
  onmessage: ((message: MessageEvent<Found>) => void) | null = null;
  onerror: ((problem: ErrorEvent) => void) | null = null;
  over = false;
  postMessage(asked: Asked): void {
    this.asked.push(asked);
  }
  terminate(): void {
    this.over = true;
  }
  answer(): void {
    const { number = 0 } = this.asked.at(-1) ?? {};
    this.onmessage?.(new MessageEvent('message', { data: { number, findings: [] } }));
  }
}

const draft = (id: string): DesignDocument => ({ definition: { id }, layout: {} });
let workers: SlowWorker[];
let told: string[];
const open = () =>
  openFindingsDesk({
    hire: () => {
      const worker = new SlowWorker();
      workers.push(worker);
      return worker;
    },
    found: ({ definition }) => told.push(String(definition.id)),
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
  for (const id of ['a', 'b', 'c', 'd']) desk.look(draft(id));
  workers[0]?.answer();
  workers[0]?.answer();
  expect(told).toEqual(['a', 'd']);
  expect(workers).toHaveLength(1);
});

test('a draft that takes for ever is given up, and the next one gets a new worker', () => {
  const desk = open();
  desk.look(draft('for ever'));
  desk.look(draft('next'));
  jest.advanceTimersByTime(1_000);
  expect(told).toEqual(['failed']);
  expect(workers.map(({ over }) => over)).toEqual([true, false]);
  workers[1]?.answer();
  expect(told).toEqual(['failed', 'next']);
});

test('a worker that breaks is given up; one that was closed says nothing more', () => {
  const desk = open();
  desk.look(draft('broken'));
  workers[0]?.onerror?.(new ErrorEvent('error'));
  desk.look(draft('closed'));
  desk.close();
  workers[1]?.answer();
  jest.advanceTimersByTime(5_000);
  expect(told).toEqual(['failed']);
  expect(workers.every(({ over }) => over)).toBe(true);
});
