import ElkConstructor from 'elkjs/lib/elk-api.js';
import workerAddress from 'elkjs/lib/elk-worker.min.js?url';
import type { Layouter } from './chart-layout.ts';

/** ELK in its own worker, fetched when the first chart is drawn. One for the page: charts queue. */
export function chartElk(): Layouter {
  const ready = elk ?? new ElkConstructor({ workerFactory: () => new Worker(workerAddress) });
  elk = ready;
  return ready;
}

let elk: Layouter | undefined;
