import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { shippedProcesses, templates } from '@redress/definitions';
import fc from 'fast-check';
import { createIntl } from 'react-intl';
import type { ConditionReader } from '../conditions/way-conditions.ts';
import { readProcedureFile } from '../exchange/procedure-file.ts';
import { type Language, languages, localeOf } from '../language/language.ts';
import { loadMessages } from '../language/messages.ts';
import { sayWith } from '../language/words.tsx';
import { type DesignDocument, openDocument } from '../model/document.ts';
import { arbitraryDefinition, arbitraryJsonObject, seed } from '../model/pretend-definitions.ts';
import { treeOf } from '../model/tree.ts';
import { mapPicture } from './map-picture.tsx';
import { colours } from './picture-colours.ts';

jest.setTimeout(120_000);

const readers = new Map<Language, ConditionReader>();
beforeAll(async () => {
  for (const language of languages) {
    const intl = createIntl({ locale: localeOf[language], messages: await loadMessages(language) });
    const text: ConditionReader['text'] = (words) => words?.[language] ?? Object.values(words ?? {})[0] ?? '';
    readers.set(language, { say: sayWith(intl), text, language, timeZone: 'Europe/Warsaw' });
  }
});

function drawn(document: DesignDocument, language: Language = 'en'): string {
  const reader = readers.get(language);
  if (!reader) throw new Error(language);
  return mapPicture(document, reader);
}
const opened = (definition: unknown, layout: unknown = {}): DesignDocument => {
  const document = openDocument(definition, layout);
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  return document.value;
};
/** As an XML parser reads it; what is not well-formed throws. */
function parsed(picture: string): Document {
  const document = new DOMParser().parseFromString(picture, 'image/svg+xml');
  const fault = document.querySelector('parsererror');
  if (fault) throw new Error(`${fault.textContent}\n${picture.slice(0, 2_000)}`);
  return document;
}
const allIn = (document: Document) => [...document.querySelectorAll('*')];
const textsIn = (document: Document) => [...document.querySelectorAll('text')].map(({ textContent }) => textContent ?? '');

describe.each(languages)('in %s', (language) => {
  test('every shipped procedure is drawn with its name, its steps, ways and ends, as words of that language', () => {
    for (const definition of [...shippedProcesses, ...templates]) {
      const document = opened(definition);
      const tree = treeOf(document.definition);
      const picture = parsed(drawn(document, language));
      const root = picture.documentElement;
      expect([root.getAttribute('lang'), root.getAttribute('direction')]).toEqual([language, language === 'fa' ? 'rtl' : 'ltr']);
      expect(picture.querySelector('svg > title')?.textContent).toContain(tree.title[language]);
      expect(picture.querySelector('svg > desc')?.textContent).toMatch(/[0-9۰-۹]/);
      const told = [...picture.querySelectorAll('g > title')].map(({ textContent }) => textContent ?? '');
      for (const step of tree.byId.values()) expect(told.filter((words) => words.includes(step.title[language] ?? '?'))).not.toEqual([]);
      const words = textsIn(picture).join(' ');
      for (const { title } of tree.byId.values()) expect(words).toContain(title[language]?.split(' ')[0]);
    }
  });

  test('it stands by itself: nothing in it is run, fetched or taken from a page', () => {
    for (const definition of shippedProcesses) {
      const picture = parsed(drawn(opened(definition), language));
      const foreign = allIn(picture).flatMap((element) => [
        ...(/^(script|foreignObject|style|image|use|a|animate|set)$/.test(element.localName) ? [element.localName] : []),
        ...[...element.attributes].flatMap(({ name, value }) =>
          /^on|href|style$/.test(name) || (/url\(|:\/\//.test(value) && !name.startsWith('xmlns')) ? [`${name}=${value}`] : [],
        ),
      ]);
      expect(foreign).toEqual([]);
    }
  });
});

test('a reader from right to left sees the same map in a mirror', () => {
  const document = opened(shippedProcesses[0]);
  const circles = (language: Language) =>
    [...parsed(drawn(document, language)).querySelectorAll('circle[r="4.25"]')].map((port) => Number(port.getAttribute('cx')));
  expect(circles('fa')).toEqual(circles('en').map((x) => -x));
  expect(circles('pl')).toEqual(circles('en'));
  expect(circles('en').length).toBeGreaterThan(10);
});

test('what somebody has placed stands there, folded what is folded, and notes are on it', () => {
  const layout = {
    steps: { receiving: { x: -500, y: 70 }, assessment: { collapsed: true } },
    notes: { one: { text: 'Ask <Ada> & Bob', x: 0, y: 900 } },
  };
  const complaint = shippedProcesses.find((process) => JSON.stringify(process).startsWith('{"format":1,"id":"complaint"'));
  const document = opened(complaint, layout);
  const words = textsIn(parsed(drawn(document)));
  expect(words).toContain('Ask <Ada> & Bob');
  expect(words).toContain('Assessment');
  expect(words).not.toContain('Stop harm');
});

const number = fc.oneof(fc.integer({ min: -2_000, max: 2_000 }), fc.double());
const spot = fc.record({ x: number, y: number, width: number, height: number, collapsed: fc.boolean() }, { requiredKeys: [] });
const arbitraryLayout = fc.oneof(
  arbitraryJsonObject,
  fc.record(
    {
      steps: fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'receive', 'procedure:'), spot, { noNullPrototype: true }),
      notes: fc.dictionary(
        fc.string({ maxLength: 4 }).filter((key) => key !== '__proto__'),
        fc.tuple(spot, fc.string({ unit: 'binary' })).map(([at, text]) => ({ ...at, text })),
        {
          maxKeys: 3,
          noNullPrototype: true,
        },
      ),
      odd: arbitraryJsonObject,
    },
    { requiredKeys: [] },
  ),
);

test(`what is drawn opens again as it was: 1,000 procedures with their layout, each well-formed (seed ${seed})`, () => {
  fc.assert(
    fc.property(arbitraryDefinition, arbitraryLayout, fc.constantFrom(...languages), (definition, layout, language) => {
      const json = JSON.stringify({ ...definition, machine: { states: {}, ...Object(definition.machine) } }); // JSON has no minus nought.
      const document = openDocument(JSON.parse(json), JSON.parse(JSON.stringify(layout)));
      fc.pre(document.ok);
      const picture = drawn(document.value, language);
      parsed(picture);
      const read = readProcedureFile(picture);
      expect(read).toEqual({ ok: true, value: { document: document.value, kept: [] } });
      expect(JSON.stringify(read.ok && read.value.document)).toBe(JSON.stringify(document.value));
    }),
    { numRuns: 1_000, seed },
  );
});

const tricky = [
  ']]></metadata><script>alert(1)</script>',
  '--><svg onload="alert(1)"><!--',
  '"\'&amp;<b>&#60;',
  '</redress:document><redress:document version="1">e30</redress:document>',
  '<!DOCTYPE x [<!ENTITY y "z">]>&y;',
  '\u0000\u0008\u001b\ufffe\uffff\ud800 half',
  'می\u200cخواهم \u202e \u2066 🧾 ąćę',
  '{7*7} {steps} <b>bold</b>',
  'w'.repeat(50_000),
];
test.each(tricky)('whatever somebody calls a step, it is words: %j', (words) => {
  const title = { en: words };
  const definition = {
    id: 'odd',
    title,
    roles: { r: { title } },
    machine: {
      initial: 'a',
      states: {
        a: { meta: { title, owner: 'r' }, on: { go: [{ target: '#b', meta: { label: title } }], stay: [{}] } },
        b: { type: 'final', meta: { title } },
      },
    },
    events: { go: { label: title } },
  };
  const document = opened(definition, { notes: { n: { text: words, x: 5, y: 5 } } });
  const plain = parsed(
    drawn(opened(JSON.parse(JSON.stringify(definition).replaceAll(JSON.stringify(words), '"plain"')), { notes: { n: { text: 'plain' } } })),
  );
  for (const language of languages) {
    const picture = drawn(document, language);
    const names = new Set(allIn(parsed(picture)).map(({ localName }) => localName));
    expect([...names].filter((name) => !allIn(plain).some(({ localName }) => localName === name))).toEqual([]);
    const read = readProcedureFile(picture);
    expect(read.ok && read.value.document).toEqual(document);
  }
});

test('its colours are those of the light theme', () => {
  const sheet = readFileSync(new URL('../tokens.css', import.meta.url), 'utf8');
  const light = sheet.slice(0, sheet.indexOf('\n}'));
  const others = Object.entries(colours).filter(([name, colour]) => !light.includes(`--${name}: ${colour};`));
  expect(others).toEqual([]);
});
