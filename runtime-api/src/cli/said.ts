/** What a command tells: lines for people, facts for programs, a code for scripts. */
export interface Said {
  readonly code: (typeof exitCodes)[keyof typeof exitCodes];
  readonly lines: readonly string[];
  readonly facts: unknown;
}

/** `1 fault`, `2 faults`. */
export const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** After sysexits.h where it has one. */
export const exitCodes = { done: 0, found: 1, partly: 2, wrongUse: 64, noInput: 66, notAvailable: 69, wrongSetting: 78 } as const;
