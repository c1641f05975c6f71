/** The named search words of an address, as text; everything else in it is dropped. */
export function words<Name extends string>(...names: readonly Name[]) {
  return (search: Record<string, unknown>): { readonly [Word in Name]?: string | undefined } => {
    const kept: { [Word in Name]?: string } = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') kept[name] = String(value);
    }
    return kept;
  };
}
