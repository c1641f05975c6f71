import type { Ports } from '../ports.ts';
import type { OrganisationDocument } from '../store/models/organisation.ts';
import type { CounterDocument, RegisterDocument } from '../store/models/register.ts';
import { ownRows } from '../store/schema.ts';
import { isDuplicate } from '../store/store-error.ts';
import { numberText, seriesOf } from './number-pattern.ts';

interface Wanted {
  readonly organisation: string;
  readonly series: string;
  readonly caseId: string;
  /** When the case was entered, UTC ISO: decides the year. */
  readonly at: string;
}
type Register = Pick<Ports, 'store'>;

/**
 * The case's register number, the same however often it is asked for. Without gaps: the counter names the case that took the last number, and whoever
 * comes next writes that one's register row before taking its own. So every number up to the counter has a row, or its case is still there to write it.
 */
export async function takeNumber(wanted: Wanted, ports: Register): Promise<string> {
  const { organisation, caseId } = wanted;
  const settings = await ports.store.organisations.findOne({ organisation, _id: organisation }).lean<OrganisationDocument>();
  if (settings === null) throw new Error(`No organisation ${organisation}`);
  const year = yearOf(wanted.at, settings.timeZone);
  const { series, pattern } = seriesOf(wanted.series, settings, year);
  const _id = `${organisation}:${series}`;
  for (;;) {
    const counter = await ports.store.counters.findOne({ organisation, _id }).lean<CounterDocument>();
    // Read after the counter: whatever the counter counts has its row by now, but for the very last.
    const mine = await ports.store.register.findOne({ organisation, caseId }).lean<RegisterDocument>();
    if (mine !== null) return mine.number;
    if (counter !== null) await completeRow({ organisation, series }, counter, ports);
    if (counter?.caseId === caseId) return counter.number;
    const last = (counter?.last ?? 0) + 1;
    const next: CounterDocument = { _id, organisation, last, caseId, number: numberText(pattern, { year, n: last }), at: wanted.at };
    if (!(await moved(counter, next, ports))) continue;
    await writeRow({ organisation, series }, next, ports);
    return next.number;
  }
}

const years = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes longer than a hundred uses of it. */
function yearOf(at: string, timeZone: string): string {
  const format = years.get(timeZone) ?? new Intl.DateTimeFormat('en-CA-u-ca-gregory', { year: 'numeric', timeZone });
  years.set(timeZone, format);
  return format.format(new Date(at));
}

async function moved(from: CounterDocument | null, to: CounterDocument, ports: Register): Promise<boolean> {
  if (from === null) return inserted(() => ports.store.counters.insertMany([to], ownRows));
  const { _id, organisation, last, caseId, number, at } = to;
  const answer = await ports.store.counters.updateOne({ organisation, _id, last: from.last }, { $set: { last, caseId, number, at } });
  return answer.matchedCount === 1;
}

/** Whoever took the last number nearly always wrote its row too: looking is cheaper than writing it again. */
async function completeRow(
  series: { readonly organisation: string; readonly series: string },
  counter: CounterDocument,
  ports: Register,
): Promise<void> {
  const there = await ports.store.register.findOne({ organisation: series.organisation, _id: rowOf(counter) }, { _id: 1 }).lean();
  if (there === null) await writeRow(series, counter, ports);
}

const rowOf = (counter: Pick<CounterDocument, '_id' | 'last'>): string => `${counter._id}:${counter.last}`;

/** The register row is the number: its `_id` can be there once. */
async function writeRow(
  series: { readonly organisation: string; readonly series: string },
  counter: CounterDocument,
  ports: Register,
): Promise<void> {
  const { last, caseId, number, at } = counter;
  await inserted(() => ports.store.register.insertMany([{ _id: rowOf(counter), ...series, n: last, number, caseId, at }], ownRows));
}

async function inserted(insert: () => Promise<unknown>): Promise<boolean> {
  try {
    await insert();
    return true;
  } catch (problem) {
    if (isDuplicate(problem)) return false;
    throw problem;
  }
}
