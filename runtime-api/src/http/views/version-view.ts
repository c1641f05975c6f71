import type { Static } from '@sinclair/typebox';
import { isTaken } from '../../definitions/in-force.ts';
import { versionId } from '../../definitions/published.ts';
import { namesOf } from '../../people/persons.ts';
import type { DefinitionReference } from '../../ports.ts';
import type { DefinitionVersionDocument } from '../../store/models/definition.ts';
import { storedJson } from '../../stored-json.ts';
import type { Office } from '../office.ts';
import { present } from '../present.ts';
import type { VersionRow } from '../shapes/definitions.ts';
import { approvalView } from './draft-view.ts';

/** A version without what is long: a list of versions is no pile of documents. */
export const shownOfVersion = {
  definition: 1,
  version: 1,
  hash: 1,
  status: 1,
  publishedAt: 1,
  publishedBy: 1,
  submittedBy: 1,
  approvedBy: 1,
  approvedAt: 1,
  approval: 1,
  shippedWith: 1,
  why: 1,
  validFrom: 1,
  restores: 1,
  retiredAt: 1,
  retiredBy: 1,
  retiredWhy: 1,
} as const;
export type ShownVersion = Pick<DefinitionVersionDocument, keyof typeof shownOfVersion>;

/** Versions as they are told, newest first. */
export async function versionRows(
  { desk }: Pick<Office, 'desk'>,
  organisation: string,
  versions: readonly ShownVersion[],
): Promise<Static<typeof VersionRow>[]> {
  const people = versions.flatMap(({ publishedBy, submittedBy, approvedBy, retiredBy }) => [
    publishedBy,
    submittedBy,
    approvedBy,
    retiredBy,
  ]);
  const names = await namesOf(
    desk,
    organisation,
    people.flatMap((person) => person ?? []),
  );
  const named = (person: string | undefined) => names.get(person ?? '');
  const inForce = versions.find((version) => isTaken(version, desk.clock.now()));
  return versions.map((one) => {
    const { version, hash, status, publishedAt, approvedAt, approval, shippedWith, why, validFrom, restores, retiredAt, retiredWhy } = one;
    return {
      version,
      hash,
      state: status,
      publishedAt,
      ...present({ publishedBy: named(one.publishedBy), submittedBy: named(one.submittedBy), approvedBy: named(one.approvedBy) }),
      ...present({ approvedAt, shippedWith, why, validFrom, restores, retiredAt, retiredBy: named(one.retiredBy), retiredWhy }),
      ...(approval ? { approval: approvalView(approval) } : {}),
      inForce: one === inForce,
    };
  });
}

const isObject = (found: unknown): found is Readonly<Record<string, unknown>> => found !== null && typeof found === 'object';
const objectIn = (text: string | undefined) => {
  const kept = storedJson(text ?? '{}');
  return isObject(kept) ? kept : {};
};

/** A version by the number that an address names, with its texts read; without `document` where that is damaged. What lies beside it takes nothing away when it is. */
export async function readVersion(
  { ports }: Pick<Office, 'ports'>,
  organisation: string,
  { definition, version }: { readonly definition: string; readonly version: string },
) {
  if (!/^\d{1,9}$/.test(version)) return undefined;
  const found = await ports.store.definitionVersions
    .findOne({ organisation, _id: versionId(organisation, definition, Number(version)) })
    .lean<DefinitionVersionDocument>();
  if (!found) return undefined;
  const document = storedJson(found.text);
  return {
    ...found,
    document: isObject(document) ? document : undefined,
    triedOutBy: objectIn(found.scenarios),
    drawing: objectIn(found.layout),
  };
}

/** Where the steps of a version stand on the map, for whoever reads what runs on it. */
export async function layoutOf({ ports }: Pick<Office, 'ports'>, organisation: string, { id, version }: DefinitionReference) {
  const found = await ports.store.definitionVersions
    .findOne({ organisation, _id: versionId(organisation, id, version) }, { layout: 1 })
    .lean<Pick<DefinitionVersionDocument, 'layout'>>();
  return objectIn(found?.layout);
}
