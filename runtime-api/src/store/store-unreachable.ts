/** The MongoDB server of MONGODB_URI lets nobody in. The message says which one and why, without the password. */
export class StoreUnreachable extends Error {
  override readonly name = 'StoreUnreachable';

  constructor(uri: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(
      `MongoDB at ${hostsOf(uri)} cannot be used: ${why.replaceAll(uri, 'MONGODB_URI')}. Is it running, and is MONGODB_URI right? Without MONGODB_URI the embedded store is used.`,
      { cause },
    );
  }
}

/** Where a MongoDB address points to: hosts and ports, nothing else. */
export const hostsOf = (uri: string): string =>
  uri
    .replace(/^mongodb(\+srv)?:\/\//, '')
    .replace(/^[^/?]*@/, '')
    .split(/[/?]/, 1)
    .join('');
