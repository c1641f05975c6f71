import type { Caller } from './caller.ts';

/** Id of an event out of a request: the same key by the same caller on the same route is the same event. */
export const eventId = (caller: Caller, operation: string, key: string): string => `${caller.key}:${operation}:${key}`;
