/** The value under a key of a record made from outside data: `constructor` and its kin are ordinary ids here, never members of the prototype. */
export const own = <Value>(record: { readonly [key: string]: Value } | undefined, key: string): Value | undefined =>
  record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
