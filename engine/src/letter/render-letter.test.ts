import { expect, test } from '@jest/globals';
import { fieldFact } from '../step/letter-fact.ts';
import type { LetterEffect } from '../step/step.ts';
import { carrierOf, placeholdersOf } from './placeholders.ts';
import { renderLetter } from './render-letter.ts';

const words = {
  en: { moment: '{date}, {hour}', yes: 'yes', no: 'no' },
  fa: { moment: '{date} ساعت {hour}', yes: 'بله', no: 'خیر' },
};
const offers = {
  options: [
    { value: 'apology', title: { en: 'an apology', fa: 'عذرخواهی' } },
    { value: 'refund', title: { en: 'a refund', fa: 'بازپرداخت' } },
  ],
  schema: { type: 'array' },
};
const letters = {
  answer: {
    title: { en: 'Answer' },
    subject: { en: '{case.number}:\n{product}', fa: '{case.number}' },
    blocks: [
      { text: { en: 'We offer {remedies}. Urgent: {urgent}. Until {until}.', fa: 'پیشنهاد ما: {remedies}. فوری: {urgent}. تا {until}.' } },
      { text: { en: 'Thank you, {recipient.name}. Follow it here: {link.case}', fa: '{recipient.name} گرامی' } },
      { text: { en: '{delayReason}' } },
    ],
  },
};
const effect: LetterEffect = {
  kind: 'letter',
  letter: 'answer',
  to: 'complainant',
  step: 'deciding',
  blocks: [{ block: 0 }, { block: 1 }, { block: 2 }],
  facts: {
    product: fieldFact({ schema: { type: 'string' } }, 'Fön “Ω”'),
    remedies: fieldFact(offers, ['apology', 'refund', 'own words']),
    urgent: fieldFact({ schema: { type: 'boolean' } }, true),
    until: fieldFact({ schema: { type: 'string', format: 'date-time' } }, '2026-03-03T11:30:00Z'),
    delayReason: fieldFact({ schema: { type: 'string' } }, ' '),
  },
};
const late = { 'case.number': '2026-000007', 'recipient.name': "Zoë O'Connor", 'link.case': '' };
const written = (language: 'en' | 'fa') =>
  renderLetter({ letters }, effect, late, {
    language,
    fallback: 'en',
    timeZone: 'Asia/Tehran',
    at: '2026-03-02T12:00:00Z',
    words,
  });

test('several answers, yes and no, and an hour that is near are told in the words of the language', () => {
  expect(written('en').body).toBe(
    "We offer an apology, a refund and own words. Urgent: yes. Until 3 March 2026, 15:00.\n\nThank you, Zoë O'Connor.",
  );
  expect(written('fa').body).toBe(
    "پیشنهاد ما: \u2068عذرخواهی،‏ بازپرداخت، و own words\u2069. فوری: بله. تا ۱۲ اسفند ۱۴۰۴ ساعت ۱۵:۰۰.\n\n\u2068Zoë O'Connor\u2069 گرامی",
  );
});

test('each line of the other direction is isolated by itself: an isolate ends with its line', () => {
  const facts = { delayReason: fieldFact({ schema: { type: 'string' } }, 'one line\nشمارهٔ ۱۲\nشمارهٔ AB-12') };
  const reading = { language: 'en', fallback: 'en', timeZone: 'UTC', at: '2026-03-02T12:00:00Z', words };
  expect(renderLetter({ letters }, { ...effect, blocks: [{ block: 2 }], facts }, late, reading).body).toBe(
    'one line\n\u2068شمارهٔ ۱۲\u2069\n\u2068شمارهٔ AB-12\u2069',
  );
});

test('a register number keeps its order among Persian words, in the subject as well', () => {
  const telling = (language: string) => {
    const reading = { language, fallback: 'en', timeZone: 'UTC', at: '2026-03-02T12:00:00Z', words };
    const numbered = {
      answer: {
        ...letters.answer,
        blocks: [{ text: { en: 'Number {case.number}, call {delayReason}', fa: 'شمارهٔ {case.number}، تلفن {delayReason}' } }],
      },
    };
    const facts = { delayReason: fieldFact({ schema: { type: 'string' } }, '۰۲۱ ۸۸۸') };
    return renderLetter({ letters: numbered }, { ...effect, blocks: [{ block: 0 }], facts }, late, reading);
  };
  expect(telling('fa')).toEqual({ subject: '\u200e2026-000007', body: 'شمارهٔ \u20682026-000007\u2069، تلفن \u2068۰۲۱ ۸۸۸\u2069' });
  expect(telling('en').body).toBe('Number 2026-000007, call \u2068۰۲۱ ۸۸۸\u2069');
});

test('a subject is one line, an empty paragraph none', () => {
  expect(written('en').subject).toBe('2026-000007: Fön “Ω”');
  expect(written('en').body).not.toContain('delayReason');
});

test('what is told by a date is carried by a date', () => {
  const formatOf = (field: string) => (field === 'validUntil' ? 'date' : undefined);
  const carries = (told: string, name: string) => carrierOf(told, formatOf)?.(name);
  expect(carries('case-id', 'case.number')).toBe(true);
  expect(carries('until-when', 'clock.answer.due')).toBe(true);
  expect(carries('until-when', 'validUntil')).toBe(true);
  expect(carries('until-when', 'organisation.externalTimeLimit')).toBe(false);
  expect(carries('time-limits', 'organisation.externalTimeLimit')).toBe(true);
  expect(carrierOf('reasons', formatOf)).toBeUndefined();
  expect(placeholdersOf({ en: '{a} {b.c} {a} {1}', fa: '{d}' })).toEqual(['a', 'b.c', 'd']);
});
