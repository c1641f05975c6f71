/** What a procedure that starts another one may know of it: how it can end, and how long it can take at the worst, in calendar days. */
export interface Contract {
  readonly definition: string;
  readonly outcomes: readonly string[];
  readonly days: number;
}
