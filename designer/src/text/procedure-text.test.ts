import { describe, expect, test } from '@jest/globals';
import { clausesOf, meanings, measures, shippedProcesses, templates } from '@redress/definitions';
import type { Party } from '@redress/engine';
import { createIntl } from 'react-intl';
import { datesIn } from '../calendar/dates.ts';
import { type Language, languages, localeOf } from '../language/language.ts';
import { loadMessages } from '../language/messages.ts';
import { sayWith } from '../language/words.tsx';
import { fieldsOf, textOf, wordsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { rowAt } from '../model/rows.ts';
import { treeOf } from '../model/tree.ts';
import { rowWords } from '../outline/outline-words.ts';
import { partsOf } from '../panel/parts.ts';
import { meaningOfWay } from '../proof/act-of.ts';
import { clauseNumber } from '../proof/clause-number.ts';
import { kindOf } from '../proof/kind-of.ts';
import { momentWords } from '../when/length-words.ts';
import { percentIn } from '../when/percent.ts';
import { procedureText } from './procedure-text.ts';
import type { TextTelling } from './text-telling.ts';
import type { TextLine, TextSection } from './text-tree.ts';

const definitions = [...shippedProcesses, ...templates].filter((one): one is object => typeof one === 'object' && one !== null);

test('all definitions that are shipped are told', () => {
  expect(definitions.length).toBe(7);
});

describe.each(languages)('in %s', (language) => {
  test('every step has its section, with who does it, its form, its clauses, its ways and its deadlines', async () => {
    const missing: string[] = [];
    for (const definition of definitions) {
      const telling = await tellingIn(definition, language);
      const sections = new Map(flat(procedureText(telling)).map((section) => [section.at ?? section.id, section]));
      for (const step of telling.tree.byId.values()) {
        const section = sections.get(step.id);
        const said = section ? allWords(section.lines) : '';
        const wanted = [
          step.role === undefined ? '' : nameIn(telling, 'roles', step.role),
          step.form === undefined ? '' : nameIn(telling, 'forms', step.form),
          step.calls !== undefined && fieldsOf(fieldsOf(definition).letters)[step.calls] ? nameIn(telling, 'letters', step.calls) : '',
          ...step.rows.map((row) =>
            row.via === 'after'
              ? momentWords(row.name, telling)
              : rowWords(definition, { ...row, condition: undefined } as never, telling.say, telling.text),
          ),
          ...step.rows.flatMap(({ to }) => to.map((id) => telling.text(telling.tree.byId.get(id)?.title))),
          ...step.tags.flatMap((tag) =>
            clausesOf(meanings.tags.get(tag), kindOf(definition)).flatMap(({ number, title }) => [
              clauseNumber(language, number),
              telling.text(title),
            ]),
          ),
        ];
        if (section?.heading !== telling.text(step.title)) missing.push(`${step.id}: no section`);
        for (const words of wanted) if (!said.includes(words)) missing.push(`${step.id}: ${words}`);
      }
    }
    expect(missing).toEqual([]);
  });

  test('every role, form, field, letter, clock, length of time and table has its section, and every letter its words', async () => {
    const missing: string[] = [];
    for (const definition of definitions) {
      const telling = await tellingIn(definition, language);
      const all = flat(procedureText(telling));
      const sections = new Map(all.map((section) => [section.at, section]));
      for (const kind of ['role', 'form', 'field', 'letter', 'clock', 'delay', 'decision'] as const)
        for (const { id } of partsOf(definition, kind, telling.text)) if (!sections.has(`${kind}:${id}`)) missing.push(`${kind}:${id}`);
      for (const section of all)
        if (section.at?.includes(':') && section.lines.length === 0 && !section.at.startsWith('form:')) missing.push(section.at);
    }
    expect(missing).toEqual([]);
  });

  test('what is measured, what the public is told, whose consent is stored and what binds is told with its clauses', async () => {
    const missing: string[] = [];
    let consents = 0;
    for (const definition of definitions) {
      const telling = await tellingIn(definition, language);
      const all = flat(procedureText(telling));
      const linesOf = (id: string) => all.find((section) => section.id === id)?.lines ?? [];
      for (const id of Object.keys(fieldsOf(fieldsOf(definition).kpis))) {
        const name = telling.text(measures.get(id)?.title);
        const line = linesOf('text-measured').find(({ words }) => words.includes(name));
        if (!line || clausesOf(measures.get(id), kindOf(definition)).some((clause) => !line.clauses?.includes(clause))) missing.push(id);
      }
      for (const [word, value] of Object.entries(fieldsOf(fieldsOf(definition).publishes))) {
        const said = value === 'generated' ? telling.say('proof.published.generated') : telling.text(textOf(value));
        const name = telling.text(meanings.publishes.get(word)?.title);
        if (!linesOf('text-public').some(({ words }) => words.includes(name) && words.includes(said))) missing.push(word);
      }
      for (const { id, rows } of telling.tree.byId.values()) {
        const said = allWords(all.find(({ at }) => at === id)?.lines ?? []);
        for (const row of rows) {
          const { consent, binding } = fieldsOf(fieldsOf(rowAt(definition, placesOf(definition), row.address)?.row).meta);
          consents += wordsOf(consent).length;
          for (const party of wordsOf(consent))
            if (!said.includes(telling.say(`party.${party as Party}`))) missing.push(`${row.address} ${party}`);
          if (binding === true && !said.includes(telling.say('proof.binding'))) missing.push(row.address);
        }
      }
    }
    expect(missing).toEqual([]);
    expect(consents).toBeGreaterThanOrEqual(10); // Something was looked for.
  });

  test('what pressing a button means is told with its clauses, and how often a case may come to a step', async () => {
    const missing: string[] = [];
    const found = { meanings: 0, limits: 0 };
    for (const definition of definitions) {
      const telling = await tellingIn(definition, language);
      const all = flat(procedureText(telling));
      for (const { id, rows } of telling.tree.byId.values()) {
        const said = allWords(all.find(({ at }) => at === id)?.lines ?? []);
        for (const row of rows) {
          const meaning = meaningOfWay(definition, row);
          if (meaning === undefined) continue;
          found.meanings += 1;
          if (!said.includes(telling.text(meaning.title))) missing.push(row.address);
        }
        const { maxVisits } = fieldsOf(fieldsOf(placesOf(definition).get(id)?.state).meta);
        if (typeof maxVisits !== 'number') continue;
        found.limits += 1;
        if (!said.includes(telling.say('when.visits-told', { count: maxVisits }))) missing.push(id);
      }
    }
    expect(missing).toEqual([]);
    expect(found.meanings).toBeGreaterThan(30);
    expect(found.limits).toBeGreaterThanOrEqual(5);
  });

  test('no sentence shows what only programmers write, and each place of the contents is there once', async () => {
    for (const definition of definitions) {
      const telling = await tellingIn(definition, language);
      const sections = procedureText(telling);
      const said = flat(sections).flatMap(({ heading, lines }) => [heading, allWords(lines)]);
      expect(said.filter((words) => /undefined|\[object|(wait|stage|outcome):\S/.test(words))).toEqual([]);
      const ids = flat(sections).map(({ id }) => id);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    }
  });
});

test('the starter is told as a person would tell it', async () => {
  const starter = definitions.find((one) => fieldsOf(one).id === 'starter');
  if (!starter) throw new Error('the starter is not shipped');
  const telling = await tellingIn(starter, 'en');
  const examining = flat(procedureText(telling)).find(({ at }) => at === 'examining');
  const words = (examining?.lines ?? []).map((line) => line.words.replaceAll(/[\u2068\u2069]/g, ''));
  expect(words).toContain('Done by: Person who takes the complaint.');
  expect(words.some((line) => line.startsWith('Kept away: '))).toBe(true);
});

test('rounds, priority, what a way needs, explanations and beginnings are told', async () => {
  const told = async (id: string, at: string, more = {}) => {
    const definition = { ...definitions.find((one) => fieldsOf(one).id === id), ...more };
    const found = flat(procedureText(await tellingIn(definition, 'en'))).find((section) => section.at === at || section.id === at);
    return allWords(found?.lines ?? []).replaceAll(/[\u2068\u2069]/g, '');
  };
  expect(await told('complaint', 'investigating')).toContain('Priority: What “Priority” says');
  expect(await told('complaint', 'field:priority')).toContain('What it begins with in a new case: “Moderate”');
  expect(await told('complaint', 'field:subjectPersons')).toContain('Explanation: Found by staff.');
  expect(await told('starter', 'text-about', { home: 'recording' })).toContain('Each round comes back to “Write it down and weigh it”.');
  expect(await told('escalation', 'text-about')).toContain('What goes back to the procedure that began this one: ');
});

test('what a step costs is said where it is asked for', async () => {
  const starter = definitions.find((one) => fieldsOf(one).id === 'starter');
  const charged = JSON.parse(
    JSON.stringify(starter).replace(
      '"meta":{"title":{"en":"Look into it"',
      '"meta":{"charge":{"amount":1250.5,"currency":"PLN"},"title":{"en":"Look into it"',
    ),
  );
  const examining = flat(procedureText(await tellingIn(charged, 'pl'))).find(({ at }) => at === 'examining');
  const line = examining?.lines.find(({ words }) => words.includes('PLN'));
  expect(line?.words.replaceAll(/[\u2068\u2069]/g, '').replaceAll(/\s/g, ' ')).toBe('Ile płaci składający: 1250,5 PLN');
  expect(line?.clauses?.map(({ number }) => number)).not.toEqual([]);
});

async function tellingIn(definition: object, language: Language): Promise<TextTelling> {
  const intl = createIntl({
    locale: localeOf[language],
    messages: await loadMessages(language),
    onError: (error) => {
      throw error;
    },
  });
  const { date, number } = datesIn({ language, timeZone: 'Europe/Warsaw' });
  return {
    definition,
    tree: treeOf(definition),
    say: sayWith(intl),
    text: (words) => words?.[language] ?? Object.values(words ?? {})[0] ?? '',
    language,
    written: { date, number },
    percent: percentIn(language),
    procedureName: (id) => id,
  };
}

const flat = (sections: readonly TextSection[]): readonly TextSection[] =>
  sections.flatMap((section) => [section, ...flat(section.sections)]);
const allWords = (lines: readonly TextLine[]): string =>
  lines.map(({ words, items }) => [words, allWords(items ?? [])].join('\n')).join('\n');
const nameIn = (telling: TextTelling, section: string, id: string): string =>
  telling.text(fieldsOf(fieldsOf(fieldsOf(fieldsOf(telling.definition)[section])[id]).title) as Readonly<Record<string, string>>);
