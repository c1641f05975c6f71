/** Where a Chromium lies: CHROMIUM_PATH, else the first on the path; undefined where there is none. */
export function chromiumPath(): string | undefined;
/** Flags for tests: nothing is looked up outside this machine. */
export const chromiumFlags: string[];
