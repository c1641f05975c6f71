import type { Script } from '@redress/engine';
import type { Command } from './command.ts';
import { fieldsOf } from './loose-json.ts';
import type { Facts } from './pretend-commands.ts';
import { pick } from './pretend-when-commands.ts';
import type { ScenarioPayloads } from './scenario-commands.ts';

type Makers<Of> = { readonly [Name in keyof Of]: (facts: Facts) => Command };

/** Any command on any scenario that is there, or a reason for what none reaches. */
export const scenarioMakers: Makers<ScenarioPayloads> = {
  'scenario.add': (facts) => ({ name: 'scenario.add', payload: { title: facts.title.en ?? '', script: scriptOf(facts) } }),
  'scenario.set': (facts) => ({ name: 'scenario.set', payload: { scenario: scenarioOf(facts), script: scriptOf(facts) } }),
  'scenario.rename': (facts) => ({
    name: 'scenario.rename',
    payload: { scenario: scenarioOf(facts), title: `${facts.title.en} ${facts.number}` },
  }),
  'scenario.remove': (facts) => ({ name: 'scenario.remove', payload: { scenario: scenarioOf(facts) } }),
  'gap.set': ({ id, row, title, number }) => ({
    name: 'gap.set',
    payload: { what: number % 2 === 0 ? `end:${id}` : row, reason: number % 5 === 0 ? '' : (title.en ?? '') },
  }),
};

const scenarioOf = ({ document, number }: Facts): string => pick(Object.keys(fieldsOf(document.scenarios.scripts)), number) ?? '';

const scriptOf = ({ id, number }: Facts): Script => ({
  process: 'drawn',
  at: '2026-03-02T09:00:00Z',
  people: { hugo: ['handler'] },
  input: {},
  steps: [{ wait: { workingDays: 1 + (number % 5) } }, ...(number % 2 === 0 ? [{ expect: { steps: [id] } }] : [])],
});
