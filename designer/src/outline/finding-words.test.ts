import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { createIntl } from 'react-intl';
import { schemas } from '../../../test/tools/schema-tool.ts';
import { smallDefinition, steps, task } from '../../../test/tools/small-definition.ts';
import { loadMessages } from '../language/messages.ts';
import { sayWith } from '../language/words.tsx';
import { openDocument } from '../model/document.ts';
import { findingsOf } from '../model/findings.ts';
import { findingWords, hasFindingWords } from './finding-words.ts';

const languages = ['en', 'fa', 'pl'] as const;
const engine = new URL('../../../engine/src/', import.meta.url);
const textsIn = (folder: string) =>
  readdirSync(new URL(folder, engine)).flatMap((name) =>
    name.endsWith('.ts') && !name.endsWith('.test.ts') ? [readFileSync(new URL(`${folder}${name}`, engine), 'utf8')] : [],
  );

test('every code that the engine can find has a sentence', () => {
  const findings = textsIn('compile/findings/').join('\n');
  const made = [...findings.matchAll(/(?:found|warned|unknown|misfit)\(\s*'([a-z-]+)'/g)].map(([, code = '']) => code);
  const kinds = /^type Kind = ([^;]+);/m.exec(findings)?.[1] ?? '';
  const unknown = [...kinds.matchAll(/'([a-z]+)'/g)].map(([, kind]) => `unknown-${kind}`);
  const asKind = [...findings.matchAll(/as: '([a-z-]+)'/g)].map(([, code = '']) => code);
  const parsed = [
    ...textsIn('definition/')
      .join('\n')
      .matchAll(/(?:code: |Unreadable\()'([a-z-]+)'/g),
  ].map(([, code = '']) => code);
  const codes = new Set([...made, ...unknown, ...asKind, ...parsed]);
  for (const known of ['dead-row', 'unknown-letter', 'feel', 'unary-test', 'schema', 'unsafe-key', 'limit']) expect(codes).toContain(known);
  expect(codes.size).toBeGreaterThan(48);
  expect([...codes].filter((code) => !hasFindingWords(code))).toEqual([]);
});

/** What is said about a definition, in each language. */
async function saidOf(states: object, more: object = {}) {
  const [initial] = Object.keys(states);
  const definition = smallDefinition({ initial, states: steps(JSON.parse(JSON.stringify(states))) }, JSON.parse(JSON.stringify(more)));
  const opened = openDocument(definition);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const found = findingsOf(opened.value, { schemas });
  return await Promise.all(
    languages.map(async (language) => {
      const say = sayWith(createIntl({ locale: language, messages: await loadMessages(language) }));
      const text = (words: Readonly<Record<string, string>> | undefined) => words?.[language] ?? words?.en ?? '';
      return found.map((finding) => findingWords(finding, { definition, say, text }));
    }),
  );
}
const go = { events: { go: { label: { en: 'Go' }, by: ['clerk'] } } };

test('names are those that people gave, each by itself in its own direction; what was meant is proposed', async () => {
  const [en, fa, pl] = await saidOf({ here: { invoke: task('clark'), on: { go: [{ target: '#there' }] } }, there: {} }, go);
  expect(en).toEqual(['The role “\u2068clark\u2069” is not there. Choose who does it. Perhaps “\u2068Clerk\u2069” is meant.']);
  expect(fa).toEqual(['نقش «\u2068clark\u2069» وجود ندارد. بگویید چه کسی انجام می‌دهد. شاید منظور «\u2068Clerk\u2069» باشد.']);
  expect(pl).toEqual(['Roli „\u2068clark\u2069” nie ma. Wybierz, kto to robi. Być może chodzi o „\u2068Clerk\u2069”.']);
});

test('an end that another procedure has no way for is told with the names of both', async () => {
  const facts = { definition: 'complaint', procedure: { en: 'Complaint', fa: 'شکایت', pl: 'Reklamacja' }, outcome: 'unresolved' };
  const finding = { code: 'waiting-without-row', severity: 'error', at: '/machine', facts, element: '', field: [] } as const;
  const said = await Promise.all(
    languages.map(async (language) => {
      const say = sayWith(createIntl({ locale: language, messages: await loadMessages(language) }));
      return findingWords(finding, { definition: {}, say, text: (words) => words?.[language] ?? '' });
    }),
  );
  for (const [index, name] of [facts.procedure.en, facts.procedure.fa, facts.procedure.pl].entries()) {
    expect(said[index]).toContain(`\u2068${name}\u2069`);
    expect(said[index]).not.toContain('unresolved');
  }
});

test('two deadlines are told by what they are called, or by how long they are', async () => {
  const after = { soon: [{ target: '#there' }], later: [{ target: '#there' }] };
  const [en] = await saidOf(
    { here: { after }, there: {} },
    { delays: { soon: { workingDays: 2 }, later: { title: { en: 'At the latest' }, days: 9 } } },
  );
  expect(en?.[0]).toContain('“\u2068At the latest\u2069”');
  expect(en?.[0]).toContain('“\u20682 working days\u2069”');
});

test('what the schema refuses is told as what has to be done', async () => {
  const open = await saidOf({ here: { on: { go: [{}] } } }, go);
  expect(open.map((said) => said[0])).toEqual([
    'This way leads nowhere and does nothing. Connect it to a step, or remove it.',
    'این راه به جایی نمی‌رسد و کاری نمی‌کند. آن را به گامی وصل کنید یا حذف کنید.',
    'Ta droga donikąd nie prowadzi i nic nie robi. Połącz ją z krokiem albo usuń.',
  ]);
  const [role] = await saidOf({ here: { invoke: { src: 'task', input: {} } } });
  expect(role?.[0]).toBe('Something has still to be chosen here.');
});

test('no sentence has a word of programmers', async () => {
  for (const language of languages) {
    const messages = await loadMessages(language);
    const sentences = Object.entries(messages).filter(([key]) => key.startsWith('finding.'));
    expect(sentences.length).toBeGreaterThan(60);
    for (const [, words] of sentences)
      expect(words.replaceAll(/\{[^{}]*\}/g, '')).not.toMatch(/\b(event|guard|state|transition|actor|pointer|JSON|schema|FEEL)\b/i);
  }
});
