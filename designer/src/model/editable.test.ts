import { readFileSync } from 'node:fs';
import { expect, jest, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { pathOf } from '@redress/engine';
import fc from 'fast-check';
import schema from '../../../engine/src/definition/process-definition.schema.json' with { type: 'json' };
import type { Command } from './command.ts';
import { type DesignDocument, openDocument } from './document.ts';
import { editable, edited, isProvedByFields } from './editable.ts';
import { formatProperties } from './format-properties.ts';
import type { Patch } from './patch.ts';
import { perform } from './perform.ts';
import { commandFrom, type Dice } from './pretend-commands.ts';
import { seed } from './pretend-definitions.ts';

jest.setTimeout(120_000);

const properties = formatProperties(schema);

test('the table has every property that the schema has, in its order, and no other', () => {
  expect(Object.keys(editable)).toEqual(properties.all);
});

test('each property is edited somewhere, or it is written down why not', () => {
  expect(Object.entries(editable).filter(([, row]) => 'why' in row && row.why.length < 20)).toEqual([]);
});

test('the file that the table names has the field: it speaks of the property, or gives the command', () => {
  const without = edited.filter(({ property, by, in: file }) => {
    const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
    return !text.includes(`'${by}'`) && !new RegExp(`\\b${property.split('.').at(-1)}\\b`).test(text);
  });
  expect(without).toEqual([]);
});

test(`each command changes the properties that the table says (seed ${seed})`, () => {
  const thrown = edited.filter((row) => !isProvedByFields(row)); // The others: every-field.test.tsx.
  const commands = [...new Set(thrown.map(({ by }) => by))];
  const missing = commands.flatMap((name) => {
    const wanted = thrown.flatMap(({ by, property }) => (by === name ? [property] : []));
    const found = changedBy(name, new Set(wanted));
    return wanted.filter((property) => !found.has(property)).map((property) => `${property}: ${name}`);
  });
  expect(missing).toEqual([]);
});

/** What a command changes in any of the shipped procedures, thrown until everything that is wanted was seen. */
function changedBy(name: string, wanted: ReadonlySet<string>): ReadonlySet<string> {
  const which = whichOf(name);
  const found = new Set<string>();
  const isSeen = () => [...wanted].every((property) => found.has(property));
  for (const start of shipped) {
    let document = start;
    for (const thrown of throws) {
      if (isSeen()) return found;
      const command = commandFrom(document, [which, ...thrown]);
      const edit = perform(document, [command]);
      if (!edit.ok) continue;
      for (const patch of edit.value.patches)
        for (const property of [...at(patch, document), ...at(patch, edit.value.document)]) found.add(property);
      document = edit.value.document;
    }
  }
  return found;
}
const at = ({ at: pointer }: Patch, { definition }: DesignDocument): readonly string[] => {
  const [root, ...path] = pathOf(pointer);
  return root === 'definition' ? properties.at(path, definition) : [];
};

const shipped = shippedProcesses.map((process) => {
  const opened = openDocument(process);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return withMore(opened.value);
});

/** Steps of the kinds that not every procedure has, and a connected system. */
function withMore(document: DesignDocument): DesignDocument {
  const steps = (['history', 'letter', 'automatic', 'decision', 'stage', 'sub'] as const).map(
    (kind): Command => ({ name: 'step.add', payload: { kind, title: { en: `more ${kind}` } } }),
  );
  const services: Command = { name: 'value.set', payload: { at: '/services', value: { register: { title: { en: 'Register' } } } } };
  const edit = perform(document, [...steps, services]);
  if (!edit.ok) throw new Error(JSON.stringify(edit.refusal));
  return edit.value.document;
}

const throws = fc.sample(fc.tuple(fc.nat(1e4), fc.nat(1e4), fc.nat(1e4)), { numRuns: 300, seed });
function whichOf(name: string): number {
  const [start] = shipped;
  for (let which = 0; start && which < 1000; which += 1)
    if (commandFrom(start, [which, 0, 0, 0] satisfies Dice).name === name) return which;
  throw new Error(`no ${name}`);
}
