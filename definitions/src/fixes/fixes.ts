import { type Definition, explore, type Finding, type Graph, type JsonObject, positionsKey } from '@redress/engine';
import { checkProperty, examine } from '../check/check.ts';
import type { Contract } from '../check/contracts.ts';
import type { Examined, Found } from '../check/examined.ts';
import type { Pack, Rule } from '../check/rule.ts';
import { type Failure, isOpen } from '../check/verdict.ts';
import { Before } from './before.ts';
import type { Draft } from './draft.ts';
import type { FixAct } from './edit.ts';
import { proposals } from './proposals.ts';

/** A repair that was tried: with it the rule holds, and nothing else is worse. */
export interface Fix {
  readonly acts: readonly { readonly act: FixAct; readonly facts: JsonObject }[];
  readonly definition: Definition;
}
export interface FixOptions {
  readonly packs: readonly Pack[];
  readonly contractOf?: (definition: string) => Contract | undefined;
  /** What the compiler finds: a repair that would not run is none. */
  readonly findingsOf: (definition: Definition) => readonly Finding[];
  /** How many are enough. */
  readonly most?: number;
}

/** Repairs of one rule that a definition breaks, the smallest first. A rule that fails in several places is repaired in all of them, or not at all. */
export function fixesFor(definition: Definition, rule: Rule, options: FixOptions): readonly Fix[] {
  return new Workshop(definition, rule, options).fixes();
}

/**
 * How many places one repair puts right, how many ways are tried in each, how many definitions are looked at in all, and how many edges these may have
 * together: of what is a hundred times as large fewer are tried.
 */
const placesMost = 8;
const waysMost = 44;
const looksMost = 120;
const edgesMost = 60_000;

class Workshop {
  readonly #start: Definition;
  readonly #rule: Rule;
  readonly #options: FixOptions;
  readonly #graphs = new Map<string, Graph>();
  readonly #found: Fix[] = [];
  /** Whatever was looked at once: other edits, or the same in another order, may come to the same. */
  readonly #seen = new Set<string>();
  readonly #before: Before;
  #looks = 0;
  #edges = 0;

  constructor(definition: Definition, rule: Rule, options: FixOptions) {
    this.#start = definition;
    this.#rule = rule;
    this.#options = options;
    this.#before = new Before(() => this.#examine(definition), options);
  }

  fixes(): readonly Fix[] {
    const examined = this.#examine(this.#start);
    this.#mend({ acts: [], definition: this.#start }, examined, this.#look(examined));
    return this.#found;
  }

  /** Tries what may repair the first place; what helps there goes on with the next. */
  #mend(fix: Fix, examined: Examined, now: Found): void {
    const { most = 1 } = this.#options;
    const [failure] = now.failures;
    if (!failure || fix.acts.length >= placesMost) return;
    const steps: (readonly [Fix, Examined, Found])[] = [];
    const start = JSON.stringify(fix.definition);
    for (const { act, facts, write } of proposals(examined, this.#rule.property, failure).slice(0, waysMost)) {
      if (this.#looks > looksMost || this.#edges > edgesMost || this.#found.length >= most) return;
      const draft: Draft = JSON.parse(start);
      if (!write(draft)) continue;
      const text = JSON.stringify(draft);
      if (this.#seen.has(text)) continue;
      this.#seen.add(text);
      const tried: Fix = { acts: [...fix.acts, { act, facts }], definition: draft as Definition };
      const then = this.#examine(tried.definition);
      const found = this.#look(then);
      if (found.verdict === 'holds') {
        if (this.#before.isNoWorse(then, this.#rule)) this.#found.push(tried);
      } else if (isOpen(found.verdict) && !found.failures.some((each) => isSame(each, failure))) steps.push([tried, then, found]);
    }
    for (const step of steps.slice(0, 2)) if (this.#found.length < most) this.#mend(...step);
  }

  #look(examined: Examined): Found {
    this.#looks += 1;
    this.#edges += examined.graph.nodes.reduce((sum, { edges }) => sum + edges.length, 0);
    return checkProperty(examined, this.#rule.property);
  }

  #examine(definition: Definition): Examined {
    return examine(this.#graphOf(definition), this.#options.contractOf);
  }

  /** Letters, forms and what stands around change no position: what was explored is kept. */
  #graphOf(definition: Definition): Graph {
    const key = positionsKey(definition);
    const known = this.#graphs.get(key) ?? explore({ definition });
    this.#graphs.set(key, known);
    return { ...known, definition };
  }
}

const isSame = (one: Failure, other: Failure): boolean =>
  one.element === other.element && JSON.stringify(one.facts) === JSON.stringify(other.facts) && one.path.length === other.path.length;
