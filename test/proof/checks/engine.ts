import { expect } from '@jest/globals';
import { advance, begin, type CaseState, type Compiled } from '@redress/engine';
import { calendars, compiledOf } from '../../tools/pretend-case.ts';
import { end, smallDefinition, steps, task } from '../../tools/small-definition.ts';
import type { Check } from './check.ts';

const clerk = { person: 'carl', roles: ['clerk'] };
const at = '2026-03-02T09:00:00.000Z';
const open = { label: { en: 'x' }, by: ['clerk'] };

function begun(compiled: Compiled): CaseState {
  const event = { id: 'begin', type: 'case.begin', at };
  const step = begin(compiled, { caseId: 'case', channel: 'phone', receivedAt: at, input: {}, event, calendars });
  if (!step.ok) throw new Error(JSON.stringify(step.refusal));
  return JSON.parse(JSON.stringify(step.value.state));
}

const filled = { field: 'amount', is: 'filled' };
const untold = { field: 'note', is: 'empty' };
const tell = (letter: string) => ({ type: 'letter', params: { letter } });
const told = { title: { en: 'x' }, to: ['complainant'], subject: { en: 'x' }, blocks: [{ text: { en: 'x' } }] };

const twoTracks = compiledOf(
  smallDefinition(
    {
      initial: 'both',
      on: { asked: [{ actions: [] }] },
      states: steps({
        both: {
          type: 'parallel',
          states: {
            deep: {
              initial: 'waiting',
              states: {
                waiting: {
                  on: { left: [{ target: '#firstTold' }] },
                  always: [{ target: '#firstTold', guard: { type: 'if', params: filled }, actions: [tell('first')] }],
                },
                firstTold: {},
              },
            },
            flat: {
              on: { left: [{ actions: [tell('second')] }] },
              always: [
                {
                  guard: { type: 'if', params: { all: [filled, untold] } },
                  actions: [tell('second'), { type: 'set', params: { note: 'told' } }],
                },
              ],
            },
          },
        },
      }),
    },
    { events: { asked: { ...open, form: 'amount' }, left: open }, letters: { first: told, second: told } },
  ),
);

/** Given the compiled procedure. */
export const sameAfterANight: Check<Compiled> = {
  title: 'two tracks that move at once do it in the order of the procedure, also in a case that was text over night',
  run: async (plant = (compiled) => compiled) => {
    const compiled = plant(twoTracks);
    const event = { id: 'e1', type: 'asked', at, by: clerk, payload: { values: { amount: 1 } } };
    const step = advance(compiled, begun(compiled), event, calendars);
    if (!step.ok) throw new Error(JSON.stringify(step.refusal));
    expect(step.value.effects.flatMap((effect) => (effect.kind === 'letter' ? [effect.letter] : []))).toEqual(['first', 'second']);
  },
};

const again = compiledOf(
  smallDefinition(
    {
      initial: 'first',
      states: steps({
        first: { invoke: task(), on: { again: [{ target: '#first', reenter: true }], done: [{ target: '#ended' }] } },
        ended: end(),
      }),
    },
    { events: { again: open, done: open } },
  ),
);

/** Given `advance`. */
export const staleTaskIsGone: Check<typeof advance> = {
  title: 'an old page of a step that was entered again ends nothing: its task is gone',
  run: async (plant = (real) => real) => {
    const forward = plant(advance);
    const state = begun(again);
    const old = { task: state.tasks[0]?.id ?? '' };
    const reentered = forward(again, state, { id: 'e1', type: 'again', at, by: clerk, payload: old }, calendars);
    if (!reentered.ok) throw new Error(JSON.stringify(reentered.refusal));
    const late = forward(again, reentered.value.state, { id: 'e2', type: 'done', at, by: clerk, payload: old }, calendars);
    expect(late).toMatchObject({ ok: false, refusal: { code: 'task-gone', task: old.task } });
  },
};
