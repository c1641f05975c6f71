import { type JsonObject, ok, refuse, type Text } from '@redress/engine';
import type { Done, Drawing, Recipes } from './command.ts';
import { rowIn, rowName, titleOf, wantStep } from './drawing.ts';
import { copyOf, type Draft, fieldsOf, isFields, memberOf, textOf } from './loose-json.ts';
import { newId } from './new-id.ts';
import { mayHold } from './row-commands.ts';
import { addressOf, type RowAddress, targetsOf } from './rows.ts';
import { usesOf } from './uses.ts';

/** What happens when its time has passed: a letter, another person, the next step; an update comes again and again. */
export const rungSorts = ['remind', 'escalate', 'deadline', 'update'] as const;
export type RungSort = (typeof rungSorts)[number];

export interface DelayPayloads {
  /** A length of time by name, for clocks and stages. */
  readonly 'delay.add': { readonly title: Text; readonly length: JsonObject };
  /** Only one that nothing names. */
  readonly 'delay.remove': { readonly delay: string };
  /** A length of time, the row that waits for it and what the row does, in one. A step has one deadline; the others stay. */
  readonly 'rung.add': {
    readonly step: string;
    readonly sort: RungSort;
    readonly length: JsonObject;
    readonly letter?: string;
    /** To whom the letter goes, if not to whom it says. */
    readonly letterTo?: string;
    /** Who does the task from then on. */
    readonly role?: string;
    /** Where the deadline leads. */
    readonly to?: string;
  };
  /** Every row that waits for it, and the length itself where nothing else needs it. */
  readonly 'rung.remove': { readonly step: string; readonly delay: string };
  /** A length that counts here alone, where it counted elsewhere too. */
  readonly 'rung.own': { readonly step: string; readonly delay: string };
  /** Whether a way back into its own step begins the step anew, its times and its work with it. */
  readonly 'row.again': { readonly row: RowAddress; readonly again: boolean };
  /** Which time people see as the due date of the task; without one the deadline. */
  readonly 'due.set': { readonly step: string; readonly delay?: string };
  /** The time a stage is meant to take: a length that is there, or a new one. */
  readonly 'target.set': { readonly stage: string; readonly delay?: string; readonly length?: JsonObject };
  /** How often a case may come to a step or stage; without it as often as needed. */
  readonly 'visits.set': { readonly step: string; readonly most?: number };
}

export const delayRecipes: Recipes<DelayPayloads> = {
  'delay.add': (drawing, { title, length }) => {
    const delay = makeDelay(drawing, length, { title, fallback: 'time' });
    return ok({ words: { id: 'edit.delay-add', facts: { name: title } }, target: `delay:${delay}`, chosen: [`delay:${delay}`] });
  },

  'delay.remove': (drawing, { delay }) => {
    const delays = memberOf(drawing.definition, 'delays');
    if (!Object.hasOwn(delays, delay)) return refuse({ code: 'no-such-element', element: `delay:${delay}` });
    const uses = usesOf(drawing.definition, 'delay', delay);
    if (uses.length > 0) return refuse({ code: 'in-use', element: `delay:${delay}`, uses });
    const name = delayName(drawing, delay);
    delete delays[delay];
    return ok({ words: { id: 'edit.delay-remove', facts: { name } }, target: `delay:${delay}`, chosen: [''] });
  },

  'rung.add': (drawing, { step, sort, length, letter, letterTo, role, to }) => {
    const state = wantStep(drawing, step);
    if (!state.ok) return state;
    if (!mayHold(state.value, 'after', step)) return refuse({ code: 'not-here', element: step });
    if (sort === 'deadline' && deadlineOf(drawing.definition, state.value) !== undefined)
      return refuse({ code: 'not-here', element: step });
    if (sort === 'deadline' && to !== undefined) {
      const leads = wantStep(drawing, to);
      if (!leads.ok) return leads;
    }
    const delay = makeDelay(drawing, { ...length, ...(sort === 'update' ? { repeat: true } : {}) }, { fallback: ids[sort] });
    const actions = [
      ...(letter === undefined ? [] : [{ type: 'letter', params: { letter, ...(letterTo === undefined ? {} : { to: [letterTo] }) } }]),
      ...(role === undefined || sort !== 'escalate' ? [] : [{ type: 'reassign', params: { to: role } }]),
    ];
    const leads = sort === 'deadline' && to !== undefined ? { target: `#${to}` } : {};
    memberOf(state.value, 'after')[delay] = [{ ...leads, ...(actions.length > 0 ? { actions } : {}) }];
    const words = { id: added[sort], facts: { name: titleOf(drawing, step) } } as const;
    return ok({ words, target: addressOf(step, ['after', delay]) });
  },

  'rung.remove': (drawing, { step, delay }) => {
    const state = wantStep(drawing, step);
    if (!state.ok) return state;
    const { after } = state.value;
    if (!isFields(after) || !Object.hasOwn(after, delay))
      return refuse({ code: 'no-such-row', row: addressOf(step, ['after', delay, '0']) });
    delete after[delay];
    if (Object.keys(after).length === 0) delete state.value.after;
    const input = inputOf(state.value);
    if (input?.due === delay) delete input.due;
    dropUnused(drawing, delay);
    return rungDone(drawing, 'edit.rung-remove', step, delay);
  },

  'rung.own': (drawing, { step, delay }) => {
    const state = wantStep(drawing, step);
    if (!state.ok) return state;
    const { after } = state.value;
    const written = memberOf(drawing.definition, 'delays')[delay];
    if (!isFields(after) || !Object.hasOwn(after, delay) || !isFields(written))
      return refuse({ code: 'no-such-row', row: addressOf(step, ['after', delay, '0']) });
    if (usesOf(drawing.definition, 'delay', delay).length < 2) return refuse({ code: 'nothing-to-do' });
    const own = makeDelay(drawing, copyOf(written), { fallback: delay });
    const rows = Object.entries(after);
    for (const [key] of rows) delete after[key];
    for (const [key, value] of rows) after[key === delay ? own : key] = value;
    const input = inputOf(state.value);
    if (input?.due === delay) input.due = own;
    return rungDone(drawing, 'edit.rung-own', step, own);
  },

  'row.again': (drawing, { row, again }) => {
    const found = rowIn(drawing, row);
    if (!found.ok) return found;
    if (again) found.value.draft.reenter = true;
    else delete found.value.draft.reenter;
    return ok({ words: { id: 'edit.row-again', facts: { name: rowName(drawing, found.value) } }, target: row, chosen: [row] });
  },

  'due.set': (drawing, { step, delay }) => {
    const state = wantStep(drawing, step);
    if (!state.ok) return state;
    const input = inputOf(state.value);
    if (!input) return refuse({ code: 'not-here', element: step });
    if (delay !== undefined && !Object.hasOwn(fieldsOf(state.value.after), delay))
      return refuse({ code: 'no-such-row', row: addressOf(step, ['after', delay, '0']) });
    if (delay === undefined) delete input.due;
    else input.due = delay;
    return ok({ words: { id: 'edit.due-set', facts: { name: titleOf(drawing, step) } }, target: `${step} due` });
  },

  'target.set': (drawing, { stage, delay, length }) => {
    const state = wantStep(drawing, stage);
    if (!state.ok) return state;
    if (stage === '' || !isFields(state.value.states)) return refuse({ code: 'not-here', element: stage });
    if (delay !== undefined && !Object.hasOwn(fieldsOf(drawing.definition.delays), delay))
      return refuse({ code: 'no-such-element', element: `delay:${delay}` });
    const meta = memberOf(state.value, 'meta');
    const was = meta.target;
    const next = delay ?? (length === undefined ? undefined : makeDelay(drawing, length, { fallback: 'intendedTime' }));
    if (next === was) return refuse({ code: 'nothing-to-do' });
    if (next === undefined) delete meta.target;
    else meta.target = next;
    if (typeof was === 'string') dropUnused(drawing, was);
    return ok({ words: { id: 'edit.target-set', facts: { name: titleOf(drawing, stage) } }, target: `${stage} target` });
  },

  'visits.set': (drawing, { step, most }) => {
    const state = wantStep(drawing, step);
    if (!state.ok) return state;
    if (!mayBeLimited(state.value, step) || (most !== undefined && !isCount(most))) return refuse({ code: 'not-here', element: step });
    const meta = memberOf(state.value, 'meta');
    if (meta.maxVisits === most) return refuse({ code: 'nothing-to-do' });
    if (most === undefined) delete meta.maxVisits;
    else meta.maxVisits = most;
    return ok({ words: { id: 'edit.visits-set', facts: { name: titleOf(drawing, step) } }, target: `${step} visits` });
  },
};

/** A whole number from one. */
export const isCount = (number: unknown): number is number => typeof number === 'number' && Number.isInteger(number) && number >= 1;

/** A case ends once, and a return goes to a place that counts itself. */
export const mayBeLimited = ({ type }: Readonly<Record<string, unknown>>, step: string): boolean =>
  step !== '' && type !== 'final' && type !== 'history';

const ids = { remind: 'reminder', escalate: 'escalation', deadline: 'deadline', update: 'update' } as const;
const added = {
  remind: 'edit.rung-remind',
  escalate: 'edit.rung-escalate',
  deadline: 'edit.rung-deadline',
  update: 'edit.rung-update',
} as const;

/** The delay after which a step is left, as the compile step counts it: of several the first. */
export function deadlineOf(definition: object, state: Readonly<Record<string, unknown>>): string | undefined {
  const delays = fieldsOf(fieldsOf(definition).delays);
  return Object.entries(fieldsOf(state.after)).find(
    ([delay, rows]) =>
      fieldsOf(delays[delay]).repeat !== true &&
      (Array.isArray(rows) ? rows : [rows]).some((row) => typeof row === 'string' || targetsOf(fieldsOf(row)).length > 0),
  )?.[0];
}

/** A new length of time, with the name people gave it, if any. */
export function makeDelay(
  drawing: Drawing,
  length: Readonly<Record<string, unknown>>,
  { title = {}, fallback }: { readonly title?: Text; readonly fallback: string },
): string {
  const delay = newId(drawing, 'delays', title, fallback);
  memberOf(drawing.definition, 'delays')[delay] = { ...(Object.keys(title).length > 0 ? { title: { ...title } } : {}), ...copyOf(length) };
  return delay;
}

/** A length that nothing names any more goes with what needed it last. */
export function dropUnused(drawing: Drawing, delay: string): void {
  const { delays } = drawing.definition;
  if (isFields(delays) && Object.hasOwn(delays, delay) && usesOf(drawing.definition, 'delay', delay).length === 0) delete delays[delay];
}

const delayName = ({ definition }: Drawing, delay: string): Text | string => {
  const title = textOf(fieldsOf(fieldsOf(definition.delays)[delay]).title);
  return Object.keys(title).length > 0 ? title : delay;
};

function inputOf(state: Draft): Draft | undefined {
  const { invoke } = state;
  return isFields(invoke) && invoke.src === 'task' ? memberOf(invoke, 'input') : undefined;
}

const rungDone = (drawing: Drawing, id: 'edit.rung-remove' | 'edit.rung-own', step: string, delay: string) =>
  ok<Done>({ words: { id, facts: { name: titleOf(drawing, step) } }, target: addressOf(step, ['after', delay]), chosen: [step] });
