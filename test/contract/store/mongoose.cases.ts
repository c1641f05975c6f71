import { expect } from '@jest/globals';
import mongoose, { Schema } from 'mongoose';
import { type Cases, test } from './cases.ts';

const caseSchema = new Schema(
  {
    _id: { type: String, required: true },
    organisation: { type: String, required: true },
    revision: { type: Number, required: true },
    title: String,
    contents: { type: Schema.Types.Mixed },
    tasks: [new Schema({ id: String, role: String, dueAt: String }, { _id: false })],
    openedAt: Date,
  },
  { minimize: false, versionKey: false, strict: 'throw' },
);
caseSchema.index({ organisation: 1, 'tasks.role': 1 });

export const mongooseCases: Cases = (store) => {
  const model = (name: string) => store().connection.model(name, caseSchema);
  const first = { _id: 'c1', organisation: 'o', revision: 1, contents: {}, tasks: [{ id: 't1', role: 'handler' }] };

  test('a model makes its indexes, creates, finds, saves and deletes', async () => {
    const Case = model('SavedCase');
    await Case.init();
    await Case.createIndexes();
    const made = await Case.create(first);
    made.title = 'Late';
    made.tasks.push({ id: 't2', role: 'lead' });
    await made.save();
    const found = await Case.findOne({ organisation: 'o', 'tasks.role': 'lead' }).orFail();
    expect(found.toObject()).toMatchObject({
      ...first,
      title: 'Late',
      tasks: [
        { id: 't1', role: 'handler' },
        { id: 't2', role: 'lead' },
      ],
    });
    expect(await Case.deleteOne({ _id: 'c1' })).toMatchObject({ deletedCount: 1 });
    expect(await Case.findById('c1')).toBeNull();
  });

  test('empty objects are kept (minimize: false)', async () => {
    const Case = model('EmptyCase');
    await Case.create(first);
    expect((await Case.findById('c1').lean())?.contents).toEqual({});
    await Case.updateOne({ organisation: 'o', _id: 'c1' }, { $set: { contents: { answers: {}, list: [] } } });
    expect((await Case.findById('c1').lean())?.contents).toEqual({ answers: {}, list: [] });
  });

  test('strict: throw holds for updates and documents', async () => {
    const Case = model('StrictCase');
    await expect(Case.create(Object.assign({ surprise: 1 }, first))).rejects.toThrow(/surprise/);
    const $set: Record<string, unknown> = { surprise: 1 };
    await expect(Case.updateOne({ _id: 'c1' }, { $set })).rejects.toThrow(/surprise/);
  });

  test('insertMany tells duplicates by their rows', async () => {
    const Case = model('ManyCase');
    await Case.create(first);
    const rows = ['c0', 'c1', 'c2'].map((_id) => ({ ...first, _id }));
    await expect(Case.insertMany(rows, { ordered: false })).rejects.toMatchObject({ code: 11000 });
    expect(await Case.countDocuments({ organisation: 'o' })).toBe(3);
  });

  test('compare and set through the model, lean reads, projections, cursors, aggregation', async () => {
    const Case = model('FlowCase');
    await Case.insertMany(Array.from({ length: 40 }, (_, n) => ({ ...first, _id: `c${n}`, revision: n % 4 })));
    expect(
      await Case.updateOne({ organisation: 'o', _id: 'c5', revision: 1 }, { $set: { revision: 2, openedAt: new Date(5) } }),
    ).toMatchObject({ modifiedCount: 1 });
    expect(await Case.updateOne({ organisation: 'o', _id: 'c5', revision: 1 }, { $set: { revision: 9 } })).toMatchObject({
      matchedCount: 0,
    });
    expect(await Case.findOne({ _id: 'c5' }, { revision: 1, openedAt: 1 }).lean()).toEqual({
      _id: 'c5',
      revision: 2,
      openedAt: new Date(5),
    });
    const after = await Case.findOneAndUpdate(
      { organisation: 'o', _id: 'c6' },
      { $inc: { revision: 1 } },
      { returnDocument: 'after' },
    ).lean();
    expect(after?.revision).toBe(3);
    let walked = 0;
    for await (const row of Case.find({ organisation: 'o' }).sort({ _id: 1 }).cursor()) walked += row._id === '' ? 0 : 1;
    expect(walked).toBe(40);
    const groups = await Case.aggregate([
      { $match: { organisation: 'o' } },
      { $group: { _id: '$revision', n: { $sum: 1 } } },
      { $sort: { _id: 1 } },
    ]);
    expect(groups).toEqual([
      { _id: 0, n: 10 },
      { _id: 1, n: 9 },
      { _id: 2, n: 10 },
      { _id: 3, n: 11 },
    ]);
    expect(await Case.exists({ organisation: 'o', _id: 'c7' })).toEqual({ _id: 'c7' });
    expect((await Case.distinct('tasks.role', { organisation: 'o' })).sort()).toEqual(['handler']);
  });

  test('errors are those of the driver', async () => {
    const Case = model('ErrorCase');
    await Case.create(first);
    const error = await Case.create(first).then(
      () => undefined,
      (problem: unknown) => problem,
    );
    expect(error).toBeInstanceOf(mongoose.mongo.MongoServerError);
    expect(error).toMatchObject({ code: 11000 });
  });
};
