import type { Static } from '@sinclair/typebox';
import { type ListedCase, listedFields, seenState } from '../../store/listed-case.ts';
import type { DefinitionVersionDocument } from '../../store/models/definition.ts';
import type { Caller } from '../caller.ts';
import type { Office } from '../office.ts';
import type { IncidentRow } from '../shapes/office.ts';
import { words } from './form-view.ts';
import { brokenView, type FailedWork, incidentView } from './incident-view.ts';
import { asReader } from './read-case.ts';

/** What failed in one case; nothing of a case that this reader may not see. */
export async function incidentsOf(
  office: Office,
  caller: Caller,
  document: ListedCase,
  work: FailedWork,
): Promise<Static<typeof IncidentRow>[]> {
  const read = await asReader(office, caller, { document, state: seenState(document) });
  if (!read) return [];
  const about = {
    caseId: document._id,
    ...(document.number === undefined ? {} : { number: document.number }),
    title: document.title,
    definition: document.definition.id,
    definitionTitle: words(read.definition.title),
  };
  const newestFirst = document.incidents.toSorted((one, other) => (one.at < other.at ? 1 : -1));
  const broken = document.status === 'active' ? brokenView(read, document) : [];
  return [...broken, ...newestFirst.map((incident) => incidentView(read, incident, work))].map((view) => ({ ...view, ...about }));
}

/** Versions looked at, newest first, and cases shown of each: the list is to be seen, the cases themselves all say it. */
const versionsMax = 100;
const shownMax = 20;

/** Running cases whose procedure cannot run, whether something failed in them yet or not. */
export async function casesThatCannotRun({ ports }: Office, organisation: string): Promise<readonly ListedCase[]> {
  const versions = await ports.store.definitionVersions
    .find({ organisation }, { definition: 1, version: 1, hash: 1 })
    .sort({ definition: 1, version: -1 })
    .limit(versionsMax)
    .lean<Pick<DefinitionVersionDocument, 'definition' | 'version' | 'hash'>[]>();
  const found = await Promise.all(
    versions.map(async ({ definition: id, version, hash }) => {
      const runnable = await ports.definitions.of(organisation, { id, version, hash });
      if (runnable.ok) return [];
      return await ports.store.cases
        .find({ organisation, 'definition.id': id, status: 'active', 'definition.version': version }, listedFields)
        .limit(shownMax)
        .lean<ListedCase[]>();
    }),
  );
  return found.flat();
}
