import { expect, test } from '@jest/globals';
import { type Compiled, compile, type Definition, explore } from '@redress/engine';
import { checkGraph } from '../../definitions/src/check/check.ts';
import { contractOf } from '../../definitions/src/check/contracts.ts';
import { isWatched } from '../../definitions/src/check/watches.ts';
import { Operation } from '../../definitions/src/operation/operation.ts';
import { packs } from '../../definitions/src/rules/packs.ts';
import { everyProcess } from '../tools/pretend-case.ts';
import { schemas } from '../tools/schema-tool.ts';
import { chanceOf, shuffled } from './chance.ts';
import { mutantsOf } from './mutants/mutants.ts';
import { replay } from './replayed/replayed-path.ts';
import { seedOf, sizeOf } from './sizes.ts';

/** Procedures with one fault each; what the rules tell of them as certain, a real case can do. */
const family = everyProcess();
const contracts = new Map(family.map((definition) => [definition.id, contractOf({ definition })]));

test.each(family.map((definition) => [definition.id, definition] as const))(
  '%s: every certain run that breaks a rule is played by the engine to the step that was told',
  (_, definition) => {
    const seed = seedOf();
    let [played, overtaken, unwritten, seen] = [0, 0, 0, 0];
    const lost: string[] = [];
    for (const { what, make } of shuffled(mutantsOf(definition), chanceOf(seed)).slice(0, sizeOf('counterexamples'))) {
      for (const { rule, path, operation } of certain(make())) {
        const asDrawn = replay(path.compiled, path.steps);
        // A letter that lacks a fact, or a date that nobody gave, stops the real case with an incident; whether the way is there depends on neither.
        const isUnwritten = !asDrawn.arrived && ['letter-fact-missing', 'not-a-date'].some((lack) => asDrawn.because.includes(lack));
        const result = isUnwritten ? replay(withoutFacts(path.compiled.definition), path.steps) : asDrawn;
        played += 1;
        unwritten += isUnwritten ? 1 : 0;
        if (result.arrived) {
          overtaken += result.overtaken > 0 ? 1 : 0;
          const judged =
            isReadFromRuns(rule) && operation.judge({ id: 'case', receivedAt: result.lines[0]?.at ?? '', lines: result.lines });
          if (!judged) continue;
          seen += 1;
          if (!judged.rules.some((one) => one.rule === rule && one.verdict === 'broken'))
            lost.push(`${what}: ${rule}: not seen in the journal`);
        } else
          lost.push(
            `${what}: ${rule}: ${path.steps.map(({ event, step }) => `${event} → ${step}`).join(', ')}; at ${result.at}: ${result.because}`,
          );
      }
    }
    console.log(
      `${definition.id}: seed ${seed}, ${played} runs played, ${overtaken} with a deadline that overtakes another, ${unwritten} without the facts of letters and dates, ${seen} found broken again in the journal`,
    );
    expect({ seed, lost: [...new Set(lost)].slice(0, 20), count: lost.length }).toEqual({ seed, lost: [], count: 0 });
    expect(played).toBeGreaterThan(0);
  },
  3_600_000,
);

function certain(definition: Definition) {
  const { machine } = compile(definition, { schemas });
  if (!machine) return [];
  const graph = explore(machine);
  const options = { packs, contractOf: (id: string) => contracts.get(id) };
  const operation = new Operation(graph, options);
  return checkGraph(graph, options)
    .filter(({ verdict }) => verdict === 'fails')
    .flatMap(({ rule, failures }) => failures.map(({ path }) => ({ rule, operation, path: { compiled: machine, steps: path } })))
    .filter(({ path: { steps } }) => steps[0]?.kind === 'start' && steps.every(({ answers }) => answers.length === 0));
}

/** The rules that a journal breaks as the drawing does: not what needs real persons or days. */
const properties = new Map(packs.flatMap(({ rules }) => rules.map(({ rule }) => [rule.id, rule.property] as const)));
function isReadFromRuns(rule: string): boolean {
  const property = properties.get(rule);
  return property !== undefined && isWatched(property);
}

/** The same procedure with letters and lengths that need no facts. */
function withoutFacts(definition: Definition): Compiled {
  const text = JSON.stringify(definition.letters).replaceAll(/\{[^{}":]*\}/g, '…');
  const letters: Definition['letters'] = JSON.parse(text, (key, value) => (key === 'tells' ? undefined : value));
  const delays = Object.fromEntries(
    Object.entries(definition.delays).map(([id, delay]) => [
      id,
      'until' in delay ? { ...(delay.title && { title: delay.title }), days: 30 } : delay,
    ]),
  );
  const { machine, findings } = compile({ ...definition, letters, delays }, { schemas });
  if (!machine) throw new Error(JSON.stringify(findings.slice(0, 3)));
  return machine;
}
