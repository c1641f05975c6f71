import type { ProcedureTree, TreeElement, TreeRow } from '../model/tree.ts';

/** Ways at any time that a step has from one stage around it, or from the procedure. */
export interface InheritedWays {
  /** Of its line in the outline: no element of the procedure. */
  readonly id: string;
  /** The stage; empty: the procedure. */
  readonly stage: string;
  readonly ways: readonly TreeRow[];
  /** Where they are set: the stage, or the way itself. */
  readonly at: string;
}

/** By stage, the nearest first. Only where somebody could take them: a case that has ended, or returns elsewhere, has left them behind. */
export function inheritedWays({ id, kind, inherited }: TreeElement): readonly InheritedWays[] {
  if (kind === 'stage' || kind === 'tracks' || kind === 'outcome' || kind === 'history') return [];
  const stages = [...new Set(inherited.map(({ source }) => source))];
  return stages.map((stage) => {
    const ways = inherited.filter(({ source }) => source === stage);
    const [first] = ways;
    return { id: `inherited:${id}:${stage}`, stage, ways, at: stage === '' || ways.length === 1 ? (first?.address ?? stage) : stage };
  });
}

/** Every line of them in the outline. */
export const allInherited = (tree: ProcedureTree): readonly InheritedWays[] => [...tree.byId.values()].flatMap(inheritedWays);
