import type { Definition } from '@redress/engine';
import { readProcess } from './pretend-case.ts';
import { edited, put, rename } from './rule-trial.ts';

/** A complaint that hands its review to `level`, which only hands it on to `inner`: what was done in the innermost decides whether the outermost holds. */
export interface ThreeLevels {
  readonly outer: Definition;
  readonly level: Definition;
  readonly inner: Definition;
}

/** `accepted`: whoever accepts in the innermost is the complainant; else it is one of ours. */
export function threeLevels({ accepted }: { readonly accepted: boolean }): ThreeLevels {
  const outer = edited('complaint', (draft) => {
    rename('escalation', 'level')(draft);
    put('/id', 'outer')(draft);
  });
  const inner = edited('escalation', (draft) => {
    put('/id', 'inner')(draft);
    if (!accepted) put('/events/accept/by', ['escalationManager'])(draft);
  });
  return { outer, level: handingOn(readProcess('escalation')), inner };
}

/** The same beginning and ends, and between them nothing but another procedure. */
function handingOn(like: Definition): Definition {
  const ends = Object.values(like.machine.states).filter(({ type }) => type === 'final');
  const title = { en: 'Handed on', fa: 'واگذارشده', pl: 'Przekazane dalej' };
  const by = ['complainant'];
  return JSON.parse(
    JSON.stringify({
      ...like,
      id: 'level',
      clocks: {},
      letters: {},
      delays: { ...like.delays, handedOnBy: { title, days: 65 } },
      machine: {
        on: { withdraw: [{ target: '#withdrawn' }] },
        initial: 'handedOn',
        states: {
          handedOn: {
            id: 'handedOn',
            tags: ['stage:internal-review'],
            meta: { title, owner: 'escalationManager' },
            invoke: {
              src: 'case',
              input: {
                definition: 'inner',
                data: { description: '= description', complainantName: '= complainantName', contact: '= contact' },
                excludes: ['subject', 'decisionMaker', 'investigator', 'processOwner'],
              },
              onDone: [
                {
                  target: '#satisfied',
                  guard: { type: 'if', params: { outcome: ['resolved'] } },
                  meta: { title, act: 'satisfied', by },
                },
                {
                  target: '#withdrawn',
                  guard: { type: 'if', params: { outcome: ['withdrawn'] } },
                  meta: { title, act: 'child-withdrawn', by },
                },
                { target: '#unsatisfied', meta: { title, by: ['system'] } },
              ],
            },
            after: { handedOnBy: [{ target: '#unsatisfied' }] },
          },
          ...Object.fromEntries(ends.map((end) => [end.id, end])),
        },
      },
    }),
  );
}
