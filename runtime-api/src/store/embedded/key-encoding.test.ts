import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import mongoose from 'mongoose';
import { after, encodeComponent, encodeValue, inverted } from './key-encoding.ts';
import { type StoredValue, storedValue } from './stored-value.ts';
import { compareValues } from './value-order.ts';

const { Binary, ObjectId } = mongoose.mongo;

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom('', '\0', 'a', 'a\0', 'a\0b', 'ż', '\u{1f600}', '\uffff', 'ab'),
  fc.tuple(fc.integer({ min: 60, max: 70 }), fc.constantFrom('', 'b', '\0', 'ż')).map(([length, end]) => `${'a'.repeat(length)}${end}`),
  fc.constant('long '.repeat(2_000)),
);
const fieldName = text.filter((name) => !name.includes('\0'));
const number = fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 5e-324, -5e-324));
const value: fc.Arbitrary<StoredValue> = fc.letrec<{ value: StoredValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    number,
    text,
    fc.date({ noInvalidDate: true }),
    fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
    fc.uint8Array({ maxLength: 4 }).map((bytes) => new Binary(Buffer.from(bytes))),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fieldName, tie('value'), { maxKeys: 3 }).map((fields) => storedValue(fields)),
  ),
})).value;

test('bytes have the order of the values they stand for', () => {
  fc.assert(
    fc.property(value, value, (left, right) => {
      expect(Math.sign(Buffer.compare(encodeValue(left), encodeValue(right)))).toBe(Math.sign(compareValues(left, right)));
    }),
    { numRuns: 5000 },
  );
});

test('turned over, they have the opposite order', () => {
  fc.assert(
    fc.property(value, value, (left, right) => {
      const turned = Buffer.compare(inverted(encodeValue(left)), inverted(encodeValue(right)));
      expect(Math.sign(turned)).toBe(0 - Math.sign(compareValues(left, right)) || 0);
    }),
    { numRuns: 2000 },
  );
});

test('no value begins with another, so that components can stand one behind the other', () => {
  fc.assert(
    fc.property(value, value, (left, right) => {
      const [one, other] = [encodeValue(left), encodeValue(right)];
      if (compareValues(left, right) !== 0) expect(one.subarray(0, other.length).equals(other)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('what comes after a value is greater than all that begins with it and nothing less', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1 }), fc.uint8Array(), fc.uint8Array(), (start, rest, other) => {
      const beginning = Buffer.from(start);
      if (beginning.every((byte) => byte === 0xff)) return;
      const end = after(beginning);
      expect(Buffer.compare(Buffer.concat([beginning, rest]), end)).toBe(-1);
      const isGreater = Buffer.compare(other, beginning) > 0 && !Buffer.from(other).subarray(0, beginning.length).equals(beginning);
      expect(Buffer.compare(other, end) >= 0).toBe(isGreater);
    }),
  );
});

test('long texts are cut, say so, and stay different', () => {
  const long = 'x'.repeat(500);
  const [one, other] = [encodeComponent(`${long}a`), encodeComponent(`${long}b`)];
  expect([one.cut, one.bytes.length]).toEqual([true, 200]);
  expect(one.bytes.equals(other.bytes)).toBe(false);
  expect(encodeComponent('short').cut).toBe(false);
});
