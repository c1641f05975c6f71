/** A name inside a sentence, by itself in its own direction: Unicode's marks for plain text, where `bdi` cannot stand. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;
