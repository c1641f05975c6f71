import { copyOf, type Draft, type DraftState, freeId, rowsIn, rowsUnder, spotOf, spots } from './draft.ts';
import type { Edit } from './edit.ts';
import { rolesFor, stepsLike, titleOf } from './material.ts';
import { tellOn } from './telling.ts';
import { unreached } from './unreached.ts';

/**
 * A deadline with a way on, to each of the steps that the step leads to anyway, or that nothing leads to any more, or where other deadlines lead; who is
 * above hears of it, and the complainant where there is one. Where a case closes, the closing is filed.
 */
export function deadlines(draft: Draft, step: string): readonly Edit[] {
  const state = spotOf(draft, step)?.state;
  if (!state) return [];
  const targets = new Set([
    ...rowsIn(state).flatMap(({ target }) => target ?? []),
    ...unreached(draft).map((id) => `#${id}`),
    ...usualTargets(draft).filter((target) => target !== `#${step}`),
  ]);
  return [...targets].map((target) => ({
    act: 'deadline',
    facts: { state: step, to: target.slice(1) },
    write: (writing) => {
      const here = spotOf(writing, step)?.state;
      if (!here) return false;
      const rows = rowsUnder(here, 'after', delayFor(writing, here));
      const row: (typeof rows)[number] = { target };
      for (const to of ['processOwner', 'complainant'])
        if (rolesFor(to, writing).length > 0) tellOn(writing, row, here, { to, contents: [] });
      if (here.tags?.includes('stage:closure'))
        row.actions = [...(row.actions ?? []), { type: 'record', params: { record: 'closure-record' } }];
      rows.push(row);
      return true;
    },
  }));
}

/** Where the deadlines of a procedure lead the most often. */
export function usualTargets(draft: Draft): readonly string[] {
  const counts = new Map<string, number>();
  for (const { state } of spots(draft))
    for (const { target } of Object.values(state.after ?? {}).flat())
      if (target !== undefined) counts.set(target, (counts.get(target) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).flatMap(([target], index) => (index < 4 ? [target] : []));
}

/** A length that is there and that nothing uses; else as long as a step with the same purpose has in ours; else a week. */
function delayFor(draft: Draft, state: DraftState): string {
  const used = new Set(spots(draft).flatMap(({ state: each }) => Object.keys(each.after ?? {})));
  const idle = Object.keys(draft.delays).find((id) => !used.has(id) && draft.delays[id]?.repeat === undefined && !isLimit(draft, id));
  if (idle !== undefined) return idle;
  const id = freeId(Object.keys(draft.delays), `${state.id}By`);
  const stage = state.tags?.find((tag) => tag.startsWith('stage:'))?.slice('stage:'.length);
  const like = stage === undefined ? [] : stepsLike(stage, draft);
  const ready = like.flatMap(({ state: ours, source }) =>
    Object.keys(ours.after ?? {}).flatMap((delay) => {
      const { title: _, remaining, until, repeat, ...length } = source.delays[delay] ?? { repeat: true };
      return remaining !== undefined || until !== undefined || repeat ? [] : [length];
    }),
  )[0];
  draft.delays[id] = { title: titleOf(state, draft), ...(ready ?? { days: 7 }) };
  return id;
}
const isLimit = (draft: Draft, delay: string): boolean =>
  Object.values(draft.clocks).some(({ limit, extension }) => limit === delay || extension?.limit === delay);

/** The complainant hears every ten days how far it is. */
export function updates(step: string): Edit {
  return {
    act: 'updates',
    facts: { state: step },
    write: (draft) => {
      const state = spotOf(draft, step)?.state;
      if (!state) return false;
      let delay = Object.keys(draft.delays).find((id) => draft.delays[id]?.repeat === true);
      if (delay === undefined) {
        delay = freeId(Object.keys(draft.delays), 'updateEvery');
        draft.delays[delay] = { title: titleOf(state, draft), days: 10, repeat: true };
      }
      const rows = rowsUnder(state, 'after', delay);
      const row = rows[0] ?? {};
      if (rows.length === 0) rows.push(row);
      return tellOn(draft, row, state, { to: 'complainant', contents: ['progress'] });
    },
  };
}

/** The step waits at least so many days. */
export const longer = (step: string, days: number): Edit => ({
  act: 'longer',
  facts: { state: step, days },
  write: (draft) => lasts(draft, step, days),
});

/** How much of its time a step may lose at most to a promise of the whole: a wait of two weeks does not become one of a day. */
const lossMost = 0.5;

/**
 * Whoever works on the case gives back on the slowest way what it takes too long, the longest step first: we, and the outside body. Whoever only has to
 * answer has no less time for it, and where half of the time is not enough, something else is wrong.
 */
export function sooner(waits: readonly { readonly step: string; readonly days: number }[], excess: number): readonly Edit[] {
  const visits = new Map<string, number>();
  for (const { step } of waits) visits.set(step, (visits.get(step) ?? 0) + 1);
  const lengths = new Map<string, number>();
  let left = excess;
  for (const { step, days } of [...waits].sort((one, other) => other.days - one.days)) {
    if (left <= 0 || lengths.has(step)) continue;
    const times = visits.get(step) ?? 1;
    const length = Math.max(Math.ceil(days * lossMost), Math.floor(days - left / times));
    if (length >= days || length < 1) continue;
    lengths.set(step, length);
    left -= (days - length) * times;
  }
  const [first] = lengths;
  if (left > 0 || !first) return [];
  return [
    {
      act: 'shorter',
      facts: { state: first[0], days: first[1], missing: [...lengths.keys()] },
      write: (draft) => [...lengths].every(([step, days]) => lasts(draft, step, days, true)),
    },
  ];
}

/** The deadline of the step by which it is left, at so many days. */
function lasts(draft: Draft, step: string, days: number, isShorter = false): boolean {
  const state = spotOf(draft, step)?.state;
  const delay = Object.entries(state?.after ?? {}).find(
    ([id, rows]) => draft.delays[id]?.repeat !== true && rows.some(({ target }) => target !== undefined),
  )?.[0];
  if (!state?.after || delay === undefined) return false;
  const id = freeId(Object.keys(draft.delays), `${step}By`);
  const title = titleOf(state, draft);
  const { atMost, ...length } = draft.delays[delay] ?? {};
  // What a field of the case decides stays so, within less.
  draft.delays[id] = isShorter && atMost ? { ...copyOf(length), title, atMost: { days } } : { title, days };
  const { [delay]: rows = [], ...rest } = state.after;
  state.after = { ...rest, [id]: rows };
  return true;
}
