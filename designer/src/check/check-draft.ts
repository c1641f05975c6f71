import { checkGraph, type LawPoint, lawPointOf, lawsInForce, packsWith, ruleWords } from '@redress/definitions';
import { type Definition, explore, type Graph, parseDefinition, positionsKey } from '@redress/engine';
import type { AskingLaw, CheckAnswer, CheckAsked, CheckedRule } from './checked-draft.ts';
import { contractsOnce } from './contracts-once.ts';
import { withLetters } from './letters-on-path.ts';

/** The draft against all rules. What was explored, and what was worked out of procedures that it starts, is kept for the next change. */
export function checkingDrafts(): (asked: CheckAsked) => CheckAnswer {
  const graphOf = exploredOnce();
  const contractsFor = contractsOnce();
  return ({ definition: json, nested, laws }) => {
    const parsed = parseDefinition(json);
    if (!parsed.ok) return { rules: [], packs: [] };
    const packs = packsWith(lawsInForce(laws.chosen, laws.day));
    const about = new Map(packs.flatMap(({ rules }) => rules.map(({ rule }) => [rule.id, rule] as const)));
    const graph = graphOf(parsed.value);
    const checked = checkGraph(graph, { packs, contractOf: contractsFor(parsed.value, nested) });
    const rules = checked.flatMap(({ failures, ...rest }): readonly CheckedRule[] => {
      const rule = about.get(rest.rule);
      const point = lawPointOf(rest.rule);
      const words = point?.words ?? ruleWords.get(rest.rule);
      if (!rule || !words) return [];
      const shown = failures.map((failure) => ({ ...failure, path: withLetters(graph, failure.path) }));
      const { property } = rule;
      const months = property.form === 'attested' ? { months: property.months } : {};
      const law = point ? { law: askingLaw(point) } : {};
      return [{ ...rest, ...months, ...law, proved: rule.class, words, isAboutTelling: asksForTelling(property), failures: shown }];
    });
    const used = new Set(rules.map(({ pack }) => pack));
    return { rules, packs: packs.flatMap(({ id, version }) => (used.has(id) ? [{ id, version }] : [])) };
  };
}

function askingLaw({ law, limit }: LawPoint): AskingLaw {
  const { id, version, title, verifiedBy } = law;
  return { id, version, title, ...(verifiedBy === undefined ? {} : { verifiedBy }), source: limit.source, confidence: limit.confidence };
}

function exploredOnce(): (definition: Definition) => Graph {
  let known: { readonly key: string; readonly graph: Graph } | undefined;
  return (definition) => {
    const key = positionsKey(definition);
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
