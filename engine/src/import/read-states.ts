import type { Json, JsonObject } from '../json.ts';
import { entriesOf, isObject, isOwnToXState, listOf } from './loose.ts';
import { idFor, PlaceNames } from './place-names.ts';

type Path = readonly string[];
type Members = { [name: string]: Json };

/** A foreign config in the shape in which a definition holds its machine, with the events and delays that it names. */
export function readStates(
  config: JsonObject,
  language: string,
): { readonly machine: JsonObject; readonly events: JsonObject; readonly delays: JsonObject } {
  const reader = new StatesReader(config, language);
  const { id: _, ...root } = config;
  return { machine: reader.node(root, [], {}), events: Object.fromEntries(reader.events), delays: Object.fromEntries(reader.delays) };
}

class StatesReader {
  readonly events = new Map<string, JsonObject>();
  readonly delays = new Map<string, JsonObject>();
  readonly #places: PlaceNames;
  readonly #eventIds = new Map<string, string>();
  readonly #takenEvents = new Set<string>();
  readonly #delayIds = new Map<string, string>();
  readonly #takenDelays = new Set<string>();

  readonly #language: string;

  constructor(config: JsonObject, language: string) {
    this.#language = language;
    this.#places = new PlaceNames(config);
  }

  /** What is not read is kept as it is, in its place. */
  node(written: JsonObject, path: Path, around: JsonObject): JsonObject {
    const node = withAlways(written);
    const read: Members = path.length === 0 ? {} : { id: this.#places.idAt(path) };
    for (const [key, value] of Object.entries(node)) {
      if (key === 'id' || saysNothing(key, value)) continue;
      read[key] = this.#part(key, value, path, node);
    }
    if (path.length === 0) return read;
    if (node.type !== 'history') read.meta = titled(node, { [this.#language]: path.at(-1)?.trim() || this.#places.idAt(path) });
    // A history that nothing was remembered in leads where its stage begins.
    else if (node.target === undefined && typeof around.initial === 'string')
      read.target = `#${this.#places.idAt([...path.slice(0, -1), around.initial])}`;
    return read;
  }

  #part(key: string, value: Json, path: Path, node: JsonObject): Json {
    switch (key) {
      case 'states':
        return isObject(value) ? this.#states(value, path, node) : value;
      case 'initial':
        return this.#initial(value, path);
      case 'target':
        return this.#target(value, path);
      case 'tags':
        return listOf(value);
      case 'entry':
      case 'exit':
        return listOf(value).map(asAction);
      case 'always':
      case 'onDone':
        return this.#rows(value, path);
      case 'on':
        return this.#named(value, path, (name) => this.#event(name));
      case 'after':
        return this.#named(value, path, (name) => this.#delay(name));
      case 'invoke':
        return this.#invoke(value, path);
      default:
        return value;
    }
  }

  #states(states: JsonObject, path: Path, around: JsonObject): JsonObject {
    return Object.fromEntries(
      Object.entries(states).map(([key, state]) => [
        this.#places.idAt([...path, key]),
        isObject(state) ? this.node(state, [...path, key], around) : state,
      ]),
    );
  }

  /** One that does something on the way has no place here. */
  #initial(value: Json, path: Path): Json {
    const to = isObject(value) && Object.keys(value).length === 1 ? value.target : value;
    return typeof to === 'string' ? this.#places.idAt([...path, to]) : value;
  }

  #invoke(value: Json, path: Path): Json {
    const [only, ...more] = listOf(value);
    if (!isObject(only) || more.length > 0) return value;
    const { id, ...rest } = only;
    const own = id !== undefined && id !== this.#places.idAt(path) ? { id } : {};
    return {
      ...own,
      ...rest,
      ...(rest.onDone !== undefined && { onDone: this.#rows(rest.onDone, path) }),
      ...(rest.onError !== undefined && { onError: this.#rows(rest.onError, path) }),
    };
  }

  #named(value: Json, path: Path, nameOf: (name: string) => string): Json {
    if (!isObject(value)) return value;
    return Object.fromEntries(entriesOf(value).map(([name, rows]) => [nameOf(name), this.#rows(rows, path)]));
  }

  #rows(value: Json, path: Path): readonly Json[] {
    return listOf(value).map((row) => {
      if (typeof row === 'string') return { target: this.#target(row, path) };
      if (!isObject(row)) return row;
      const { guard, target, actions: done, ...others } = row;
      return {
        ...others,
        ...(target !== undefined && { target: this.#target(target, path) }),
        ...(guard !== undefined && { guard: typeof guard === 'string' ? { type: guard } : guard }),
        ...(listOf(done).length > 0 && { actions: listOf(done).map(asAction) }),
      };
    });
  }

  /** One that leads nowhere is kept, so that somebody sees where it was to lead. */
  #target(value: Json, path: Path): Json {
    const [only, ...more] = listOf(value);
    if (typeof only !== 'string' || more.length > 0) return value;
    return this.#places.target(only, path) ?? only;
  }

  #event(name: string): string {
    if (isOwnToXState(name) || name.startsWith('clock.')) return name;
    const known = this.#eventIds.get(name);
    if (known !== undefined) return known;
    const id = idFor(name, this.#takenEvents, 'event');
    this.#eventIds.set(name, id);
    this.events.set(id, { label: { [this.#language]: name } });
    return id;
  }

  /** A number is a length in milliseconds; a name is the name of a delay that somebody has to say the length of. */
  #delay(name: string): string {
    const known = this.#delayIds.get(name);
    if (known !== undefined) return known;
    const ms = Number(name);
    const isLength = Number.isFinite(ms) && ms > 0;
    const id = idFor(isLength ? `after${name}` : name, this.#takenDelays, 'delay');
    this.#delayIds.set(name, id);
    if (isLength) this.delays.set(id, ms % 3_600_000 === 0 ? { hours: ms / 3_600_000 } : { minutes: ms / 60_000 });
    return id;
  }
}

/** Steps and stages need no name for what they are, and empty lists stand in many a saved file. */
const saysNothing = (key: string, value: Json): boolean =>
  (key === 'type' && (value === 'atomic' || value === 'compound')) ||
  (['tags', 'entry', 'exit', 'invoke'].includes(key) && Array.isArray(value) && value.length === 0);

/** Version 4 wrote as an event without a name what is "always" in version 5. */
function withAlways(node: JsonObject): JsonObject {
  if (!isObject(node.on) || node.on[''] === undefined) return node;
  const { on, always, ...others } = node;
  const { '': nameless, ...named } = node.on;
  return { ...others, ...(Object.keys(named).length > 0 && { on: named }), always: [...listOf(always), ...listOf(nameless)] };
}

const asAction = (action: Json): Json => (typeof action === 'string' ? { type: action } : action);

/** People read a title; a state that has none is called by its key. */
function titled({ meta }: JsonObject, title: { readonly [language: string]: string }): Json {
  if (meta === undefined) return { title };
  if (!isObject(meta) || isObject(meta.title)) return meta;
  const { title: said } = meta;
  return { ...meta, title: typeof said === 'string' ? Object.fromEntries(Object.keys(title).map((language) => [language, said])) : title };
}
