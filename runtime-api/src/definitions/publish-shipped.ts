import type { Definition } from '@redress/engine';
import type { DefinitionReference, Ports } from '../ports.ts';
import { publish } from './publish.ts';

/** The definitions that come with the product are in force at once, as "shipped with version x": no second person. */
export async function publishShipped(
  shipping: {
    readonly organisation: string;
    readonly definitions: readonly Definition[];
    readonly productVersion: string;
    readonly by?: string;
  },
  ports: Pick<Ports, 'store' | 'clock' | 'live'>,
): Promise<readonly DefinitionReference[]> {
  const published: DefinitionReference[] = [];
  for (const definition of shipping.definitions) {
    const { organisation, productVersion: shippedWith, by } = shipping;
    published.push(await publish({ organisation, definition, shippedWith, ...(by === undefined ? {} : { publishedBy: by }) }, ports));
  }
  return published;
}
