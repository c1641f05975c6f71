import { type Compiled, compile, type JsonObject } from '@redress/engine';
import fc from 'fast-check';
import { schemas } from '../../tools/schema-tool.ts';
import { end, steps } from '../../tools/small-definition.ts';
import { type Chance, oneOf } from '../chance.ts';
import { blueprints } from '../differential/blueprint.ts';
import { definitionOf, inputOf, inVocabulary } from '../differential/definition-of.ts';
import { mended } from '../differential/mend.ts';
import { OurCase } from '../differential/ours.ts';

export interface RandomMachine {
  readonly compiled: Compiled;
  readonly input: JsonObject;
}

/** What at least one of the machines must meet. */
const wanted = ['parallel', 'history', 'always', 'after', 'task', 'case'];
const batch = 50;
const batchesMax = 100;
const movesMax = 40;

/** The sub-case that random machines ask for: time ends it, or somebody who will not wait. */
export const other: Compiled = runnable(
  inVocabulary({
    initial: 'waiting',
    states: steps({
      waiting: { on: { f0: [{ target: '#left' }] }, after: { short: [{ target: '#done' }] } },
      done: end('resolved'),
      left: end('unresolved'),
    }),
  }),
  'other',
);

/** A few machines on which a long walk does not end, so many that each feature is met by one of them. */
export function randomMachines(seed: number, chance: Chance): readonly RandomMachine[] {
  const chosen: RandomMachine[] = [];
  const missing = new Set(wanted);
  for (let drawn = 0; drawn < batchesMax && missing.size > 0; drawn++) {
    for (const blueprint of fc.sample(blueprints, { seed: seed + drawn, numRuns: batch })) {
      const compiled = mended(definitionOf(blueprint));
      const input = inputOf(blueprint);
      const met = compiled === undefined ? [] : metByWalk(compiled, input, chance);
      if (compiled === undefined || !met.some((feature) => missing.has(feature))) continue;
      for (const feature of met) missing.delete(feature);
      chosen.push({ compiled: runnable(compiled.definition, `random${chosen.length}`), input });
    }
  }
  if (missing.size === 0) return chosen;
  throw new Error(`Seed ${seed}: no machine meets ${[...missing].join(', ')}`);
}

/** Nothing, if the case ends, stops, or people have nothing to do on most of the walk. */
function metByWalk(compiled: Compiled, input: JsonObject, chance: Chance): readonly string[] {
  const walker = new OurCase(compiled, input);
  let sent = 0;
  for (let move = 0; move < movesMax; move++) {
    if (walker.failed || walker.state.status !== 'active') return [];
    const offer = oneOf(walker.offers, chance);
    if (offer === undefined && walker.nextDue === undefined) return [];
    if (walker.nextDue !== undefined && (offer === undefined || chance() < 0.2)) walker.passTo(walker.nextDue);
    else if (offer) {
      sent += 1;
      walker.send(offer.event, { values: numbersFor(offer.form, chance), ...(offer.task !== undefined && { task: offer.task }) });
    }
  }
  return walker.failed || walker.state.status !== 'active' || sent < movesMax / 2 ? [] : [...walker.features];
}

/** Answers to the one form of these machines. */
export const numbersFor = (form: string | undefined, chance: Chance): JsonObject =>
  form === 'numbers' ? { n: Math.floor(chance() * 6), m: Math.floor(chance() * 6) } : {};

function runnable(definition: Compiled['definition'], id: string): Compiled {
  const { machine, findings } = compile({ ...definition, id }, { schemas });
  if (!machine) throw new Error(JSON.stringify(findings));
  return machine;
}
