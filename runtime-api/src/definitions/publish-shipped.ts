import type { Definition } from '@redress/engine';
import type { DefinitionReference, Ports } from '../ports.ts';
import { publish } from './publish.ts';

/** The definitions that come with the product are in force at once, as "shipped with version x": no second person. */
export async function publishShipped(
  shipping: {
    readonly organisation: string;
    readonly definitions: readonly Definition[];
    /** What tries them out, by id: it comes with them and is not asked for here. */
    readonly scenarios?: Readonly<Record<string, unknown>>;
    readonly productVersion: string;
    readonly by?: string;
  },
  ports: Pick<Ports, 'store' | 'clock' | 'live'>,
): Promise<readonly DefinitionReference[]> {
  const published: DefinitionReference[] = [];
  for (const definition of shipping.definitions) {
    const { organisation, productVersion: shippedWith, by } = shipping;
    const tried = shipping.scenarios?.[definition.id];
    const publication = {
      organisation,
      definition,
      shippedWith,
      ...(by === undefined ? {} : { publishedBy: by }),
      ...(tried === undefined ? {} : { scenarios: tried }),
    };
    published.push(await publish(publication, ports));
  }
  return published;
}
