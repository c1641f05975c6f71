/** Somebody wrote this `_id` first: what must be unique is an `_id`, so this is how both stores say no. */
export const isDuplicate = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 11000;
