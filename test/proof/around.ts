import type { Store } from '../../runtime-api/src/store/store.ts';

/** What stands around an operation of a model: may look at its words, change them, answer itself, or wait. */
export type Around = (proceed: (...words: readonly unknown[]) => unknown, words: readonly unknown[]) => unknown;

/** A store that takes a case first and its copies afterwards, by the models, as MongoDB does. */
export function inTwoSteps(store: Store): Store {
  const { atOnce, ...rest } = store;
  return rest;
}

/** A store on which some operations of one model go through somebody's hands; everything else is the model's own. Nothing goes past the models. */
export function around<Name extends keyof Store>(store: Store, name: Name, hands: { readonly [operation: string]: Around }): Store {
  const model = store[name];
  if (typeof model !== 'function') throw new Error(`${name} is no model`);
  const proxy = new Proxy(model, {
    get: (target, operation) => {
      const real: unknown = Reflect.get(target, operation);
      const hand = typeof operation === 'string' ? hands[operation] : undefined;
      if (hand === undefined || typeof real !== 'function') return real;
      return (...words: readonly unknown[]) => hand((...given) => Reflect.apply(real, target, given), words);
    },
  });
  return { ...inTwoSteps(store), [name]: proxy };
}

/** Whether the change of an update sets a field. */
export const sets = ([, change]: readonly unknown[], field: string): boolean => Object.hasOwn(partOf(change, '$set'), field);

/** The words of an operation with its filter less one field. */
export function withoutInFilter([filter, ...rest]: readonly unknown[], field: string): readonly unknown[] {
  const entries = Object.entries(filter ?? {}).filter(([name]) => name !== field);
  return [Object.fromEntries(entries), ...rest];
}

function partOf(value: unknown, name: string): object {
  const part: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return typeof part === 'object' && part !== null ? part : {};
}
