import { expect, test } from '@jest/globals';
import { createIntl } from 'react-intl';
import { loadMessages } from './messages.ts';
import { problemWords } from './problem-words.ts';

const roleTitle = { en: 'Mediator', fa: 'میانجی', pl: 'Mediator' };
const excluded = (facts: Record<string, unknown>) => ({ type: '', status: 403, code: 'excluded', facts });

test.each([
  ['en', 'Hugo has already had a part in this matter, as: Mediator. Somebody else must do this.'],
  ['fa', 'Hugo پیش‌تر در این موضوع نقشی داشته است: میانجی. این کار را باید کس دیگری انجام دهد.'],
  ['pl', 'Hugo ma już udział w tej sprawie w roli: Mediator. To musi zrobić ktoś inny.'],
] as const)('who is kept away is told by name and role, in %s', async (locale, words) => {
  const intl = createIntl({ locale, messages: await loadMessages(locale) });
  const person = { id: 'p1', name: 'Hugo', party: 'organisation' };
  expect(problemWords(intl, excluded({ task: 't', role: 'facilitator', person: 'p1', who: person, roleTitle }))).toBe(words);
  // Kept away by the case that this one came from: no role of this one says it.
  expect(problemWords(intl, excluded({ task: 't', role: '*', person: 'p1', who: person }))).toBe(intl.messages['problem.excluded']);
});
