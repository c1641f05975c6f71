import { compile, type JsonObject, parseDefinition } from '@redress/engine';
import { type BenchOffice, openBenchOffice } from './bench-office.ts';
import { atMost, type Figure, median, quantile, told } from './figures.ts';
import { pause, quiet } from './in-process.ts';
import { hostile, measured } from './procedure.ts';
import { randomText } from './raw.ts';
import type { Sizes } from './sizes.ts';
import { Workload } from './workload.ts';

const inFlight = 8;
const longest = `${'a'.repeat(10_000)}!`;
const prototypes = JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "note": "a"}');

/** Drafts are sent by hand, and so is an event whose case then is a matter for the team lead: twice a second is more than any hand does. */
const byHandMs = 500;

/** What other cases wait while a client sends what was made to hold them up, mostly without a pause: each kind beside them, between two windows without it. */
export async function hostileBeside(sizes: Sizes): Promise<readonly Figure[]> {
  const office = await openBenchOffice({ definitions: [measured, hostile] });
  const { caseId } = await office.start(hostile.id, { text: longest });
  const load = new Workload({ start: (text) => office.start(measured.id, { text }), complete: office.complete }, () => randomText(1024));
  let commits = 0;
  office.ports.work.watch((commit) => {
    commits += 1;
    if (commit.unsettled.steps.at(-1)?.line.type === 'timer.fire') load.fired(commit.caseId, commit.document.revision);
  });
  await others(load, sizes.warmUpMs);
  const figures: Figure[] = [];
  for (const { name, send, code, pauseMs } of attacks(office, caseId)) {
    const p50: number[] = [];
    const p99: number[] = [];
    const took: number[] = [];
    for (let round = 0; round < sizes.rounds; round++) {
      const before = await others(load, sizes.productMs);
      const sending = repeat({ send, code, pauseMs });
      const beside = await others(load, sizes.productMs);
      took.push(...(await sending.stop()));
      const after = await others(load, sizes.productMs);
      p50.push((2 * median(beside)) / (median(before) + median(after)));
      p99.push((2 * quantile(beside, 0.99)) / (quantile(before, 0.99) + quantile(after, 0.99)));
    }
    figures.push(atMost(`${name}: p50 of other cases ÷ without it`, p50, 2), atMost(`${name}: p99 of other cases ÷ without it`, p99, 2));
    figures.push(
      told(
        `${name}: sent`,
        `${took.length}, each refused in ${median(took).toFixed(1)} ms, the slowest in ${Math.max(...took).toFixed(0)} ms`,
      ),
    );
  }
  await quiet(() => commits);
  await office.remove();
  return figures;
}

interface Attack {
  readonly name: string;
  readonly send: () => Promise<string | undefined>;
  /** The refusal that it must meet. */
  readonly code: string;
  readonly pauseMs: number;
}

function attacks({ attempt }: BenchOffice, caseId: string): readonly Attack[] {
  const sent = (name: string, type: string, values: JsonObject, code: string, pauseMs = 0): Attack => {
    return { name, send: () => attempt(caseId, type, values), code, pauseMs };
  };
  return [
    sent('(a+)+$ as a condition', 'pattern', { note: 'a' }, 'event-not-accepted'),
    sent('(a+)+$ on a form', 'pattern', { note: longest }, 'form-invalid'),
    sent('a loop to 40,000,000', 'endless', { note: 'a' }, 'step-failed'),
    sent('__proto__ and constructor', 'endless', prototypes, 'form-invalid'),
    { name: '10,000 nested groups, twice a second', send: async () => codeOfNested(), code: 'feel', pauseMs: byHandMs },
    sent('a circle through 200 tracks, twice a second', 'circle', { note: 'a' }, 'step-failed', byHandMs),
  ];
}

/** What is drawn is compiled with every change: the road of a draft. */
function codeOfNested(): string | undefined {
  const draft = JSON.parse(JSON.stringify(hostile));
  draft.machine.states.only.on.pattern[0].guard.params.feel = `${'('.repeat(10_000)}1${')'.repeat(10_000)}`;
  const parsed = parseDefinition(draft);
  const findings = parsed.ok ? compile(parsed.value, { schemas: () => () => [] }).findings : parsed.refusal;
  return findings.find(({ severity }) => severity === 'error')?.code;
}

/** One client that waits for each answer, and lets others in between as any request does. */
function repeat({ send, code: expected, pauseMs }: Omit<Attack, 'name'>): { readonly stop: () => Promise<readonly number[]> } {
  const took: number[] = [];
  let running = true;
  const client = (async () => {
    while (running) {
      const from = performance.now();
      const code = await send();
      took.push(performance.now() - from);
      if (code !== expected) throw new Error(`Expected ${expected}, not ${code}`);
      await pause(pauseMs);
    }
  })();
  return {
    stop: async () => {
      running = false;
      await client;
      return took;
    },
  };
}

async function others(load: Workload, ms: number): Promise<readonly number[]> {
  load.begin(inFlight);
  await pause(ms / 5);
  load.latenciesMs.length = 0;
  await pause(ms);
  const latencies = [...load.latenciesMs];
  await load.end();
  return latencies;
}
