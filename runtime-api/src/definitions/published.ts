import { type Calendar, type Calendars, checkCalendar, compile, ok, parseDefinition, type Result, refuse } from '@redress/engine';
import type { DefinitionReference, Definitions, Described, Log, ProcessClock, Runnable } from '../ports.ts';
import type { NotRunnable, Refusal } from '../refusal.ts';
import type { CalendarDocument, DefinitionVersionDocument } from '../store/models/definition.ts';
import type { Store } from '../store/store.ts';
import { storedJson } from '../stored-json.ts';
import { isTaken, takenAt } from './in-force.ts';
import { LatestUsed } from './latest-used.ts';
import { schemaTool } from './schema-tool.ts';

const compiledMax = 200;
/** What names a version; its text is read once, when it is compiled. */
const reference = { version: 1, hash: 1 } as const;
/** Other servers may have changed a calendar: read again after this time. */
export const calendarsFreshMs = 5_000;

interface Prepared extends Described {
  readonly runnable: Result<Omit<Runnable, 'calendars'>, Refusal>;
}

/**
 * Published versions never change, so a compiled one is kept by organisation and hash. Calendars change, and what cannot run may be repaired: both
 * are read again soon.
 */
export function publishedDefinitions(ports: { readonly store: Store; readonly clock: ProcessClock; readonly log: Log }): Definitions {
  const { store, clock } = ports;
  const compiled = new LatestUsed<{ readonly preparing: Promise<Prepared>; failedAt?: number }>(compiledMax);
  const calendars = new LatestUsed<{ readonly readAt: number; readonly read: Promise<Result<Calendars, NotRunnableRefusal>> }>(1_000);
  const isFresh = (at: number): boolean => Math.abs(clock.now() - at) < calendarsFreshMs;

  const prepared = (organisation: string, definition: DefinitionReference): Promise<Prepared> => {
    const key = `${organisation}\n${definition.hash}`;
    const known = compiled.get(key);
    if (known !== undefined && (known.failedAt === undefined || isFresh(known.failedAt))) return known.preparing;
    const entry: { readonly preparing: Promise<Prepared>; failedAt?: number } = { preparing: prepare(organisation, definition, ports) };
    compiled.set(key, entry);
    entry.preparing.then(
      ({ runnable }) => {
        if (!runnable.ok) entry.failedAt = clock.now();
      },
      () => compiled.delete(key),
    );
    return entry.preparing;
  };

  const calendarsOf = (organisation: string): Promise<Result<Calendars, NotRunnableRefusal>> => {
    const known = calendars.get(organisation);
    if (known !== undefined && isFresh(known.readAt)) return known.read;
    const read = readCalendars(organisation, store);
    calendars.set(organisation, { readAt: clock.now(), read });
    read.catch(() => calendars.delete(organisation));
    return read;
  };

  return {
    of: async (organisation, definition) => {
      const [{ runnable }, working] = await Promise.all([prepared(organisation, definition), calendarsOf(organisation)]);
      if (!runnable.ok) return runnable;
      return working.ok ? ok({ ...runnable.value, calendars: working.value }) : refuse({ ...working.refusal, definition: definition.id });
    },
    described: async (organisation, reference) => {
      const { definition, title } = await prepared(organisation, reference);
      return { ...(definition === undefined ? {} : { definition }), title };
    },
    current: async (organisation, id, version) => {
      const row =
        version === undefined
          ? await newestTaken({ organisation, definition: id }, store, clock.now())
          : await store.definitionVersions
              .findOne({ organisation, _id: versionId(organisation, id, version) }, reference)
              .lean<Pick<DefinitionVersionDocument, 'version' | 'hash'>>();
      return row === null ? undefined : { id, version: row.version, hash: row.hash };
    },
    calendarsChanged: (organisation) => calendars.delete(organisation),
  };
}

/** Nearly always the newest published one; only where that is still to come is the one before it looked for. */
async function newestTaken(
  which: { readonly organisation: string; readonly definition: string },
  { definitionVersions }: Store,
  nowMs: number,
): Promise<Pick<DefinitionVersionDocument, 'version' | 'hash'> | null> {
  const newest = (found: { readonly status: 'published' } | ReturnType<typeof takenAt>) =>
    definitionVersions
      .findOne({ ...which, ...found }, { ...reference, status: 1, validFrom: 1 })
      .sort({ version: -1 })
      .lean<Pick<DefinitionVersionDocument, 'version' | 'hash' | 'status' | 'validFrom'>>();
  const published = await newest({ status: 'published' });
  return published === null || isTaken(published, nowMs) ? published : await newest(takenAt(nowMs));
}

export const versionId = (organisation: string, definition: string, version: number): string => `${organisation}:${definition}:${version}`;

async function prepare(
  organisation: string,
  definition: DefinitionReference,
  ports: { readonly store: Store; readonly log: Log },
): Promise<Prepared> {
  const row = await ports.store.definitionVersions
    .findOne({ organisation, _id: versionId(organisation, definition.id, definition.version) })
    .lean<DefinitionVersionDocument>();
  if (row === null || row.hash !== definition.hash)
    return { title: {}, runnable: refuse({ code: 'definition-not-found', definition: definition.id }) };
  const { title } = row;
  const unable = (because: NotRunnable): Prepared['runnable'] => {
    ports.log.error({ definition: definition.id, version: definition.version, because }, 'a published definition cannot run');
    return refuse({ code: 'definition-not-runnable', definition: definition.id, because });
  };
  const document = storedJson(row.text);
  if (document === undefined) return { title, runnable: unable('damaged') };
  const parsed = parseDefinition(document);
  if (!parsed.ok) return { title, runnable: unable('not-a-definition') };
  // A newer product may refuse what an older one took.
  const { machine, findings } = compile(parsed.value, { schemas: schemaTool() });
  if (machine !== undefined) return { title, definition: parsed.value, runnable: ok({ definition: parsed.value, compiled: machine }) };
  ports.log.error(
    { definition: definition.id, findings: findings.filter(({ severity }) => severity === 'error').slice(0, 10) },
    'a published definition does not compile',
  );
  return { title, definition: parsed.value, runnable: unable('does-not-compile') };
}

/** The latest version of each calendar. One that cannot be read is not replaced by an older one in silence: dates would come out wrong. */
export async function readCalendars(organisation: string, store: Store): Promise<Result<Calendars, NotRunnableRefusal>> {
  const rows = await store.calendars.find({ organisation }).sort({ calendar: 1, version: 1 }).lean<CalendarDocument[]>();
  const unable = (because: NotRunnable) => refuse({ code: 'definition-not-runnable', definition: '', because } as const);
  const latest: { [id: string]: Calendar } = {};
  for (const row of new Map(rows.map((one) => [one.calendar, one])).values()) {
    const calendar = storedJson(row.text);
    if (!isCalendar(calendar)) return unable('calendar-damaged');
    latest[row.calendar] = calendar;
  }
  const own = latest.organisation;
  return own === undefined ? unable('calendar-missing') : ok({ ...latest, organisation: own });
}

type NotRunnableRefusal = Extract<Refusal, { readonly code: 'definition-not-runnable' }>;

/** What was stored as one, as far as this product can count by it. */
export function isCalendar(found: unknown): found is Calendar {
  try {
    return checkCalendar(found as Calendar).every(({ severity }) => severity !== 'error');
  } catch {
    return false; // Not even in the shape of one.
  }
}
