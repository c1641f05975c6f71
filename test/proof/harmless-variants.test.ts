import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { compile, type Definition } from '@redress/engine';
import { check } from '../../definitions/src/check/check.ts';
import { type Contract, contractOf } from '../../definitions/src/check/contracts.ts';
import type { Checked } from '../../definitions/src/check/verdict.ts';
import { packs } from '../../definitions/src/rules/packs.ts';
import { everyProcess } from '../tools/pretend-case.ts';
import { schemas } from '../tools/schema-tool.ts';
import { root } from '../tools/source-files.ts';
import { type Draft, draftOf } from './variants/draft.ts';
import { otherPlaces } from './variants/other-places.ts';
import { otherShapes } from './variants/other-shapes.ts';
import { otherWays } from './variants/other-ways.ts';
import { otherWords } from './variants/other-words.ts';

/**
 * Whoever draws the same procedure with other words or in another shape hears nothing new from the checker: no rule that held fails, may fail or
 * stays open, and none becomes empty.
 */
const readTemplate = (name: string): Definition => JSON.parse(readFileSync(`${root}/definitions/src/templates/${name}.json`, 'utf8'));
const family = everyProcess();
const procedures = [...family, ...['bank', 'shop', 'hospital'].map(readTemplate)];

const contracts = contractsOf(family);
const before = new Map(procedures.map((definition) => [definition, verdictsOf(definition, contracts)]));

const variants = { ...otherWords, ...otherShapes, ...otherPlaces, ...otherWays };

test.each(Object.keys(variants))('harmless: %s', (name) => {
  let changed = 0;
  for (const definition of procedures) {
    const variant = varied(definition, variants[name] ?? (() => {}));
    if (JSON.stringify(variant) === JSON.stringify(definition)) continue;
    changed += 1;
    expect({ procedure: definition.id, new: newIn(variant, definition, contracts) }).toEqual({ procedure: definition.id, new: [] });
  }
  expect(changed).toBeGreaterThan(0);
});

test('harmless: everybody has half the time, in the procedures of the family alike', () => {
  // What is started takes no more than half of its time, also where a weekend lies between.
  const halved = (draft: Draft): void => {
    for (const delay of Object.values(draft.delays))
      for (const unit of ['days', 'workingDays', 'hours'] as const) {
        const length = delay[unit];
        if (typeof length === 'number' && length > 1 && delay.repeat !== true)
          delay[unit] = Math[draft.kind === 'complaint' ? 'ceil' : 'floor'](length / 2);
      }
  };
  const quick = contractsOf(family.map((definition) => varied(definition, halved)));
  for (const definition of procedures)
    expect({ procedure: definition.id, new: newIn(varied(definition, halved), definition, quick) }).toEqual({
      procedure: definition.id,
      new: [],
    });
});

function varied(definition: Definition, change: (draft: Draft) => void): Definition {
  const draft = draftOf(definition);
  change(draft);
  const { machine, findings } = compile(JSON.parse(JSON.stringify(draft)), { schemas });
  if (!machine) throw new Error(`a variant that nobody could run: ${definition.id} ${JSON.stringify(findings.slice(0, 3))}`);
  return machine.definition;
}

type Contracts = ReadonlyMap<string, Contract>;
function contractsOf(definitions: readonly Definition[]): Contracts {
  return new Map(definitions.map((definition) => [definition.id, contractOf({ definition })]));
}

function verdictsOf(definition: Definition, known: Contracts): ReadonlyMap<string, Checked> {
  return new Map(check({ definition }, { packs, contractOf: (id) => known.get(id) }).map((checked) => [checked.rule, checked]));
}

/** Rules that say something worse than before. */
function newIn(variant: Definition, definition: Definition, known: Contracts): readonly string[] {
  const old = before.get(definition);
  return [...verdictsOf(variant, known).values()]
    .filter(({ rule, verdict }) => isWorse(verdict, old?.get(rule)?.verdict))
    .map(({ rule, verdict, failures: [first] }) =>
      [
        rule,
        verdict,
        first?.element,
        JSON.stringify(first?.facts),
        first?.path.map(({ event, step }) => `${event} → ${step}`).join(', '),
      ].join(' '),
    );
}

const open: ReadonlySet<string | undefined> = new Set(['fails', 'possible', 'not-decided']);
const isWorse = (now: Checked['verdict'], was: Checked['verdict'] | undefined): boolean =>
  open.has(now) ? !open.has(was) : now === 'vacuous' && was !== 'vacuous';
