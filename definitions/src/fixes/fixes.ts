import { type Definition, explore, type Finding, type Graph, type JsonObject, positionsKey } from '@redress/engine';
import { checkGraph } from '../check/check.ts';
import type { Contract } from '../check/contracts.ts';
import { Elements } from '../check/element.ts';
import type { Pack, Rule } from '../check/rule.ts';
import { type Checked, isOpen } from '../check/verdict.ts';
import { copyOf } from './draft.ts';
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

/** How many places one repair puts right, how many ways are tried in each, and how many definitions are looked at in all. */
const placesMost = 8;
const waysMost = 24;
const looksMost = 120;

class Workshop {
  readonly #start: Definition;
  readonly #rule: Rule;
  readonly #options: FixOptions;
  readonly #graphs = new Map<string, Graph>();
  readonly #found: Fix[] = [];
  #looks = 0;
  #before: { readonly checked: readonly Checked[]; readonly errors: ReadonlySet<string> } | undefined;

  constructor(definition: Definition, rule: Rule, options: FixOptions) {
    this.#start = definition;
    this.#rule = rule;
    this.#options = options;
  }

  fixes(): readonly Fix[] {
    this.#mend({ acts: [], definition: this.#start });
    return this.#found;
  }

  /** Tries what may repair the first place; what helps there goes on with the next. */
  #mend(fix: Fix): void {
    const { most = 1 } = this.#options;
    const graph = this.#graphOf(fix.definition);
    const now = this.#look(graph);
    const [failure] = now?.failures ?? [];
    if (!now || !failure || fix.acts.length >= placesMost) return;
    const examined = { graph, elements: new Elements(graph, this.#contractOf), contractOf: this.#contractOf };
    const steps: Fix[] = [];
    for (const { act, facts, write } of proposals(examined, this.#rule.property, failure).slice(0, waysMost)) {
      if (this.#looks > looksMost || this.#found.length >= most) return;
      const draft = copyOf(fix.definition);
      if (!write(draft)) continue;
      const tried: Fix = { acts: [...fix.acts, { act, facts }], definition: copyOf(draft) as Definition };
      const then = this.#look(this.#graphOf(tried.definition));
      if (then?.verdict === 'holds') {
        if (this.#isNoWorse(tried.definition)) this.#found.push(tried);
      } else if (then && isOpen(then.verdict) && !then.failures.some((each) => isSame(each, failure))) steps.push(tried);
    }
    for (const step of steps.slice(0, 2)) if (this.#found.length < most) this.#mend(step);
  }

  readonly #contractOf = (id: string): Contract | undefined => this.#options.contractOf?.(id);

  #look(graph: Graph): Checked | undefined {
    this.#looks += 1;
    return this.#check(graph, [{ id: '', version: '', rules: [{ rule: this.#rule, severity: 'must' }] }])[0];
  }

  #check(graph: Graph, packs: readonly Pack[]): readonly Checked[] {
    return checkGraph(graph, { packs, contractOf: this.#contractOf });
  }

  /** No other rule fails or is open that was not before, and the compiler finds no new error; what somebody still has to write is none. */
  #isNoWorse(definition: Definition): boolean {
    const { packs, findingsOf } = this.#options;
    const errorsOf = (of: Definition): readonly string[] =>
      findingsOf(of).flatMap(({ code, severity, at }) => (severity === 'error' && code !== 'words-open' ? [`${code} ${at}`] : []));
    this.#before ??= { checked: this.#check(this.#graphOf(this.#start), packs), errors: new Set(errorsOf(this.#start)) };
    const { checked, errors } = this.#before;
    if (errorsOf(definition).some((error) => !errors.has(error))) return false;
    const bad = new Set(checked.flatMap(({ rule, verdict }) => (isOpen(verdict) ? [rule] : [])));
    return this.#check(this.#graphOf(definition), packs).every(
      ({ rule, verdict }) => !isOpen(verdict) || (bad.has(rule) && rule !== this.#rule.id),
    );
  }

  /** Letters, forms and what stands around change no position: what was explored is kept. */
  #graphOf(definition: Definition): Graph {
    const key = positionsKey(definition);
    const known = this.#graphs.get(key) ?? explore({ definition });
    this.#graphs.set(key, known);
    return { ...known, definition };
  }
}

const isSame = (one: Checked['failures'][number], other: Checked['failures'][number]): boolean =>
  one.element === other.element && JSON.stringify(one.facts) === JSON.stringify(other.facts) && one.path.length === other.path.length;
