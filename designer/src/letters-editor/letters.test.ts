import { expect, test } from '@jest/globals';
import { letterWords, readyBlocks, shippedProcesses } from '@redress/definitions';
import { renderLetter } from '@redress/engine';
import { createIntl } from 'react-intl';
import { loadMessages } from '../language/messages.ts';
import { sayWith } from '../language/words.tsx';
import { fieldsOf, listOf } from '../model/loose-json.ts';
import { piecesOf } from './chip-words.ts';
import { placeholdersFor, placeholderTyped } from './placeholder-names.ts';
import { readyText } from './ready-paragraph.ts';
import { decidedBlocks, fieldsAsked } from './sample-decision.ts';
import { factName, languagesWithout, told } from './told-words.ts';
import { trickyLetter, writtenAt } from './tricky-letter.ts';

const processes = shippedProcesses.map((process) => process as object);
const starter = processes.find((process) => fieldsOf(process).id === 'starter') ?? {};
const languages = ['en', 'fa', 'pl'] as const;
const text = (words: Readonly<Record<string, string>> | undefined) => words?.pl ?? '';
const inPolish = async () => placeholdersFor(starter, sayWith(createIntl({ locale: 'pl', messages: await loadMessages('pl') })), text);

test('every letter that we ship is written in every language with the trickiest data, and nothing in braces is left', () => {
  let written = 0;
  for (const process of processes)
    for (const [id, letter] of Object.entries(fieldsOf(fieldsOf(process).letters)))
      for (const language of languages)
        for (const data of ['full', 'sparse'] as const) {
          const variants = Math.max(0, ...listOf(fieldsOf(letter).blocks).map((block) => listOf(fieldsOf(block).variants).length));
          for (let variant = -1; variant < variants; variant += 1) {
            const used = Object.fromEntries(
              listOf(fieldsOf(letter).blocks).map((block, at) => [
                at,
                variant in listOf(fieldsOf(block).variants) ? variant : ('text' as const),
              ]),
            );
            const { letters, effect, late } = trickyLetter(process, id, { data, used });
            const reading = { language, fallback: 'en', timeZone: 'Europe/Warsaw', at: writtenAt, words: letterWords };
            const { subject, body } = renderLetter({ letters }, effect, late, reading);
            expect(`${id} ${language}: ${subject}\n${body}`).not.toMatch(/[{}]|undefined|\[object|\n\n\n/);
            expect(subject).not.toMatch(/\n|^$/);
            written += 1;
          }
        }
  expect(written).toBeGreaterThan(300);
});

test('dates turn with the reader’s calendar, and names of the other direction are isolated', () => {
  const { letters, effect, late } = trickyLetter(starter, 'acknowledgement', { data: 'full', used: {} });
  const inLanguage = (language: string) =>
    renderLetter({ letters }, effect, late, { language, fallback: 'en', timeZone: 'Asia/Tehran', at: writtenAt, words: letterWords }).body;
  expect(inLanguage('pl')).toContain('27 marca 2027');
  expect(inLanguage('fa')).toContain('۷ فروردین ۱۴۰۶');
  expect(inLanguage('fa')).toContain('\u2068Anna-Maria O’Connor-Wiśniewska (سارا حسینی‌نژاد)\u2069');
});

test('a paragraph that tells something by a field that is empty stops the letter, and is named', () => {
  const sparse = { data: 'sparse', used: {} } as const;
  const odd = {
    ...starter,
    letters: { note: { title: {}, to: ['complainant'], subject: {}, blocks: [{ tells: ['remedy'], text: { en: '{nothingKnown}' } }] } },
  };
  expect(trickyLetter(odd, 'note', sparse).stops).toEqual([{ block: 0, placeholder: 'nothingKnown' }]);
  expect(trickyLetter(odd, 'note', { data: 'sparse', used: { 0: 'out' } }).stops).toEqual([]);
});

test('the data decide which words a paragraph has, as the server would; what only a running case knows stays open', () => {
  const upheld = { field: 'decision', is: '=', value: 'upheld' };
  const letterOf = (...blocks: readonly object[]) => ({ ...starter, letters: { note: { title: {}, to: [], subject: {}, blocks } } });
  const decided = (...blocks: readonly object[]) => decidedBlocks(letterOf(...blocks), 'note', 'full');
  // With everything filled in the longest answer is taken: partly upheld.
  expect(decided({ text: {} }, { text: {}, when: upheld }, { text: {}, when: { not: upheld } })).toEqual([
    { words: 'text' },
    { words: 'out', because: upheld },
    { words: 'text' },
  ]);
  const filled = { field: 'decision', is: 'filled' };
  expect(
    decided({
      text: {},
      variants: [
        { when: upheld, text: {} },
        { when: filled, text: {} },
      ],
    }),
  ).toEqual([{ words: 1, because: filled }]);
  for (const when of [
    { outcome: ['resolved'] },
    { any: [{ outcome: ['resolved'] }] },
    { feel: 'case.channel = "email"' },
    { feel: '((' },
    'odd',
  ])
    expect(decided({ text: {}, when })).toEqual([{ words: 'text', because: when, isOpen: true }]);
  expect(decided({ text: {}, when: { feel: 'decision = "partly"' } })).toEqual([{ words: 'text' }]);
  // Only what has to be filled in: a field that no form asks for is empty.
  const empty = { field: 'complainantName', is: 'empty' };
  expect(decidedBlocks(letterOf({ text: {}, when: empty }), 'note', 'sparse')[0]?.words).toBe(
    decidedBlocks(starter, 'decision', 'sparse')[0]?.words === 0 ? 'text' : 'out',
  );
  expect(fieldsAsked(starter, { all: [upheld, { not: { feel: 'remedy != null' } }] })).toEqual(['decision', 'remedy']);
});

test('a field is known as it is written and by the name the reader sees', async () => {
  const known = await inPolish();
  expect(placeholderTyped('case.number', known)).toBe('case.number');
  expect(placeholderTyped(' Numer  SPRAWY ', known)).toBe('case.number');
  expect(placeholderTyped('numer', known)).toBeUndefined();
  expect(new Set(known.map(({ id }) => id)).size).toBe(known.length);
  expect(known.map(({ id }) => id)).toEqual(expect.arrayContaining(['clock.answer.due', 'step.due', 'findings']));
});

test('a text is cut into words and fields and nothing of it is lost', () => {
  const known = (name: string) => name === 'a' || name === 'case.number';
  const written = 'x{a}{case.number} {b}\n\n {}{a';
  expect(piecesOf(written, known)).toEqual([
    [{ words: 'x' }, { field: 'a' }, { field: 'case.number' }, { words: ' {b}' }],
    [],
    [{ words: ' {}{a' }],
  ]);
});

test('a ready paragraph speaks of this procedure: its clock, its fields, its languages', () => {
  const block = (id: string) => readyBlocks.find((one) => one.id === id) ?? { text: {} };
  const small = {
    languages: ['pl'],
    clocks: { answer: {} },
    data: { why: { means: 'reasons' } },
  };
  expect(readyText(small, block('expected-date'))).toEqual({ pl: 'Odpowiedzi mogą się Państwo spodziewać do {clock.answer.due}.' });
  expect(readyText({ ...small, clocks: {} }, block('expected-date')).pl).toContain('{step.due}');
  expect(readyText(small, block('reasons')).pl).toBe('Co ustaliliśmy: …\nUzasadnienie decyzji: {why}');
});

test('what is told and the fact that it takes', () => {
  expect(factName('case-id')).toBe('letters.fact.number');
  expect(factName('until-when')).toBe('letters.fact.date');
  expect(factName('reasons')).toBeUndefined();
  const block = { text: { en: 'By {step.due}', fa: 'به‌زودی' }, variants: [{ text: { pl: 'Wkrótce', en: '{step.due}' } }] };
  expect(languagesWithout('until-when', block, {})).toEqual(['fa', 'pl']);
  // Everything that the shipped letters tell has words.
  const tells = processes.flatMap((process) =>
    Object.values(fieldsOf(fieldsOf(process).letters)).flatMap((letter) =>
      listOf(fieldsOf(letter).blocks).flatMap((one) => listOf(fieldsOf(one).tells)),
    ),
  );
  expect(tells.filter((word) => !told.some((one) => one === word))).toEqual([]);
});
