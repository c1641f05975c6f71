import { type Definition, type Rehearsal, rehearse, type Script } from '@redress/engine';
import { calendars, deepFrozen } from './pretend-case.ts';
import { schemas } from './schema-tool.ts';
import { smallDefinition } from './small-definition.ts';

export const words = { en: 'x' };

/** A rehearsal of the procedure `small` with a clerk, a boss and a complainant; nothing is done in it yet. */
export const script = (more: Partial<Script> = {}): Script => ({
  process: 'small',
  at: '2026-03-02T09:00:00Z',
  people: { carl: ['clerk'], bea: ['boss'], ada: ['complainant'] },
  input: {},
  steps: [],
  ...more,
});

/** Plays it; whoever writes on what is given fails. */
export const play = (definitions: readonly Definition[], written: Script): Rehearsal =>
  rehearse({ definitions: definitions.map(deepFrozen), calendars, tools: { schemas } }, deepFrozen(written));

/** `place code` of what went otherwise than written. */
export const codes = (rehearsal: Rehearsal): readonly string[] => rehearsal.problems.map((problem) => `${problem.at} ${problem.code}`);

/** A small procedure that begins with its step `first`. */
export const beginningWith = (
  id: string,
  machine: { readonly states: { readonly [state: string]: object } },
  more: { readonly [part: string]: object | string | readonly string[] } = {},
): Definition => smallDefinition({ initial: 'first', ...machine }, { id, ...more });
