import type { CompiledState } from '../compiled.ts';
import { own } from '../own.ts';
import { type Findings, found } from './found.ts';
import type { RowList, Survey } from './survey.ts';
import { mayEnter } from './ways.ts';

/** Clocks: `clock-tag-on-no-step`, `clock-has-no-extension`, `clock-starts-late`, `clock-limit-open`. */
export function* findClocks(survey: Survey): Findings {
  const { definition, places, actions } = survey;
  const tags = new Set(places.flatMap((place) => [...place.tags]));
  for (const [id, clock] of Object.entries(definition.clocks)) {
    for (const part of ['starts', 'stops', 'pausesIn'] as const) {
      for (const [index, tag] of (clock[part] ?? []).entries())
        if (!tags.has(tag)) yield found('clock-tag-on-no-step', `/clocks/${id}/${part}/${index}`, { tag });
    }
    const limits = { limit: clock.limit, 'extension/limit': clock.extension?.limit };
    for (const [part, limit] of Object.entries(limits)) {
      const delay = limit === undefined ? undefined : own(definition.delays, limit);
      // What a clock has left, or what comes again and again, limits nothing.
      if (delay?.remaining !== undefined || delay?.repeat) yield found('clock-limit-open', `/clocks/${id}/${part}`, { delay: limit ?? '' });
    }
  }
  for (const { action, at } of actions) {
    if (action.type !== 'clock' || action.params.do !== 'extend') continue;
    const clock = own(definition.clocks, action.params.clock);
    if (clock && !clock.extension) yield found('clock-has-no-extension', `${at}/params/clock`, { clock: action.params.clock });
  }
  yield* findLateStarts(survey);
}

/** A timer of what a clock has left, on a step that can be reached before the clock has started. */
function* findLateStarts(survey: Survey): Findings {
  const { definition, lists } = survey;
  const reached = new Map<string, ReadonlySet<string>>();
  for (const { via, name, at, source } of lists) {
    const id = via === 'after' ? own(definition.delays, name)?.remaining : undefined;
    const clock = id === undefined ? undefined : own(definition.clocks, id);
    if (id === undefined || !clock) continue;
    const before = reached.get(id) ?? reachedWithout(clock.starts, survey);
    reached.set(id, before);
    if (before.has(source)) yield found('clock-starts-late', at, { clock: id, step: source, starts: clock.starts });
  }
}

/** Steps and stages that can be active while none with one of the tags has been entered yet. Conditions may hold or not. */
function reachedWithout(starts: readonly string[], survey: Survey): ReadonlySet<string> {
  const { definition, states, lists } = survey;
  const reached = new Set<string>();
  const open: string[] = [];
  const enter = (entered: readonly CompiledState[]): void => {
    if (entered.some((state) => starts.some((tag) => state.tags.has(tag)))) return;
    for (const { id } of entered) {
      if (!reached.has(id)) open.push(id);
      reached.add(id);
    }
  };
  const { initial } = definition.machine;
  for (const id of initial === undefined ? Object.keys(definition.machine.states) : [initial])
    enter(mayEnter({ target: `#${id}` }, '', survey));
  const rows = new Map<string, RowList[]>();
  for (const list of lists) rows.set(list.source, [...(rows.get(list.source) ?? []), list]);
  const followed = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    // Rows of the root are only taken from a step that was entered.
    for (const source of [id, ...(states.get(id)?.around ?? []), ''].filter((state) => !followed.has(state))) {
      followed.add(source);
      for (const list of rows.get(source) ?? []) for (const row of list.rows) enter(mayEnter(row, source, survey));
    }
  }
  return reached;
}
