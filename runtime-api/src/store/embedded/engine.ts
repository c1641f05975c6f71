import type { Catalogue } from './catalogue.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { Counters } from './counters.ts';
import type { LastWritten } from './last-written.ts';
import type { Storage } from './storage.ts';

/** What reading and writing need; one a folder. */
export interface Engine {
  readonly storage: Storage;
  readonly catalogue: Catalogue;
  readonly feed: ChangeFeed;
  readonly counters: Counters;
  readonly lastWritten: LastWritten;
}
