import type { Definition } from '@redress/engine';
import { checkProperty, checkRule, concerning } from '../check/check.ts';
import type { Examined } from '../check/examined.ts';
import type { Rule } from '../check/rule.ts';
import { type Checked, isOpen } from '../check/verdict.ts';
import type { FixOptions } from './fixes.ts';

type Judged = { readonly pack: string; readonly each: Parameters<typeof checkRule>[2] };

/** How a procedure stood before anybody repaired it; what of that is asked for is looked up once. */
export class Before {
  readonly #start: () => Examined;
  readonly #options: FixOptions;
  readonly #known = new Map<string, Checked>();
  #examined: Examined | undefined;
  #errors: ReadonlySet<string> | undefined;
  /** What repairs have broken stands first: the next one is likely to break it as well. */
  #rules: readonly Judged[] | undefined;

  constructor(start: () => Examined, options: FixOptions) {
    this.#start = start;
    this.#options = options;
  }

  /**
   * No rule but the repaired one fails or is open that was not before, or that held before as it is drawn, and the compiler finds no new error; what
   * somebody still has to write is none.
   */
  isNoWorse(now: Examined, repaired: Rule): boolean {
    const { definition } = now.graph;
    this.#rules ??= this.#options.packs.flatMap((pack) => concerning(pack, definition.kind).map((each) => ({ pack: pack.id, each })));
    for (const judged of this.#rules) {
      if (judged.each.rule.id === repaired.id || !this.#isWorse(now, judged)) continue;
      this.#rules = [judged, ...this.#rules.filter((one) => one !== judged)];
      return false;
    }
    this.#errors ??= new Set(this.#errorsOf(this.#first().graph.definition));
    const known = this.#errors;
    return this.#errorsOf(definition).every((error) => known.has(error));
  }

  #isWorse(now: Examined, { pack, each }: Judged): boolean {
    if (!isOpen(checkProperty(now, each.rule.property).verdict)) return false;
    const { id } = each.rule;
    const before = this.#known.get(id) ?? checkRule(this.#first(), pack, each);
    this.#known.set(id, before);
    return !isOpen(before.verdict) || (before.holdsAsDrawn === true && !checkRule(now, pack, each).holdsAsDrawn);
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
