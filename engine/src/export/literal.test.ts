import { expect, test } from '@jest/globals';
import fastCheck from 'fast-check';
import type { Json } from '../json.ts';
import { literal, nameOf, quoted } from './literal.ts';

const read = async (text: string): Promise<unknown> =>
  (await import(`data:text/javascript,${encodeURIComponent(`export default ${text};`)}`)).default;

/** What ends strings, templates, comments, lines, pages and prototypes somewhere. */
const nasty = [
  '"',
  "'",
  '`',
  '${',
  '}',
  '*/',
  '//',
  '\\',
  '\n',
  '\r',
  '\u2028',
  '\u2029',
  '</script>',
  '<!--',
  ']]>',
  '\0',
  '\ud800',
  '%',
  '__proto__',
];
const words = fastCheck
  .array(fastCheck.oneof(fastCheck.constantFrom(...nasty), fastCheck.string({ unit: 'grapheme' })), { maxLength: 6 })
  .map((parts) => parts.join(''));
const values: fastCheck.Arbitrary<Json> = fastCheck.letrec<{ value: Json }>((tie) => ({
  value: fastCheck.oneof(
    { depthSize: 'small' },
    words,
    fastCheck.double({ noNaN: true, noDefaultInfinity: true }),
    fastCheck.constantFrom(null, true, false),
    fastCheck.array(tie('value'), { maxLength: 4 }),
    fastCheck.array(fastCheck.tuple(words, tie('value')), { maxLength: 4 }).map((members): Json => Object.fromEntries(members)),
  ),
})).value;

test('whatever a value says, what is written is read as that value', async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
  const all = fastCheck.sample(fastCheck.record({ value: values }), { numRuns: 2_000, seed }).map(({ value }) => value);
  const text = literal(all);
  expect({ seed, read: await read(text) }).toEqual({ seed, read: all });
  expect(text).not.toMatch(/[<>`$\u2028\u2029\r\n\0]/);
});

test('__proto__ is a member like any other', async () => {
  const value: unknown = JSON.parse('{ "__proto__": { "polluted": 1 }, "constructor": 2 }');
  const back = await read(literal(JSON.parse('{ "__proto__": { "polluted": 1 }, "constructor": 2 }')));
  expect(JSON.stringify(back)).toBe(JSON.stringify(value));
  expect(Object.getPrototypeOf(back)).toBe(Object.prototype);
  expect(nameOf('__proto__')).toBe('["__proto__"]');
});

test('a sign that is lost in JSON is kept', () => expect([literal(-0), quoted('</script>')]).toEqual(['-0', '"\\u003c/script\\u003e"']));
