import { type Compiled, type CompiledCondition, compileCondition } from '@redress/engine';
import { shipped } from '../tools/pretend-case.ts';
import { type Figure, median } from './figures.ts';

const asked = 20_000;
const roundMs = 700;
const rounds = 5;
const { definition }: Compiled = shipped('complaint');

const fields = {
  severity: 4,
  decision: 'upheld',
  description: 'The parcel came late and broken.',
  amountClaimed: 120,
  category: 'delivery',
};
const scope = {
  fields,
  case: { id: 'case', number: '2026-000001', startedAt: '2026-03-02T09:00:00.000Z', channel: 'web' },
  event: { type: 'assessed', at: '2026-03-03T09:00:00.000Z', role: 'handler', person: 'ann' },
  result: null,
  clock: {},
  step: { id: 'assessing', visits: 1, enteredAt: null },
  at: '2026-03-03T09:00:00.000Z',
  today: '2026-03-03',
};

const guards: readonly (readonly [name: string, condition: Parameters<typeof compileCondition>[0]])[] = [
  ['FEEL, a comparison', { feel: 'severity >= 4' }],
  ['FEEL, three of them', { feel: 'severity >= 3 and decision = "upheld" and not(severity = 5)' }],
  ['FEEL, a list', { feel: '(decision in ["upheld", "partly-upheld"]) and count(["a", "b", "c"]) = 3' }],
  ['FEEL, a pattern', { feel: 'matches(description, "late|broken")' }],
  ['FEEL, days since the start', { feel: 'date(today()) - date("2026-03-01") > duration("P1D")' }],
  ['tree, a comparison', { field: 'severity', is: '>=', value: 4 }],
  [
    'tree, three of them',
    {
      all: [
        { field: 'severity', is: '>=', value: 3 },
        { field: 'decision', is: '=', value: 'upheld' },
        { field: 'severity', is: 'filled' },
      ],
    },
  ],
];

/** CPU time and not the clock on the wall: other work on the machine must not count. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function measured(judge: CompiledCondition): number {
  const from = cpuMs();
  let [count, until] = [0, from];
  while (until - from < roundMs) {
    for (let index = 0; index < 1_000; index++) if (!judge(scope).ok) throw new Error('A guard that fails measures nothing');
    count += 1_000;
    until = cpuMs();
  }
  return count / ((until - from) / 1000);
}

function evaluations(name: string, condition: Parameters<typeof compileCondition>[0]): Figure {
  const judge = compileCondition(condition, definition);
  measured(judge); // Warm.
  const figures = Array.from({ length: rounds }, () => measured(judge));
  const whole = (figure: number): string => Math.round(figure).toLocaleString('en');
  return {
    name: `guards a second: ${name}`,
    target: `≥ ${whole(asked)}`,
    measured: `${whole(median(figures))} (${whole(Math.min(...figures))}–${whole(Math.max(...figures))})`,
    met: median(figures) >= asked,
  };
}

/** Evaluations of guards a second on one core. What is measured is the condition as a row asks it, its budget and its bounds included. */
export const feel = (): readonly Figure[] => guards.map(([name, condition]) => evaluations(name, condition));
