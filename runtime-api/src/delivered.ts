/** What somebody who sent an event learns: the case as it stood right after it. A repeat gets the same. */
export interface Delivered {
  readonly organisation: string;
  readonly caseId: string;
  readonly revision: number;
  readonly status: string;
  readonly outcome?: string;
  /** Active steps and the stages around them, outermost first. */
  readonly states: readonly string[];
  /** It had been delivered before. */
  readonly seen: boolean;
  /** The event failed inside the definition and was parked under this incident. */
  readonly incident?: string;
}
