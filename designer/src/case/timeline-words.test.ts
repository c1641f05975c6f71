import { expect, test } from '@jest/globals';
import { createIntl } from 'react-intl';
import { loadMessages } from '../language/messages.ts';
import type { TimelineLine } from '../server/shapes/cases.ts';
import { isEarly, timelineWords } from './timeline-words.ts';

const line = (event: string, more: Partial<TimelineLine> = {}): TimelineLine => ({
  revision: 1,
  at: '2026-03-02T09:00:00.000Z',
  event,
  from: [],
  to: [],
  letters: [],
  filed: [],
  changed: [],
  ...more,
});
const plain = (chunks: readonly unknown[]) => chunks.join('');

test('what another case began, said or ended is told without the name of a service', async () => {
  const intl = createIntl({ locale: 'en', messages: await loadMessages('en') });
  const said = (read: TimelineLine) => {
    const { id, facts } = timelineWords(read, (text) => text?.en ?? '', {});
    return intl.formatMessage({ id }, { ...facts, b: plain, u: plain });
  };
  expect(said(line('case.begin', { service: 'case' }))).toBe('Begun by the case it came from');
  expect(said(line('case.begin', { service: 'Web form' }))).toBe('Registered by Web form');
  expect(said(line('case.cancel'))).toBe('Ended because the case it came from went on without it');
  expect(said(line('hurry', { service: 'case', label: { en: 'Hurry' } }))).not.toContain('case');
});

test.each([
  ['en', '“Receipt” was sent by Ada Nowak', 'A letter was sent by Ada Nowak'],
  ['fa', '«رسید» فرستاده شد، Ada Nowak', 'نامه‌ای فرستاده شد، Ada Nowak'],
  ['pl', 'Wysłano pismo „Potwierdzenie” – Ada Nowak', 'Wysłano pismo – Ada Nowak'],
] as const)('a letter that somebody sent himself is told with its title and who sent it, in %s', async (language, named, unnamed) => {
  const intl = createIntl({ locale: language, messages: await loadMessages(language) });
  const said = (read: TimelineLine) => {
    const { id, facts } = timelineWords(read, (text) => text?.[language] ?? '', {});
    return intl.formatMessage({ id }, { ...facts, b: plain, u: plain });
  };
  const by = { id: 'ada', name: 'Ada Nowak', party: 'organisation' } as const;
  const sent = { title: { en: 'Receipt', fa: 'رسید', pl: 'Potwierdzenie' }, how: 'post', at: '2026-03-02T08:00:00.000Z' };
  expect(said(line('letter.sent', { by, sent }))).toBe(named);
  expect(said(line('letter.sent', { by }))).toBe(unnamed);
  expect(timelineWords(line('letter.sent', { by, sent }), () => '', {}).kind).toBe('letter');
});

test.each([
  ['en', 'Ada Nowak gave the task to Omar Haddad', 'Ada Nowak gave the task back to everybody with the role'],
  ['fa', 'Ada Nowak کار را به Omar Haddad سپرد', 'Ada Nowak کار را به صف همهٔ دارندگان نقش برگرداند'],
  ['pl', 'Ada Nowak: zadanie dla: Omar Haddad', 'Ada Nowak: zadanie wraca do wszystkich osób z rolą'],
] as const)('a task that somebody gave is told with who has it now, in %s', async (language, given, back) => {
  const intl = createIntl({ locale: language, messages: await loadMessages(language) });
  const said = (read: TimelineLine) => {
    const { id, facts } = timelineWords(read, () => '', {});
    return intl.formatMessage({ id }, { ...facts, b: plain, u: plain });
  };
  const by = { id: 'ada', name: 'Ada Nowak', party: 'organisation' } as const;
  expect(said(line('task.assign', { by, given: { id: 'omar', name: 'Omar Haddad', party: 'organisation' } }))).toBe(given);
  expect(said(line('task.assign', { by }))).toBe(back);
});

test.each([
  ['en', 'Deadline passed: Evaluate', 'Reminder: Evaluate', 'Deadline moved by Ada Nowak: Evaluate'],
  ['fa', 'مهلت گذشت: ارزیابی', 'یادآوری: ارزیابی', 'مهلت جابه‌جا شد، Ada Nowak: ارزیابی'],
  ['pl', 'Termin minął: Ocena', 'Przypomnienie: Ocena', 'Termin przesunięty – Ada Nowak: Ocena'],
] as const)(
  'which deadline passed, reminded or was moved, and whether somebody let it pass early, in %s',
  async (language, passed, reminded, moved) => {
    const intl = createIntl({ locale: language, messages: await loadMessages(language) });
    const by = { id: 'ada', name: 'Ada Nowak', party: 'organisation' as const };
    const timer = { title: { en: 'Evaluate', fa: 'ارزیابی', pl: 'Ocena' } };
    const to = [{ id: 'positioning', title: {} }];
    const said = (read: TimelineLine) => {
      const { id, facts } = timelineWords(read, (text) => text?.[language] ?? '', {});
      return intl.formatMessage({ id }, { ...facts, b: plain, u: plain });
    };
    expect(said(line('timer.fire', { timer, to }))).toBe(passed);
    expect(said(line('timer.fire', { timer }))).toBe(reminded);
    expect(said(line('timer.move', { timer, by }))).toBe(moved);
    expect(
      [line('timer.fire', { timer, by }), line('clock.law.due', { by }), line('timer.fire', { timer }), line('timer.move', { by })].map(
        isEarly,
      ),
    ).toEqual([true, true, false, false]);
  },
);

test('where the procedure has no name for a deadline, the step stands for it', () => {
  const from = [{ id: 'evaluating', title: { en: 'Evaluate the dispute' } }];
  expect(timelineWords(line('timer.fire', { from }), (text) => text?.en ?? '', {}).facts).toMatchObject({
    deadline: 'Evaluate the dispute',
  });
});

test.each([
  ['en', 'Could not be done: Receipt'],
  ['fa', 'انجام نشد: رسید'],
  ['pl', 'Nie udało się: Potwierdzenie'],
] as const)('what failed is told as that, a deadline that failed as no reminder, in %s', async (language, told) => {
  const intl = createIntl({ locale: language, messages: await loadMessages(language) });
  const failed = { en: 'Receipt', fa: 'رسید', pl: 'Potwierdzenie' };
  for (const event of ['incident.opened', 'timer.fire', 'clock.law.due', 'invoke.done']) {
    const { id, facts, kind } = timelineWords(line(event, { failed }), (text) => text?.[language] ?? '', {});
    expect(kind).toBe('warning');
    expect(intl.formatMessage({ id }, { ...facts, b: plain, u: plain })).toBe(told);
  }
});
