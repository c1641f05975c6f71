import { type Definition, explore } from '@redress/engine';
import { check } from '../../definitions/src/check/check.ts';
import { contractOf } from '../../definitions/src/check/contracts.ts';
import { countMeasures } from '../../definitions/src/operation/measures/count-measures.ts';
import { Operation } from '../../definitions/src/operation/operation.ts';
import { packs } from '../../definitions/src/rules/packs.ts';
import { keptDefinition, recorded } from '../histories/history.ts';
import { recordOfHistory } from '../histories/record-of-history.ts';
import { chanceOf, shuffled } from '../proof/chance.ts';
import { mutantsOf } from '../proof/mutants/mutants.ts';
import { shareInWords, shareOf } from '../proof/mutants/share.ts';
import { seedOf } from '../proof/sizes.ts';
import { everyProcess } from '../tools/pretend-case.ts';
import { atMost, type Figure, told } from './figures.ts';

const title = { en: 'Step' };
const times = 5;

/** All rules on the shipped procedures, and on generated ones of the sizes that the budgets name. */
export function rules(): readonly Figure[] {
  const family = everyProcess();
  const contracts = new Map(family.map((definition) => [definition.id, contractOf({ definition })]));
  const all = (definition: Definition) => check({ definition }, { packs, contractOf: (id) => contracts.get(id) });
  const shipped = family.flatMap((definition) => {
    const cold = measured(() => all(definition));
    const edits = Array.from({ length: times }, (_, edit) => measured(() => all({ ...definition, summary: { en: `Edit ${edit}` } })));
    const verdicts = new Map<string, number>();
    for (const { verdict } of all(definition)) verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    return [
      atMost(`all rules, ${definition.id}, first time`, [cold], 300, ' ms'),
      atMost(`all rules, ${definition.id}, after an edit`, edits, 100, ' ms'),
      told(`verdicts, ${definition.id}`, [...verdicts].map(([verdict, count]) => `${verdict} ${count}`).join(', ')),
      noticed(definition, (id) => contracts.get(id)),
    ];
  });
  const [starter] = family;
  if (!starter) throw new Error('no procedure to begin with');
  const one = (name: string, machine: Definition['machine'], most: number): Figure =>
    atMost(`all rules, ${name}`, [measured(() => all({ ...starter, machine }))], most, ' ms');
  return [
    ...shipped,
    ...journals(),
    ...measures(),
    one('200 steps in a row with ways back', row(200), 1_000),
    one('1,000 steps in a row with ways back', row(1_000), 5_000),
    one('6 tracks of 5 steps, 15,625 positions', tracks(6, 5), 5_000),
  ];
}

/** Of so many faults of each procedure, drawn by lot, the bench says how many the rules notice; the proof `mutation-share` in full size tries all. */
const faults = 150;

function noticed(definition: Definition, contractOf: Parameters<typeof shareOf>[2]): Figure {
  const seed = seedOf();
  const mutants = shuffled(mutantsOf(definition), chanceOf(seed)).slice(0, faults);
  return told(`faults noticed, ${definition.id}, seed ${seed}`, shareInWords(shareOf(definition, mutants, contractOf)));
}

const journalTimes = 50;

/** What it costs to judge the journal of one case by every rule, once its procedure has been explored. */
function journals(): readonly Figure[] {
  const histories = recorded();
  return [...new Set(histories.map(({ definition }) => definition))].map((hash) => {
    const operation = new Operation(explore(keptDefinition(hash)), { packs });
    const own = histories.filter(({ definition }) => definition === hash);
    const records = own.map(recordOfHistory);
    const lines = records.reduce((sum, record) => sum + record.lines.length, 0) / records.length;
    const all = measured(() => {
      for (let time = 0; time < journalTimes; time += 1) for (const record of records) operation.judge(record);
    });
    const each = all / journalTimes / records.length;
    return told(`a journal judged, ${own[0]?.process}`, `${each.toFixed(2)} ms, ${Math.round(lines)} lines`);
  });
}

const measuredCases = 10_000;

/** What it costs to count ten times as many cases as are looked at together, once each has been read; they are the recorded ones again and again. */
function measures(): readonly Figure[] {
  const histories = recorded().filter(({ process }) => process === 'complaint');
  const [first] = histories;
  if (!first) throw new Error('no history to count');
  const { definition } = keptDefinition(first.definition);
  const operation = new Operation(explore({ definition }), { packs });
  const own = histories.filter((history) => history.definition === first.definition).map(recordOfHistory);
  const samples = own.map((record) => operation.judge(record).samples);
  const cases = Array.from({ length: measuredCases }, (_, place) => ({
    id: `case ${place}`,
    receivedAt: new Date(Date.parse('2026-01-01T09:00:00Z') + place * 3_600_000).toISOString(),
    samples: samples[place % samples.length] ?? [],
  }));
  const asked = { definition, measures: operation.measures, now: '2027-06-01T00:00:00.000Z', timeZone: 'Europe/Warsaw', placesMost: 5 };
  return [told(`${measuredCases} cases counted by every measure`, `${Math.round(measured(() => countMeasures(cases, asked)))} ms`)];
}

/** CPU time and not the clock on the wall: other work on the machine must not count. */
function measured(work: () => unknown): number {
  const from = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

const task = { src: 'task', input: { role: 'handler' } } as const;

/** Each step leads to the next one and back to the one before. */
function row(count: number): Definition['machine'] {
  const steps = Array.from({ length: count }, (_, at) => [
    `step${at}`,
    {
      id: `step${at}`,
      meta: { title },
      invoke: task,
      on: {
        recorded: [{ target: at + 1 < count ? `#step${at + 1}` : '#resolved' }],
        examined: [{ target: `#step${Math.max(0, at - 1)}` }],
      },
    },
  ]);
  return { initial: 'step0', states: { ...Object.fromEntries(steps), resolved } };
}

const resolved = { id: 'resolved', type: 'final', tags: ['outcome:resolved'], meta: { title } } as const;

/** Tracks side by side, each with an event of its own. */
function tracks(count: number, length: number): Definition['machine'] {
  const track = (at: number) => ({
    id: `track${at}`,
    meta: { title },
    initial: `t${at}s0`,
    states: Object.fromEntries(
      Array.from({ length }, (_, step) => [
        `t${at}s${step}`,
        {
          id: `t${at}s${step}`,
          meta: { title },
          ...(step + 1 < length && { on: { [`go${at}`]: [{ target: `#t${at}s${step + 1}` }] } }),
        },
      ]),
    ),
  });
  return { type: 'parallel', states: Object.fromEntries(Array.from({ length: count }, (_, at) => [`track${at}`, track(at)])) };
}
