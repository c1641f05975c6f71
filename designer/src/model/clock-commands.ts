import { type JsonObject, ok, type Result, refuse, type Text } from '@redress/engine';
import type { Done, Drawing, EditRefusal, Recipes } from './command.ts';
import { dropUnused, makeDelay } from './delay-commands.ts';
import { copyOf, type Draft, fieldsOf, isFields, memberOf, textOf, wordOf } from './loose-json.ts';
import { newId } from './new-id.ts';
import { tagsInOrder } from './step-tags.ts';
import { usesOf } from './uses.ts';

/** When a clock starts, stops and rests: on entering a step with one of these tags, and while it is active. */
export const clockParts = ['starts', 'stops', 'pausesIn'] as const;
export type ClockPart = (typeof clockParts)[number];
export const clockMeanings = ['breach', 'accepted', 'refused'] as const;
export type ClockMeaning = (typeof clockMeanings)[number];

export interface ClockPayloads {
  /** A clock with a limit of its own; without tags from the first step to the last that serves the complaint. */
  readonly 'clock.add': {
    readonly title: Text;
    readonly kind?: 'law' | 'service';
    readonly length?: JsonObject;
    readonly starts?: readonly string[];
    readonly stops?: readonly string[];
  };
  /** Only one that nothing names; its limits go with it where nothing else needs them. */
  readonly 'clock.remove': { readonly clock: string };
  /** A law clock never rests: what it rested in goes. */
  readonly 'clock.kind': { readonly clock: string; readonly kind: 'law' | 'service' };
  readonly 'clock.limit': { readonly clock: string; readonly delay: string };
  readonly 'clock.tags': { readonly clock: string; readonly part: ClockPart; readonly tags: readonly string[] };
  /** Percent of the limit, from 1 to 99, in any order. */
  readonly 'clock.warn': { readonly clock: string; readonly at: readonly number[] };
  /** It can be extended, never without its letter; a new limit is twice the first, counted from the same start. */
  readonly 'clock.extend': { readonly clock: string; readonly letter?: string; readonly times?: number; readonly delay?: string };
  readonly 'clock.unextend': { readonly clock: string };
  /** What it means when it runs out. */
  readonly 'clock.means': { readonly clock: string; readonly means?: ClockMeaning };
  /** The law or promise it comes from. */
  readonly 'clock.source': { readonly clock: string; readonly source: string };
}

export const clockRecipes: Recipes<ClockPayloads> = {
  'clock.add': (drawing, { title, kind = 'service', length = { days: 30 }, starts, stops }) => {
    const tags = tagsInOrder(drawing.definition).filter((tag) => tag.startsWith('stage:'));
    const from = starts ?? tags.slice(0, 1);
    const to = stops ?? tags.filter((tag) => !from.includes(tag)).slice(-1);
    const clock = newId(drawing, 'clocks', title, kind === 'law' ? 'lawClock' : 'ownClock');
    const limit = makeDelay(drawing, length, { fallback: clock });
    memberOf(drawing.definition, 'clocks')[clock] = { title: { ...title }, kind, limit, starts: [...from], stops: [...to] };
    return done(drawing, 'edit.clock-add', clock, '', [`clock:${clock}`]);
  },

  'clock.remove': (drawing, { clock }) => {
    const found = clockIn(drawing, clock);
    if (!found.ok) return found;
    const uses = usesOf(drawing.definition, 'clock', clock);
    if (uses.length > 0) return refuse({ code: 'in-use', element: `clock:${clock}`, uses });
    const limits = [found.value.limit, fieldsOf(found.value.extension).limit];
    const words = done(drawing, 'edit.clock-remove', clock, '', ['']);
    delete memberOf(drawing.definition, 'clocks')[clock];
    for (const limit of limits) if (typeof limit === 'string') dropUnused(drawing, limit);
    return words;
  },

  'clock.kind': (drawing, { clock, kind }) => {
    const found = clockIn(drawing, clock);
    if (!found.ok) return found;
    found.value.kind = kind;
    if (kind === 'law') delete found.value.pausesIn;
    return done(drawing, 'edit.clock-kind', clock, 'kind');
  },

  'clock.limit': (drawing, { clock, delay }) => {
    const found = clockIn(drawing, clock);
    if (!found.ok) return found;
    if (!isFields(fieldsOf(drawing.definition.delays)[delay])) return refuse({ code: 'no-such-element', element: `delay:${delay}` });
    found.value.limit = delay;
    return done(drawing, 'edit.clock-limit', clock, 'limit');
  },

  'clock.tags': (drawing, { clock, part, tags }) => {
    const found = clockIn(drawing, clock);
    if (!found.ok) return found;
    if (part === 'pausesIn' && found.value.kind === 'law') return refuse({ code: 'not-here', element: `clock:${clock}` });
    if (part === 'pausesIn' && tags.length === 0) delete found.value.pausesIn;
    else found.value[part] = [...new Set(tags)];
    return done(drawing, tagWords[part], clock, part);
  },

  'clock.warn': (drawing, { clock, at }) => {
    const found = clockIn(drawing, clock);
    if (!found.ok) return found;
    const shares = [...new Set(at)].sort((one, other) => one - other);
    if (shares.some((share) => !Number.isInteger(share) || share < 1 || share > 99))
      return refuse({ code: 'not-here', element: `clock:${clock}` });
    if (shares.length === 0) delete found.value.warnAt;
    else found.value.warnAt = shares;
    return done(drawing, 'edit.clock-warn', clock, 'warnAt');
  },

  'clock.extend': (drawing, { clock, letter, times, delay }) => {
    const found = clockIn(drawing, clock);
    if (!found.ok) return found;
    const { extension: was } = found.value;
    if (!isFields(was) && letter === undefined) return refuse({ code: 'not-here', element: `clock:${clock}` });
    if (delay !== undefined && !isFields(fieldsOf(drawing.definition.delays)[delay]))
      return refuse({ code: 'no-such-element', element: `delay:${delay}` });
    if (!isFields(was)) {
      const limit = fieldsOf(fieldsOf(drawing.definition.delays)[wordOf(found.value.limit) ?? '']);
      found.value.extension = {
        limit: delay ?? makeDelay(drawing, twice(limit), { fallback: `${clock}Extended` }),
        times: times ?? 1,
        letter,
      };
      return done(drawing, 'edit.clock-extend', clock, 'extension');
    }
    const extension = memberOf(found.value, 'extension');
    if (letter !== undefined) extension.letter = letter;
    if (times !== undefined) extension.times = times;
    if (delay !== undefined) extension.limit = delay;
    return done(drawing, 'edit.clock-extend', clock, 'extension');
  },

  'clock.unextend': (drawing, { clock }) => {
    const found = clockIn(drawing, clock);
    if (!found.ok) return found;
    const limit = fieldsOf(found.value.extension).limit;
    delete found.value.extension;
    if (typeof limit === 'string') dropUnused(drawing, limit);
    return done(drawing, 'edit.clock-unextend', clock, 'extension');
  },

  'clock.means': (drawing, { clock, means }) => {
    const found = clockIn(drawing, clock);
    if (!found.ok) return found;
    if (means === undefined) delete found.value.expiryMeans;
    else found.value.expiryMeans = means;
    return done(drawing, 'edit.clock-means', clock, 'expiryMeans');
  },

  'clock.source': (drawing, { clock, source }) => {
    const found = clockIn(drawing, clock);
    if (!found.ok) return found;
    if (source === '') delete found.value.source;
    else found.value.source = source;
    return done(drawing, 'edit.clock-source', clock, 'source');
  },
};

const tagWords = { starts: 'edit.clock-starts', stops: 'edit.clock-stops', pausesIn: 'edit.clock-rests' } as const;
type ClockWords =
  | (typeof tagWords)[ClockPart]
  | 'edit.clock-add'
  | 'edit.clock-remove'
  | 'edit.clock-kind'
  | 'edit.clock-limit'
  | 'edit.clock-warn'
  | 'edit.clock-extend'
  | 'edit.clock-unextend'
  | 'edit.clock-means'
  | 'edit.clock-source';

function clockIn(drawing: Drawing, clock: string): Result<Draft, EditRefusal> {
  const { clocks } = drawing.definition;
  const found = isFields(clocks) && Object.hasOwn(clocks, clock) ? clocks[clock] : undefined;
  return isFields(found) ? ok(found) : refuse({ code: 'no-such-element', element: `clock:${clock}` });
}

/** The same length doubled where it is a plain number; what is computed is doubled by its bound alone. */
function twice(length: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { title: _title, atMost: _bound, ...rest } = length;
  const numbers = Object.entries(rest).filter(([, amount]) => typeof amount === 'number');
  if (numbers.length === 0) return { days: 60 };
  return copyOf(Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, typeof value === 'number' ? value * 2 : value])));
}

function done(drawing: Drawing, id: ClockWords, clock: string, part: string, chosen?: readonly string[]): Result<Done, EditRefusal> {
  const title = textOf(fieldsOf(fieldsOf(drawing.definition.clocks)[clock]).title);
  const name = Object.keys(title).length > 0 ? title : clock;
  return ok({ words: { id, facts: { name } }, target: `clock:${clock} ${part}`, ...(chosen ? { chosen } : {}) });
}
