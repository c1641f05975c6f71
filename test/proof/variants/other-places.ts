import { type Draft, type DraftAction, type DraftRow, type DraftState, eachActions, eachRow, endsOf, statesIn } from './draft.ts';

/** The same is done at another place of the same move: nobody hears, files or knows anything later than before. */
export const otherPlaces: { readonly [variant: string]: (draft: Draft) => void } = {
  'letters of a step go out on each way into it': (draft) => {
    for (const state of statesIn(draft.machine)) {
      const letters = (state.entry ?? []).filter((action) => isLetterAnywhere(action, draft));
      const into = waysInto(state, draft);
      if (letters.length === 0 || !into) continue;
      for (const row of into) row.actions = [...(row.actions ?? []), ...copy(letters)];
      without(state, letters);
    }
  },
  'a stage around a step sends its letters': (draft) => {
    for (const inside of [draft.machine, ...statesIn(draft.machine)])
      for (const [id, state] of Object.entries(inside.states ?? {})) {
        const letters = (state.entry ?? []).filter((action) => action.type === 'letter');
        const isEnd = state.type === 'final';
        if (letters.length === 0 || state.states || isEnd || id === draft.home || inside.type === 'parallel') continue;
        without(state, letters);
        const stage = `${id}Stage`;
        if (inside.states) inside.states[stage] = { id: stage, meta: { title }, entry: letters, initial: id, states: { [id]: state } };
        delete inside.states?.[id];
        if (inside.initial === id) inside.initial = stage;
        eachRow(draft, (row) => {
          if (row.target === `#${id}` && !row.reenter) row.target = `#${stage}`;
        });
      }
  },
  'the letter about the closing goes out with the end': (draft) => {
    for (const state of statesIn(draft.machine)) {
      if (!state.tags?.includes('stage:closure') || !isLetterStep(state)) continue;
      const letters = state.entry ?? [];
      const ends = waysOut(state).filter(({ target }) => endsOf(draft).includes(target?.slice(1) ?? ''));
      for (const row of ends) row.actions = [...(row.actions ?? []), ...copy(letters)];
      delete state.entry;
    }
  },
  'what is filed at the end is filed by the end': (draft) => {
    if (draft.kind !== 'complaint') return;
    for (const end of endsOf(draft)) {
      const into = statesIn(draft.machine)
        .flatMap(waysOut)
        .filter(({ target }) => target === `#${end}`);
      const files = into.flatMap(({ actions }) => (actions ?? []).filter((action) => action.type === 'record'));
      const state = draft.machine.states[end];
      if (files.length === 0 || !state || !state.tags?.some((tag) => tag.endsWith('resolved'))) continue;
      for (const row of into) row.actions = (row.actions ?? []).filter((action) => action.type !== 'record');
      state.entry = [...(state.entry ?? []), ...files.slice(0, 1)];
    }
  },
  'a condition chooses where a case starts': (draft) => {
    const { machine } = draft;
    const [field] = Object.keys(draft.data);
    if (machine.initial === undefined || field === undefined) return;
    const target = `#${machine.initial}`;
    machine.states.gate = {
      id: 'gate',
      meta: { title },
      always: [{ guard: { type: 'if', params: { field, is: 'filled' } }, target }, { target }],
    };
    machine.initial = 'gate';
  },
  'constants are formulas': (draft) =>
    eachActions(draft, (actions) => {
      for (const action of actions) {
        if (action.type !== 'set') continue;
        const params: object = action.params;
        for (const [field, value] of Object.entries(params))
          if (typeof value === 'boolean' || typeof value === 'number') Object.assign(params, { [field]: `= ${value}` });
      }
    }),
};

const title = { en: 'Elsewhere', fa: 'جای دیگر', pl: 'Gdzie indziej' };
const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

const isLetterStep = ({ entry = [] }: DraftState): boolean => entry.length > 0 && entry.every(({ type }) => type === 'letter');

/** On a row `{step…}` is the step that is left: letters that name it stay where they are. */
const isLetterAnywhere = (action: DraftAction, { letters }: Draft): boolean =>
  action.type === 'letter' && !JSON.stringify(letters[action.params.letter]).includes('{step.');

function without(state: DraftState, actions: readonly DraftAction[]): void {
  state.entry = (state.entry ?? []).filter((action) => !actions.includes(action));
  if (state.entry.length === 0) delete state.entry;
}

const waysOut = ({ on, after, always, onDone, invoke }: DraftState): readonly DraftRow[] => [
  ...[on, after].flatMap((lists) => Object.values(lists ?? {}).flat()),
  ...(always ?? []),
  ...(onDone ?? []),
  ...(invoke && 'onDone' in invoke ? invoke.onDone : []),
];

/** All rows that lead to a step; nothing where a case may come in by a stage or at the start. */
function waysInto({ id, states }: DraftState, draft: Draft): readonly DraftRow[] | undefined {
  const all = [draft.machine, ...statesIn(draft.machine)];
  if (states || all.some(({ initial }) => initial === id)) return undefined;
  const rows: DraftRow[] = [];
  eachRow(draft, (row) => {
    if (row.target === `#${id}`) rows.push(row);
  });
  return rows.length > 0 ? rows : undefined;
}
