import type { Definition } from '@redress/engine';
import type { DefinitionReference, Ports } from '../ports.ts';
import { insertNew } from '../store/insert-new.ts';
import type { DefinitionVersionDocument } from '../store/models/definition.ts';
import { definitionHash } from './definition-hash.ts';
import { isTaken } from './in-force.ts';
import { versionId } from './published.ts';

/** Who made a version and why, kept with it as it is. */
type Kept = Partial<
  Pick<
    DefinitionVersionDocument,
    | 'publishedBy'
    | 'submittedBy'
    | 'approvedBy'
    | 'approvedAt'
    | 'approval'
    | 'why'
    | 'restores'
    | 'history'
    | 'drawn'
    | 'findings'
    /** Version of the product, for definitions that come with it and need no second person. */
    | 'shippedWith'
  >
>;
export interface Publication extends Kept {
  readonly organisation: string;
  readonly definition: Definition;
  /** New cases take it from then on; it lies in the future. */
  readonly validFrom?: string;
  /** What tried it out; kept beside it. */
  readonly scenarios?: unknown;
  /** Where its steps stand; kept beside it. */
  readonly layout?: unknown;
}
type Latest = Pick<DefinitionVersionDocument, '_id' | 'version' | 'hash' | 'status' | 'validFrom'>;
const shownOfLatest = { version: 1, hash: 1, status: 1, validFrom: 1 } as const;

/**
 * Makes the next version. The same content as the version in force is that version, and so is what was asked for twice: only what says nothing about
 * what runs is written anew.
 */
export async function publish(publication: Publication, ports: Pick<Ports, 'store' | 'clock' | 'live'>): Promise<DefinitionReference> {
  const { organisation, definition, validFrom } = publication;
  const hash = definitionHash(definition);
  for (;;) {
    const latest = await ports.store.definitionVersions
      .findOne({ organisation, definition: definition.id }, shownOfLatest)
      .sort({ version: -1 })
      .lean<Latest>();
    const same = latest?.hash === hash && latest.status === 'published';
    if (same && (isTaken(latest, ports.clock.now()) || latest.validFrom === validFrom)) {
      const beside = besideOf(publication);
      if (Object.keys(beside).length > 0)
        await ports.store.definitionVersions.updateOne({ organisation, _id: latest._id }, { $set: beside });
      return { id: definition.id, version: latest.version, hash };
    }
    const version = (latest?.version ?? 0) + 1;
    if (await wrote(publication, { version, hash }, ports)) {
      ports.live.tell({ organisation, kind: 'definition' });
      return { id: definition.id, version, hash };
    }
  }
}

/** JSON texts. */
const besideOf = ({ scenarios, layout }: Publication): Pick<DefinitionVersionDocument, 'scenarios' | 'layout'> => ({
  ...(scenarios === undefined ? {} : { scenarios: JSON.stringify(scenarios) }),
  ...(layout === undefined ? {} : { layout: JSON.stringify(layout) }),
});

/** False if somebody else took this version number. */
async function wrote(
  publication: Publication,
  made: { readonly version: number; readonly hash: string },
  ports: Pick<Ports, 'store' | 'clock'>,
): Promise<boolean> {
  const { organisation, definition, scenarios: _, layout: __, ...kept } = publication;
  const row: DefinitionVersionDocument = {
    ...kept,
    _id: versionId(organisation, definition.id, made.version),
    organisation,
    definition: definition.id,
    version: made.version,
    hash: made.hash,
    kind: definition.kind,
    title: definition.title,
    text: JSON.stringify(definition),
    status: 'published',
    publishedAt: new Date(ports.clock.now()).toISOString(),
    ...besideOf(publication),
  };
  return insertNew(() => ports.store.definitionVersions.insertMany([row]));
}
