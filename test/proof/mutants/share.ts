import { type Definition, explore, type Graph } from '@redress/engine';
import { checkGraph } from '../../../definitions/src/check/check.ts';
import type { Contract } from '../../../definitions/src/check/contracts.ts';
import { isOpen } from '../../../definitions/src/check/verdict.ts';
import { packs } from '../../../definitions/src/rules/packs.ts';
import type { Mutant } from './mutants.ts';

/** How many of some faults the rules notice. */
export interface Share {
  readonly tried: ReadonlyMap<Mutant['kind'], number>;
  readonly caught: ReadonlyMap<Mutant['kind'], number>;
  /** Pack → faults that one of its rules names. */
  readonly byPack: ReadonlyMap<string, number>;
  /** Faults that nobody noticed, as a person can look them up. */
  readonly survivors: readonly string[];
  /** Edits that lead a row elsewhere which nothing reaches. */
  readonly harmless: number;
}

/** A fault is noticed where a rule is open that was not open before it. */
export function shareOf(definition: Definition, mutants: readonly Mutant[], contractOf: (id: string) => Contract | undefined): Share {
  const openIn = (graph: Graph) => checkGraph(graph, { packs, contractOf }).filter(({ verdict }) => isOpen(verdict));
  const whole = explore({ definition });
  const before = new Set(openIn(whole).map(({ rule }) => rule));
  const edges = edgesOf(whole);
  const tried = new Map<Mutant['kind'], number>();
  const caught = new Map<Mutant['kind'], number>();
  const byPack = new Map<string, number>();
  const survivors: string[] = [];
  let harmless = 0;
  for (const mutant of mutants) {
    const graph = explore({ definition: mutant.make() });
    if (mutant.kind === 'way' && edgesOf(graph) === edges) {
      harmless += 1;
      continue;
    }
    const broken = openIn(graph).filter(({ rule }) => !before.has(rule));
    count(tried, mutant.kind);
    if (broken.length === 0) survivors.push(mutant.what);
    else count(caught, mutant.kind);
    for (const pack of new Set(broken.map((each) => each.pack))) count(byPack, pack);
  }
  return { tried, caught, byPack, survivors, harmless };
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

export const sum = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((all, one) => all + one, 0);

/** `91.2 % of 170 noticed: way 120 of 132, …; by pack: iso-10002 61.0 %, …`. */
export function shareInWords({ tried, caught, byPack, harmless }: Share): string {
  const all = sum(tried);
  const kinds = [...tried].map(([kind, most]) => `${kind} ${caught.get(kind) ?? 0} of ${most}`).join(', ');
  const shares = [...byPack].map(([pack, noticed]) => `${pack} ${((100 * noticed) / all).toFixed(1)} %`).join(', ');
  return `${((100 * sum(caught)) / all).toFixed(1)} % of ${all} noticed (${harmless} change nothing): ${kinds}; by pack: ${shares}`;
}

/** Every edge as a line, by what it leads from and to. */
function edgesOf({ nodes, start }: Graph): string {
  const place = (index: number): string => nodes[index]?.active.join() ?? '';
  const lines = nodes.flatMap(({ edges }) =>
    edges.map(({ from, to, trigger }) => `${place(from)} ${trigger.kind} ${trigger.name} ${trigger.outcome ?? ''} ${place(to)}`),
  );
  return [place(start?.to ?? 0), ...new Set(lines)].sort().join('\n');
}
