import { readFileSync } from 'node:fs';
import { expect, jest, test } from '@jest/globals';
import schema from '../../../engine/src/definition/process-definition.schema.json' with { type: 'json' };
import { editable, edited, isProvedByFields } from './editable.ts';
import { formatProperties } from './format-properties.ts';
import { seed } from './pretend-definitions.ts';
import { editsBy } from './pretend-edits.ts';

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
  const found = new Set<string>();
  for (const edit of editsBy(name, properties)) {
    for (const property of edit.properties) found.add(property);
    if ([...wanted].every((property) => found.has(property))) break;
  }
  return found;
}
