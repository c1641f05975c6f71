import { expect } from '@jest/globals';
import mongoose from 'mongoose';
import { type Cases, test } from './cases.ts';

const { ObjectId, Binary } = mongoose.mongo;

export const valueCases: Cases = (store) => {
  test('numbers, times, ids and bytes come back as what they are', async () => {
    const rows = store().fresh();
    const id = new ObjectId('65f0c0ffee0000000000beef');
    const values = {
      whole: 2 ** 40,
      least: -(2 ** 53 - 1),
      part: 0.1 + 0.2,
      tiny: 5e-324,
      at: new Date('2026-03-29T01:30:00.123Z'),
      before: new Date(-1),
      id,
      bytes: new Binary(Buffer.from([0, 255, 1])),
    };
    await rows.insertOne({ _id: id, ...values } as never);
    const found = await rows.findOne({ _id: id } as never);
    expect(found?.whole).toBe(values.whole);
    expect(found?.least).toBe(values.least);
    expect(found?.part).toBe(values.part);
    expect(found?.tiny).toBe(values.tiny);
    expect(found?.at).toEqual(values.at);
    expect(found?.before).toEqual(values.before);
    expect(found?.id.equals(id)).toBe(true);
    expect(Buffer.from(found?.bytes.value())).toEqual(Buffer.from([0, 255, 1]));
    expect(await rows.countDocuments({ id, at: values.at, whole: values.whole })).toBe(1);
  });

  test('every script, joiners, surrogate pairs and control characters come back unchanged and are found', async () => {
    const rows = store().fresh();
    await rows.createIndex({ text: 1 });
    const texts = [
      'شکایت',
      'می‌خواهم',
      'zażółć gęślą jaźń',
      '\u{1f9ff}\u{1f469}\u200d\u{1f4bb}',
      'a\u0000b',
      'a',
      'a\u0000',
      '\ue000',
      '\u{10ffff}',
      'é',
      'e\u0301',
      ' ',
      '',
    ];
    await rows.insertMany(texts.map((text, _id) => ({ _id, text })) as never);
    for (const [at, text] of texts.entries()) {
      expect((await rows.find({ text }).toArray()).map((row) => [row._id, row.text])).toEqual([[at, text]]);
    }
  });

  test('a document of a megabyte is kept, one of seventeen is refused', async () => {
    const rows = store().fresh();
    const text = 'ژ'.repeat(500_000);
    await rows.insertOne({ _id: 'big', text } as never);
    await rows.updateOne({ _id: 'big' } as never, { $set: { more: 'x'.repeat(100_000) } });
    const found = await rows.findOne({ _id: 'big' } as never);
    expect(found?.text === text).toBe(true);
    await expect(rows.insertOne({ _id: 'huge', text: 'x'.repeat(17 * 1024 * 1024) } as never)).rejects.toThrow();
    expect(await rows.countDocuments({})).toBe(1);
  });

  test('undefined is null, as the driver of MongoDB writes it', async () => {
    const rows = store().fresh();
    await rows.insertOne({ _id: 'a', given: undefined } as never);
    expect(await rows.findOne({ _id: 'a' } as never)).toEqual({ _id: 'a', given: null });
  });

  test('one zero: minus zero is found by zero', async () => {
    const rows = store().fresh();
    await rows.createIndex({ n: 1 });
    await rows.insertMany([
      { _id: 1, n: 0 },
      { _id: 2, n: -0 },
    ] as never);
    expect(await rows.countDocuments({ n: 0 })).toBe(2);
  });
};
