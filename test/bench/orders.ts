/** What a bench asks of the server beside it, over the channel between parent and child. */
export type Order = { readonly id: number } & (
  | { readonly do: 'prepare' }
  | { readonly do: 'raw'; readonly inFlight: number; readonly ms: number }
  | { readonly do: 'count' }
  | { readonly do: 'fill'; readonly from: number; readonly to: number }
  | { readonly do: 'memory' }
  | { readonly do: 'stop' }
);

export interface Answer {
  readonly told: 'done' | 'failed';
  readonly id: number;
  readonly facts: unknown;
}

/** Commits so far, the CPU of the server's process, and what its store did. */
export interface Count {
  readonly commits: number;
  readonly cpuMs: number;
  readonly queries: number;
  readonly examined: number;
}

export type Told =
  | Answer
  | { readonly told: 'open'; readonly url: string; readonly secret: string }
  | { readonly told: 'fired'; readonly caseId: string; readonly revision: number };
