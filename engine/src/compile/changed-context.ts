import { assign } from 'xstate';
import type { Action } from '../definition/definition.ts';
import type { Instruction } from './compiled.ts';

/**
 * Fields and counts lie on the desk and not in XState's context. Without a new context it would take a row that only writes a field for one that
 * changed nothing, and not ask the decisions again.
 */
export const contextChanged = assign(({ context }) => ({ ...context }));

/** Whether decisions are to be asked again after it, though the case stays where it is. */
export const changesFields = (kind: Action['type'] | Instruction['do']): boolean => kind === 'set' || kind === 'decide';
