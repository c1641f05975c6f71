import type { JsonObject } from '../json.ts';
import { entriesOf, isObject } from './loose.ts';

const idPattern = /^[a-z][A-Za-z0-9]{0,47}$/;

/** A name as an id: "SUBMIT_FORM" and "Submit form" are `submitForm`. Never one that is taken; what is taken is added. */
export function idFor(name: string, taken: Set<string>, otherwise: string): string {
  const words =
    name
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replaceAll('ł', 'l')
      .replaceAll('Ł', 'L')
      .match(/[A-Za-z0-9]+/g) ?? [];
  const lower = words.map((word) => (word === word.toUpperCase() ? word.toLowerCase() : word));
  const joined = lower
    .map((word, index) => (index === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + word.slice(1))
    .join('');
  const base = idPattern.test(name)
    ? name
    : joined
        .replace(/^[0-9]+/, '')
        .replace(/^[A-Z]/, (letter) => letter.toLowerCase())
        .slice(0, 40) || otherwise;
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}${number}`;
  taken.add(id);
  return id;
}

/** The keys on the way to a state. A dot that belongs to a key has a backslash before it. */
const wayOf = (text: string): readonly string[] => text.split(/(?<!\\)\./).map((key) => key.replaceAll('\\.', '.'));

/** A state of the config, by the way to it. */
export interface Place {
  readonly path: readonly string[];
  readonly id: string;
}

/** The id that every state gets here, and how targets of XState find it. */
export class PlaceNames {
  readonly #byPath = new Map<string, Place>();
  readonly #byOwnId = new Map<string, Place>();
  readonly #root: string;

  constructor(config: JsonObject) {
    this.#root = typeof config.id === 'string' ? config.id : '(machine)';
    this.#walk(config, [], new Set());
  }

  #walk(node: JsonObject, path: readonly string[], taken: Set<string>): void {
    for (const [key, state] of entriesOf(node.states)) {
      const here = [...path, key];
      const place = { path: here, id: idFor(key, taken, 'step') };
      this.#byPath.set(JSON.stringify(here), place);
      if (!isObject(state)) continue;
      if (typeof state.id === 'string') this.#byOwnId.set(state.id, place);
      this.#walk(state, here, taken);
    }
  }

  idAt(path: readonly string[]): string {
    return this.#byPath.get(JSON.stringify(path))?.id ?? path.at(-1) ?? '';
  }

  /** `#id` of a target as XState reads it from a state at `from`: an id, a way from a state with an id, a child (`.child`), or a state beside it. */
  target(target: string, from: readonly string[]): string | undefined {
    const found = target.startsWith('#') ? this.#byId(target.slice(1)) : this.#byWay(target, from);
    return found && `#${found.id}`;
  }

  #byId(name: string): Place | undefined {
    const own = this.#byOwnId.get(name);
    if (own) return own;
    const [first = '', ...rest] = wayOf(name);
    if (first === this.#root || name.startsWith(`${this.#root}.`))
      return this.#at([], name === this.#root ? [] : wayOf(name.slice(this.#root.length + 1)));
    const begun = this.#byOwnId.get(first);
    return begun && this.#at(begun.path, rest);
  }

  #byWay(target: string, from: readonly string[]): Place | undefined {
    const [first, ...rest] = wayOf(target);
    return first === '' ? this.#at(from, rest) : this.#at(from.slice(0, -1), [first ?? '', ...rest]);
  }

  #at = (from: readonly string[], way: readonly string[]): Place | undefined => this.#byPath.get(JSON.stringify([...from, ...way]));
}
