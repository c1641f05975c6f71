import type { Graph } from '@redress/engine';

/** Outcomes that a case can still end with, by each step that it may be in; looked for when they are first asked. */
export function endingsIn(graph: Graph): (step: string) => ReadonlySet<string> {
  let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  return (step) => {
    known ??= endings(graph);
    return known.get(step) ?? new Set();
  };
}

function endings({ nodes, states }: Graph): ReadonlyMap<string, ReadonlySet<string>> {
  const into = new Map<number, number[]>();
  for (const { from, to } of nodes.flatMap(({ edges }) => edges)) {
    const known = into.get(to);
    if (known) known.push(from);
    else into.set(to, [from]);
  }
  const found = new Map<string, Set<string>>();
  const outcomes = new Map<string, number[]>();
  for (const { index, ended, leaves } of nodes) {
    const tags = ended ? leaves.flatMap((id) => [...(states.get(id)?.tags ?? [])]) : [];
    for (const tag of tags) if (tag.startsWith('outcome:')) outcomes.set(tag, [...(outcomes.get(tag) ?? []), index]);
  }
  for (const [tag, ends] of outcomes) {
    const before = new Set(ends);
    for (const node of before) for (const from of into.get(node) ?? []) before.add(from);
    for (const node of before)
      for (const id of nodes[node]?.leaves ?? []) found.set(id, (found.get(id) ?? new Set()).add(tag.slice('outcome:'.length)));
  }
  return found;
}
