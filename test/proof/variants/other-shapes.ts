import {
  type Draft,
  type DraftAction,
  type DraftRow,
  type DraftState,
  type DraftStates,
  eachActions,
  eachList,
  eachRow,
  endsOf,
  statesIn,
} from './draft.ts';

/** Other shapes of the same procedure, and things on the side that take nothing away. */
export const otherShapes: { readonly [variant: string]: (draft: Draft) => void } = {
  'one more stage stands around the work': (draft) => {
    around(draft, (work, initial) => ({ wholeWork: { id: 'wholeWork', meta: { title }, initial, states: work } }), 'wholeWork');
  },
  'the work is one of two tracks': (draft) => {
    const tracks = (work: DraftStates, initial: string): DraftStates => ({
      tracks: {
        id: 'tracks',
        type: 'parallel',
        meta: { title },
        states: {
          work: { id: 'work', meta: { title }, initial, states: work },
          aside: {
            id: 'aside',
            meta: { title },
            initial: 'asideDone',
            states: { asideDone: { id: 'asideDone', type: 'final', meta: { title } } },
          },
        },
      },
    });
    around(draft, tracks, 'tracks');
  },
  'a decision stands before each end': (draft) => {
    const ends = new Set(endsOf(draft));
    eachRow(draft, (row) => {
      if (row.target !== undefined && ends.has(row.target.slice(1))) row.target = `#to${row.target.slice(1)}`;
    });
    for (const end of ends) draft.machine.states[`to${end}`] = { id: `to${end}`, meta: { title }, always: [{ target: `#${end}` }] };
  },
  'each stage has the rows of all': ({ machine }) => {
    const moved = Object.entries(machine.on ?? {}).filter(([, rows]) => rows.length === 1 && rows[0]?.guard === undefined);
    for (const state of Object.values(machine.states))
      if (state.type !== 'final') state.on = { ...copy(Object.fromEntries(moved)), ...state.on };
    for (const [event] of moved) delete machine.on?.[event];
  },
  'letters are sent in two halves': (draft) => {
    const halved = new Set<string>();
    for (const [id, letter] of Object.entries(draft.letters)) {
      if (letter.blocks.length < 4) continue;
      const half = Math.ceil(letter.blocks.length / 2);
      draft.letters[second(id)] = { ...copy(letter), blocks: letter.blocks.splice(half) };
      halved.add(id);
    }
    const rest = ({ letter, to }: { letter: string; to?: string[] }): DraftAction => ({
      type: 'letter',
      params: { letter: second(letter), ...(to && { to }) },
    });
    eachActions(draft, (actions) => {
      for (const action of [...actions])
        if (action.type === 'letter' && halved.has(action.params.letter)) actions.push(rest(action.params));
    });
    for (const state of statesIn(draft.machine))
      if (state.invoke?.src === 'letter' && halved.has(state.invoke.input.letter))
        state.entry = [...(state.entry ?? []), rest(state.invoke.input)];
  },
  'forms have more sections': ({ forms }) => {
    for (const form of Object.values(forms))
      form.sections = form.sections.flatMap(({ fields, ...section }) => fields.map((field) => ({ ...copy(section), fields: [field] })));
  },
  'a row is split by a condition': (draft) => {
    const [field] = Object.keys(draft.data);
    eachList(draft, (rows, via) => {
      const [only] = rows;
      if (via !== 'on' || rows.length !== 1 || !only || only.guard || field === undefined) return rows;
      return [{ ...copy(only), guard: { type: 'if', params: { field, is: 'filled' } } }, only];
    });
  },
  'one more reminder before a deadline': (draft) => {
    draft.delays.nudge = { title, hours: 2 };
    for (const { invoke, after } of statesIn(draft.machine))
      if (invoke?.src === 'task' && after) after.nudge = [{ actions: [{ type: 'record', params: { record: 'nudge' } }] }];
  },
  'a file note can be added anywhere': (draft) => {
    draft.events.addFileNote = { label: title, by: [ownerOf(draft)], act: 'add-file-note' };
    draft.machine.on = { ...draft.machine.on, addFileNote: [{ actions: [{ type: 'record', params: { record: 'file-note' } }] }] };
  },
  'a task on the side before the work goes on': (draft) => {
    const first = firstTask(draft);
    const [late] = lateRows(first);
    const others = [...Object.values(first?.on ?? {}), ...Object.values(first?.after ?? {})].flat().filter((row) => row !== late);
    // Where the deadline leads elsewhere than the work, there is no side on which the task could stand.
    if (!first || !late?.target || !others.some(({ target }) => target === late.target)) return;
    draft.delays.fileBy = { title, hours: 4 };
    shorten(draft, first);
    draft.events.filed = { label: title };
    for (const rows of [...Object.values(first.on ?? {}), ...Object.values(first.after ?? {})])
      for (const row of rows) if (row.target === late.target) row.target = row === late ? row.target : '#filing';
    draft.machine.states.filing = {
      id: 'filing',
      meta: { title, owner: ownerOf(draft) },
      invoke: { src: 'task', input: { role: ownerOf(draft) } },
      on: { filed: [{ target: late.target }] },
      after: { fileBy: [copy(late)] },
    };
  },
  'advice can be asked once, and the work goes on where it was': (draft) => {
    const { machine } = draft;
    const first = firstTask(draft);
    const [late] = lateRows(first);
    const place = machine.states[machine.initial ?? '']?.states ?? machine.states;
    if (!first || !late || !Object.hasOwn(place, first.id)) return;
    draft.delays.adviseBy = { title, hours: 1 };
    shorten(draft, first);
    draft.roles.adviser = { title, party: 'provider', independent: true, competence: ['advice'] };
    draft.events.askAdvice = { label: title, by: [ownerOf(draft)] };
    draft.events.advised = { label: title };
    const inside = { [first.id]: first, wherever: { id: 'wherever', type: 'history', target: `#${first.id}`, meta: { title } } } as const;
    const asking = {
      id: 'asking',
      meta: { title },
      initial: first.id,
      states: { ...inside },
      on: { askAdvice: [{ target: '#advising' }] },
    };
    const initial = (machine.states[machine.initial ?? '']?.states ? machine.states[machine.initial ?? ''] : machine) ?? machine;
    delete place[first.id];
    place.asking = asking;
    initial.initial = 'asking';
    machine.states.advising = {
      id: 'advising',
      meta: { title, owner: ownerOf(draft), maxVisits: 1 },
      invoke: { src: 'task', input: { role: 'adviser' } },
      on: { advised: [{ target: '#wherever' }] },
      after: { adviseBy: [{ ...copy(late), target: '#wherever' }] },
    };
  },
};

const title = { en: 'On the side', fa: 'در کنار', pl: 'Na boku' };

const copy = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));
const second = (letter: string): string => `${letter}Second`;

/** The task that a case begins with. */
function firstTask({ machine }: Draft): DraftState | undefined {
  const begun = machine.states[machine.initial ?? ''];
  const first = begun?.states ? begun.states[begun.initial ?? ''] : begun;
  return first?.invoke?.src === 'task' ? first : undefined;
}

/** What comes on the side takes its time from the task before it: nothing that was promised is late. */
function shorten(draft: Draft, { after }: DraftState): void {
  draft.delays.shorter = { title, hours: 20 };
  for (const [delay, rows] of Object.entries(after ?? {}))
    if (after && draft.delays[delay]?.repeat !== true && rows.some(({ target }) => target !== undefined)) {
      after.shorter = rows;
      delete after[delay];
    }
}

/** Rows of a deadline that lead on. */
const lateRows = (step: DraftState | undefined): readonly DraftRow[] =>
  Object.values(step?.after ?? {}).flatMap((rows) => rows.filter(({ target, guard }) => target !== undefined && guard === undefined));

/** Somebody of the organisation who is always there. */
const ownerOf = ({ roles }: Draft): string =>
  Object.keys(roles).find((role) => role === 'processOwner') ??
  Object.entries(roles).find(([, { party, heldBy }]) => party !== 'complainant' && heldBy === undefined)?.[0] ??
  '';

/** What is no end of the case is put inside something; ends stay outside. */
function around({ machine }: Draft, put: (work: DraftStates, initial: string) => DraftStates, initial: string): void {
  const isEnd = ([, { type }]: [string, { type?: string }]): boolean => type === 'final';
  const all = Object.entries(machine.states);
  const work = Object.fromEntries(all.filter((each) => !isEnd(each)));
  machine.states = { ...put(work, machine.initial ?? ''), ...Object.fromEntries(all.filter(isEnd)) };
  machine.initial = initial;
}
