import { type Fix, fixesFor, lawsInForce, packsWith } from '@redress/definitions';
import { compile, parseDefinition, unwritten } from '@redress/engine';
import { contractsOnce } from '../check/contracts-once.ts';
import type { AskedLaws } from '../check/use-laws.ts';
import type { Nested } from '../server/nested.ts';

export interface FixAsked {
  readonly definition: object;
  readonly nested: readonly Nested[];
  readonly laws: AskedLaws;
  /** Id of the rule. */
  readonly rule: string;
}
export interface FixAnswer {
  readonly after?: Fix['definition'];
  /** How many texts somebody still has to write. */
  readonly open: number;
}

/** A repair of one rule, worked out and tried; nothing where none is known. */
export function fixingDrafts(): (asked: FixAsked) => FixAnswer {
  const contractsFor = contractsOnce();
  return ({ definition: json, nested, laws, rule: id }) => {
    const parsed = parseDefinition(json);
    const packs = packsWith(lawsInForce(laws.chosen, laws.day));
    const rule = packs.flatMap(({ rules }) => rules).find((each) => each.rule.id === id)?.rule;
    if (!parsed.ok || !rule) return { open: 0 };
    const [fix] = fixesFor(parsed.value, rule, {
      packs,
      contractOf: contractsFor(parsed.value, nested),
      // Fields come from procedures of ours as they are: no schema is new here.
      findingsOf: (definition) => compile(definition, { schemas: () => () => [] }).findings,
    });
    if (!fix) return { open: 0 };
    return { after: fix.definition, open: gapsIn(fix.definition) - gapsIn(parsed.value) };
  };
}

const gapsIn = (value: unknown): number => {
  if (typeof value !== 'object' || value === null) return 0;
  const inside = Object.values(value);
  // A text counts once, in however many languages it is missing.
  return inside.includes(unwritten) ? 1 : inside.reduce<number>((sum, each) => sum + gapsIn(each), 0);
};
