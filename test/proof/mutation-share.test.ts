import { expect, test } from '@jest/globals';
import { explore, type Graph } from '@redress/engine';
import { checkGraph } from '../../definitions/src/check/check.ts';
import { contractOf } from '../../definitions/src/check/contracts.ts';
import { isOpen } from '../../definitions/src/check/verdict.ts';
import { packs } from '../../definitions/src/rules/packs.ts';
import { everyProcess } from '../tools/pretend-case.ts';
import { chanceOf, shuffled } from './chance.ts';
import { type Mutant, mutantsOf } from './mutants/mutants.ts';
import { leastCaught } from './mutants/ratchet.ts';
import { seedOf, size, sizeOf } from './sizes.ts';

/** Every way of the shipped procedures led elsewhere, and what protects people taken away, one at a time: how much of it the rules notice. */
const family = everyProcess();
const contracts = new Map(family.map((definition) => [definition.id, contractOf({ definition })]));

test.each(family.map((definition) => [definition.id, definition] as const))(
  '%s: the share of faults that the rules notice does not fall',
  (id, definition) => {
    const seed = seedOf();
    const [tried, caught, byPack, survivors, same] = [
      new Map<string, number>(),
      new Map<string, number>(),
      new Map<string, number>(),
      [] as string[],
      [] as string[],
    ];
    const before = said(explore({ definition }));
    const edges = edgesOf(explore({ definition }));
    for (const mutant of sample(mutantsOf(definition), seed)) {
      const graph = explore({ definition: mutant.make() });
      // A row that nothing reaches may lead anywhere: where no edge changes, nothing changed.
      if (mutant.kind === 'way' && edgesOf(graph) === edges) {
        same.push(mutant.what);
        continue;
      }
      const broken = said(graph).filter(({ rule }) => !before.some((old) => old.rule === rule));
      tried.set(mutant.kind, (tried.get(mutant.kind) ?? 0) + 1);
      if (broken.length === 0) survivors.push(mutant.what);
      else caught.set(mutant.kind, (caught.get(mutant.kind) ?? 0) + 1);
      for (const pack of new Set(broken.map((each) => each.pack))) byPack.set(pack, (byPack.get(pack) ?? 0) + 1);
    }
    const all = sum(tried);
    const shares = [...tried].map(([kind, count]) => `${kind} ${caught.get(kind) ?? 0} of ${count}`);
    const packShares = [...byPack].map(([pack, count]) => `${pack} ${((100 * count) / all).toFixed(1)} %`);
    console.log(
      `${id}: seed ${seed}, ${((100 * sum(caught)) / all).toFixed(1)} % of ${all} caught (${same.length} change nothing): ${shares.join(', ')}; by pack: ${packShares.join(', ')}\n${survivors.slice(0, size === 'full' ? 400 : 10).join('\n')}`,
    );
    // Of a sample the share may lie four standard errors lower: the least is that of all mutants.
    const least = leastCaught[id] ?? 1;
    const slack = size === 'full' ? 0 : 4 * Math.sqrt((least * (1 - least)) / all);
    expect({ seed, share: sum(caught) / all >= least - slack }).toEqual({ seed, share: true });
  },
  3_600_000,
);

const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((all, count) => all + count, 0);

const sample = (mutants: readonly Mutant[], seed: number): readonly Mutant[] =>
  shuffled(mutants, chanceOf(seed)).slice(0, sizeOf('mutants'));

function said(graph: Graph) {
  return checkGraph(graph, { packs, contractOf: (child) => contracts.get(child) }).filter(({ verdict }) => isOpen(verdict));
}

/** Every edge as a line, by what it leads from and to. */
function edgesOf({ nodes, start }: Graph): string {
  const place = (index: number): string => nodes[index]?.active.join() ?? '';
  const lines = nodes.flatMap(({ edges }) =>
    edges.map(({ from, to, trigger }) => `${place(from)} ${trigger.kind} ${trigger.name} ${trigger.outcome ?? ''} ${place(to)}`),
  );
  return [place(start?.to ?? 0), ...new Set(lines)].sort().join('\n');
}
