/** One step of a played run, as a person can follow it. */
export interface PathStep {
  /** Where the case rests afterwards; of several tracks the one that moved. */
  readonly step: string;
  /** Event, delay or clock that brought it there; `start`, and `done` or `failed` for what no person ends. */
  readonly event: string;
  readonly kind: 'start' | 'event' | 'timer' | 'clock' | 'done' | 'failed';
  /** Days since the start of the case, if people act at once and only deadlines pass; in a proof of time, if nobody acts before he must. */
  readonly day: number;
  /** JSON pointers of the rows taken, decisions on the way included. */
  readonly rows: readonly string[];
  /** All steps and stages that are active afterwards. */
  readonly active: readonly string[];
  /** Answers that conditions have to give for it: JSON pointer of the row, and whether it counted. */
  readonly answers: readonly { readonly at: string; readonly counts: boolean }[];
}
