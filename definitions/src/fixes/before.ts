import type { Definition } from '@redress/engine';
import { checkRule, concerning } from '../check/check.ts';
import type { Examined } from '../check/examined.ts';
import type { Rule } from '../check/rule.ts';
import { type Checked, isOpen } from '../check/verdict.ts';
import type { FixOptions } from './fixes.ts';

type Judged = { readonly pack: string; readonly each: Parameters<typeof checkRule>[2] };

/** How a procedure stood before anybody repaired it; what of that is asked for is looked up once. */
export class Before {
  readonly #start: () => Examined;
  readonly #options: FixOptions;
  readonly #weighed = new Map<string, number>();
  #examined: Examined | undefined;
  #errors: ReadonlySet<string> | undefined;
  /** What repairs have broken stands first: the next one is likely to break it as well. */
  #rules: readonly Judged[] | undefined;

  constructor(start: () => Examined, options: FixOptions) {
    this.#start = start;
    this.#options = options;
  }

  /** No rule but the repaired one fails or is open that was not before, or weighs more now, and the compiler finds no new error; what somebody still has to write is none. */
  isNoWorse(now: Examined, repaired: Rule): boolean {
    const { definition } = now.graph;
    this.#rules ??= this.#options.packs.flatMap((pack) => concerning(pack, definition.kind).map((each) => ({ pack: pack.id, each })));
    for (const judged of this.#rules) {
      const { rule } = judged.each;
      const weight = rule.id === repaired.id ? 0 : weightOf(now, judged);
      if (weight === 0 || weight <= this.#weightBefore(judged)) continue;
      this.#rules = [judged, ...this.#rules.filter((one) => one !== judged)];
      return false;
    }
    this.#errors ??= new Set(this.#errorsOf(this.#first().graph.definition));
    const known = this.#errors;
    return this.#errorsOf(definition).every((error) => known.has(error));
  }

  #weightBefore(judged: Judged): number {
    const { id } = judged.each.rule;
    const was = this.#weighed.get(id) ?? weightOf(this.#first(), judged);
    this.#weighed.set(id, was);
    return was;
  }

  #first(): Examined {
    this.#examined ??= this.#start();
    return this.#examined;
  }

  #errorsOf(definition: Definition): readonly string[] {
    return this.#options
      .findingsOf(definition)
      .flatMap(({ code, severity, at }) => (severity === 'error' && code !== 'words-open' ? [`${code} ${at}`] : []));
  }
}

const weights: { readonly [severity in Checked['severity']]: number } = { advice: 1, should: 2, must: 3 };
function weightOf(examined: Examined, { pack, each }: Judged): number {
  const { verdict, severity } = checkRule(examined, pack, each);
  return isOpen(verdict) ? weights[severity] : 0;
}
