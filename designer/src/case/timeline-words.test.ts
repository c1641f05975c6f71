import { expect, test } from '@jest/globals';
import { createIntl } from 'react-intl';
import { loadMessages } from '../language/messages.ts';
import type { TimelineLine } from '../server/shapes/cases.ts';
import { timelineWords } from './timeline-words.ts';

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
