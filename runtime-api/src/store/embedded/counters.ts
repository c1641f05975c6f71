/** Work done since the store was opened. Benches and tests subtract two readings. */
export interface StoreStats {
  /** Reads that were asked for: find, findOne, count, distinct, aggregate, and looking for what to write. */
  readonly queries: number;
  /** Documents read from the disk's pages and compared. */
  readonly examined: number;
  readonly returned: number;
  /** Queries that no index narrowed. */
  readonly scans: number;
  /** Commands that wrote, and the documents they changed. */
  readonly writes: number;
  readonly written: number;
}

export class Counters {
  queries = 0;
  examined = 0;
  returned = 0;
  scans = 0;
  writes = 0;
  written = 0;

  reading(): StoreStats {
    const { queries, examined, returned, scans, writes, written } = this;
    return { queries, examined, returned, scans, writes, written };
  }
}
