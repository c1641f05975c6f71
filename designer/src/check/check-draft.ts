import { checkGraph, packs, ruleWords } from '@redress/definitions';
import { type Definition, explore, type Graph, parseDefinition } from '@redress/engine';
import type { CheckAnswer, CheckAsked, CheckedRule } from './checked-draft.ts';
import { contractsOnce } from './contracts-once.ts';
import { withLetters } from './letters-on-path.ts';

/**
 * Parts that exploring never reads: what changes in them alone leaves every position where it was. What is not named here counts, so that a new part
 * of the format costs time at the worst.
 */
const unread = ['title', 'summary', 'policy', 'channels', 'publishes', 'retention', 'kpis', 'links', 'letters', 'forms'] as const;

/** The draft against all rules. What was explored, and what was worked out of procedures that it starts, is kept for the next change. */
export function checkingDrafts(): (asked: CheckAsked) => CheckAnswer {
  const graphOf = exploredOnce();
  const contractFor = contractsOnce();
  const about = new Map(packs.flatMap(({ rules }) => rules.map(({ rule }) => [rule.id, rule] as const)));
  return ({ definition: json, nested }) => {
    const parsed = parseDefinition(json);
    if (!parsed.ok) return { rules: [], packs: [] };
    const graph = graphOf(parsed.value);
    const known = new Map(nested.map((each) => [each.id, each]));
    const checked = checkGraph(graph, { packs, contractOf: (id) => contractFor(known.get(id)) });
    const rules = checked.flatMap(({ failures, ...rest }): readonly CheckedRule[] => {
      const rule = about.get(rest.rule);
      const words = ruleWords.get(rest.rule);
      if (!rule || !words) return [];
      const shown = failures.map((failure) => ({ ...failure, path: withLetters(graph, failure.path) }));
      return [{ ...rest, proved: rule.class, words, isAboutTelling: asksForTelling(rule.property), failures: shown }];
    });
    const used = new Set(rules.map(({ pack }) => pack));
    return { rules, packs: packs.flatMap(({ id, version }) => (used.has(id) ? [{ id, version }] : [])) };
  };
}

function exploredOnce(): (definition: Definition) => Graph {
  let known: { readonly key: string; readonly graph: Graph } | undefined;
  return (definition) => {
    const read = Object.entries(definition).filter(([part]) => !unread.some((name) => name === part));
    const key = JSON.stringify(read);
    if (known?.key !== key) known = { key, graph: explore({ definition }) };
    return { ...known.graph, definition };
  };
}

/** Whether what people are told decides it. */
function asksForTelling(part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return false;
  if ('is' in part && (part.is === 'tells' || part.is === 'target-tells')) return true;
  return Object.values(part).some(asksForTelling);
}
