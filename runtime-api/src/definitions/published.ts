import { type Calendar, type Calendars, compile, type Definition, ok, parseDefinition, type Result, refuse } from '@redress/engine';
import type { DefinitionReference, Definitions, Log, ProcessClock, Runnable } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import type { CalendarDocument, DefinitionVersionDocument } from '../store/models/definition.ts';
import type { Store } from '../store/store.ts';
import { LatestUsed } from './latest-used.ts';
import { schemaTool } from './schema-tool.ts';

const compiledMax = 200;
/** Other servers may have changed a calendar: read again after this time. */
export const calendarsFreshMs = 5_000;

type Prepared = Result<Omit<Runnable, 'calendars'>, Refusal>;

/** Published versions never change, so a compiled one is kept by organisation and hash. Calendars change, and are read again soon. */
export function publishedDefinitions(ports: { readonly store: Store; readonly clock: ProcessClock; readonly log: Log }): Definitions {
  const { store, clock } = ports;
  const compiled = new LatestUsed<Promise<Prepared>>(compiledMax);
  const calendars = new LatestUsed<{ readonly readAt: number; readonly read: Promise<Calendars | undefined> }>(1_000);

  const prepared = (organisation: string, definition: DefinitionReference): Promise<Prepared> => {
    const key = `${organisation}\n${definition.hash}`;
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const preparing = prepare(organisation, definition, ports);
    compiled.set(key, preparing);
    preparing.then(
      (answer) => answer.ok || compiled.delete(key),
      () => compiled.delete(key),
    );
    return preparing;
  };

  const calendarsOf = (organisation: string): Promise<Calendars | undefined> => {
    const known = calendars.get(organisation);
    if (known !== undefined && Math.abs(clock.now() - known.readAt) < calendarsFreshMs) return known.read;
    const read = readCalendars(organisation, store);
    calendars.set(organisation, { readAt: clock.now(), read });
    read.catch(() => calendars.delete(organisation));
    return read;
  };

  return {
    of: async (organisation, definition) => {
      const [runnable, working] = await Promise.all([prepared(organisation, definition), calendarsOf(organisation)]);
      if (!runnable.ok) return runnable;
      return working === undefined
        ? refuse({ code: 'definition-not-runnable', definition: definition.id })
        : ok({ ...runnable.value, calendars: working });
    },
    current: async (organisation, id, version) => {
      const row =
        version === undefined
          ? await store.definitionVersions
              .findOne({ organisation, definition: id, status: 'published' })
              .sort({ version: -1 })
              .lean<DefinitionVersionDocument>()
          : await store.definitionVersions
              .findOne({ organisation, _id: versionId(organisation, id, version) })
              .lean<DefinitionVersionDocument>();
      return row === null ? undefined : { id, version: row.version, hash: row.hash };
    },
    calendarsChanged: (organisation) => calendars.delete(organisation),
  };
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
  if (row === null || row.hash !== definition.hash) return refuse({ code: 'definition-not-found', definition: definition.id });
  const parsed = parseDefinition(JSON.parse(row.text));
  if (!parsed.ok) return refuse({ code: 'definition-not-runnable', definition: definition.id });
  return runnable(parsed.value, ports.log);
}

/** Compiled, or refused because it has errors: a newer product may refuse what an older one took. */
function runnable(definition: Definition, log: Log): Prepared {
  const { machine, findings } = compile(definition, { schemas: schemaTool() });
  if (machine !== undefined) return ok({ definition, compiled: machine });
  log.error(
    { definition: definition.id, findings: findings.filter((finding) => finding.severity === 'error').slice(0, 10) },
    'a published definition does not compile',
  );
  return refuse({ code: 'definition-not-runnable', definition: definition.id });
}

/** The latest version of each calendar; nothing without the organisation's own. */
async function readCalendars(organisation: string, store: Store): Promise<Calendars | undefined> {
  const rows = await store.calendars.find({ organisation }).sort({ calendar: 1, version: 1 }).lean<CalendarDocument[]>();
  const latest: { [id: string]: Calendar } = {};
  for (const row of rows) latest[row.calendar] = JSON.parse(row.text) as Calendar;
  const own = latest.organisation;
  return own === undefined ? undefined : { ...latest, organisation: own };
}
