import type { Query, Schema } from 'mongoose';

/** The only reads that look over all organisations; each belongs to a worker and hands every row on with its organisation. */
export type Sweep =
  | 'due-timers'
  | 'due-effects'
  | 'calendars'
  | 'unsettled-cases'
  | 'sign-in'
  | 'expired'
  | 'organisations'
  | 'journal-follow'
  | 'verify'
  | 'metrics';

const sweeping = new WeakMap<object, Sweep>();

/** Marks a query as one of the named sweeps; without it a query that names no organisation throws. */
export function sweep<Looking extends object>(query: Looking, name: Sweep): Looking {
  sweeping.set(query, name);
  return query;
}

const guarded = [
  'countDocuments',
  'deleteMany',
  'deleteOne',
  'distinct',
  'find',
  'findOne',
  'findOneAndDelete',
  'findOneAndUpdate',
  'updateMany',
  'updateOne',
] as const;

/** Keeps organisations apart: every filter names one by plain equality, every aggregation begins with it. */
export function tenant(schema: Schema): void {
  schema.pre([...guarded], function (this: Query<unknown, unknown>) {
    if (sweeping.has(this)) return;
    const named: unknown = this.getFilter().organisation;
    if (typeof named !== 'string' || named === '') throw new Error(`A query of ${this.model.modelName} names no organisation`);
  });
  schema.pre('aggregate', function () {
    if (sweeping.has(this)) return;
    const first = this.pipeline()[0];
    const named: unknown = first !== undefined && '$match' in first ? first.$match.organisation : undefined;
    if (typeof named !== 'string' || named === '') throw new Error('An aggregation names no organisation');
  });
}
