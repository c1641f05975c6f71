import { shippedVersion } from '@redress/definitions';
import { ok, parseDefinition, type Result, refuse } from '@redress/engine';
import type { BundleFacts } from '../../bundle/bundle-facts.ts';
import { journalSample } from '../../bundle/journal-sample.ts';
import { signedFiles } from '../../bundle/signed-files.ts';
import { instant } from '../../people/desk.ts';
import { casesMost } from '../../standards/operation-of.ts';
import { type Period, spanOf } from '../../standards/period.ts';
import type { Caller } from '../caller.ts';
import type { HttpRefusal } from '../http-refusal.ts';
import type { Office } from '../office.ts';
import { findingViews } from './finding-view.ts';
import { readOperation } from './operation-view.ts';
import { languageOf, organisationOf } from './person-view.ts';
import { readCase } from './read-case.ts';
import { attestationViews, dayOf, standingOf, waiverViews } from './standards-view.ts';
import { readVersion, versionRows } from './version-view.ts';

/** Everything that an evidence bundle of one version is made of, as whoever makes it may read it. */
export async function bundleFacts(
  office: Office,
  caller: Caller,
  { period, ...parameters }: { readonly definition: string; readonly version: string; readonly period: Period },
): Promise<Result<BundleFacts, HttpRefusal>> {
  const { organisation } = caller;
  const { definition: id } = parameters;
  const found = await readVersion(office, organisation, parameters);
  if (!found) return refuse({ code: 'definition-not-found', definition: id });
  const parsed = parseDefinition(found.document);
  if (found.document === undefined || !parsed.ok) return refuse({ code: 'definition-not-runnable', definition: id, because: 'damaged' });
  const definition = parsed.value;
  const standing = await standingOf(office, organisation, { definition, authors: [] });
  if (!standing.ok) return standing;
  const place = { organisation, definition: id };
  const which = { version: found.version, definition, period, placesMost: casesMost };
  const operation = await readOperation(office, caller, which);
  if (!operation.ok) return operation;
  const { timeZone } = await dayOf(office, organisation);
  const sample = await journalSample(
    office.ports.store,
    { ...place, version: found.version, received: spanOf(period, timeZone) },
    async (caseId) => (await readCase(office, caller, caseId)).ok,
  );
  const [{ _id, name, language }, [row], attestations, waivers, findings] = await Promise.all([
    organisationOf(office, organisation),
    versionRows(office, organisation, [found]),
    attestationViews(office, place),
    waiverViews(office, place),
    found.findings && findingViews(office, organisation, found.findings),
  ]);
  const evidence = await signedFiles(
    office.ports,
    organisation,
    attestations.flatMap(({ files }) => files),
  );
  if (!row) throw new Error('A version that was read has no row');
  const { inForce: _, ...approval } = row;
  const { packs, checked, beside: started } = standing.value;
  return ok({
    organisation: { id: _id, name },
    timeZone,
    language: caller.person?.language ?? languageOf(language),
    madeAt: instant(office.desk.clock.now()),
    madeBy: { id: caller.person?._id ?? caller.key, name: caller.person?.name ?? caller.token?.name ?? '' },
    program: shippedVersion,
    definition,
    document: found.document,
    started,
    approval,
    ...(findings ? { findings } : {}),
    packs: [...packs],
    checked,
    attestations,
    waivers,
    period,
    operation: operation.value,
    sample,
    evidence,
  });
}
