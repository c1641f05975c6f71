import type { Definition } from '@redress/engine';
import type { DefinitionReference, Ports } from '../ports.ts';
import { insertNew } from '../store/insert-new.ts';
import type { DefinitionVersionDocument } from '../store/models/definition.ts';
import { definitionHash } from './definition-hash.ts';
import { versionId } from './published.ts';

export interface Publication {
  readonly organisation: string;
  readonly definition: Definition;
  readonly publishedBy?: string;
  readonly approvedBy?: string;
  /** Version of the product, for definitions that come with it and need no second person. */
  readonly shippedWith?: string;
  /** What tried it out; kept beside it. */
  readonly scenarios?: unknown;
}

/**
 * Makes the next version. The same content as the version in force is that version: only what tried it out is written anew, which says nothing about
 * what runs.
 */
export async function publish(publication: Publication, ports: Pick<Ports, 'store' | 'clock' | 'live'>): Promise<DefinitionReference> {
  const { organisation, definition } = publication;
  const hash = definitionHash(definition);
  for (;;) {
    const latest = await ports.store.definitionVersions
      .findOne({ organisation, definition: definition.id })
      .sort({ version: -1 })
      .lean<DefinitionVersionDocument>();
    if (latest !== null && latest.hash === hash && latest.status === 'published') {
      if (publication.scenarios !== undefined)
        await ports.store.definitionVersions.updateOne(
          { organisation, _id: latest._id },
          { $set: { scenarios: JSON.stringify(publication.scenarios) } },
        );
      return { id: definition.id, version: latest.version, hash };
    }
    const version = (latest?.version ?? 0) + 1;
    if (await wrote(publication, { version, hash }, ports)) {
      ports.live.tell({ organisation, kind: 'definition' });
      return { id: definition.id, version, hash };
    }
  }
}

/** False if somebody else took this version number. */
async function wrote(
  publication: Publication,
  made: { readonly version: number; readonly hash: string },
  ports: Pick<Ports, 'store' | 'clock'>,
): Promise<boolean> {
  const { organisation, definition } = publication;
  const row: DefinitionVersionDocument = {
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
    ...(publication.publishedBy === undefined ? {} : { publishedBy: publication.publishedBy }),
    ...(publication.approvedBy === undefined ? {} : { approvedBy: publication.approvedBy }),
    ...(publication.shippedWith === undefined ? {} : { shippedWith: publication.shippedWith }),
    ...(publication.scenarios === undefined ? {} : { scenarios: JSON.stringify(publication.scenarios) }),
  };
  return insertNew(() => ports.store.definitionVersions.insertMany([row]));
}
