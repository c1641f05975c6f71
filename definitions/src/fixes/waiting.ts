import { type Draft, type DraftState, freeId, rowsIn, rowsUnder, spotOf, spots } from './draft.ts';
import type { Edit } from './edit.ts';
import { rolesFor, stepsLike, titleOf } from './material.ts';
import { tellOn } from './telling.ts';

/** A deadline with a way on, to each of the steps that the step leads to anyway; who is above hears of it, and the complainant where there is one. */
export function deadlines(draft: Draft, step: string): readonly Edit[] {
  const state = spotOf(draft, step)?.state;
  if (!state) return [];
  const targets = new Set(rowsIn(state).flatMap(({ target }) => target ?? []));
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
      rows.push(row);
      return true;
    },
  }));
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
export function longer(step: string, days: number): Edit {
  return {
    act: 'longer',
    facts: { state: step, days },
    write: (draft) => {
      const state = spotOf(draft, step)?.state;
      const [delay] = Object.keys(state?.after ?? {}).filter((id) => draft.delays[id]?.repeat !== true);
      if (!state?.after || delay === undefined) return false;
      const id = freeId(Object.keys(draft.delays), `${step}By`);
      draft.delays[id] = { title: titleOf(state, draft), days };
      const { [delay]: rows = [], ...rest } = state.after;
      state.after = { ...rest, [id]: rows };
      return true;
    },
  };
}
