import { type Draft, type DraftStates, eachActions, eachRow, renamedKeys, statesIn } from './draft.ts';

/** Other ids and other words for the same: nothing that a case does or tells changes. */
export const otherWords: { readonly [variant: string]: (draft: Draft) => void } = {
  'steps have other ids': (draft) => {
    const { machine } = draft;
    const known = new Set(statesIn(machine).map(({ id }) => `#${id}`));
    const inside = (states: DraftStates): DraftStates =>
      Object.fromEntries(
        Object.entries(states).map(([id, state]) => [
          other(id),
          {
            ...state,
            id: other(id),
            ...(state.initial !== undefined && { initial: other(state.initial) }),
            ...(state.states && { states: inside(state.states) }),
          },
        ]),
      );
    if (machine.initial !== undefined) machine.initial = other(machine.initial);
    machine.states = inside(machine.states);
    renameWords(draft, ['target', 'step', 'in', 'home'], (word) => (known.has(word) || known.has(`#${word}`) ? other(word) : word));
  },
  'events have other ids': (draft) => {
    for (const [id, event] of Object.entries(draft.events)) event.act ??= kebab(id);
    const name = (event: string): string => (event.includes('.') ? event : other(event));
    draft.events = renamedKeys(draft.events, name);
    for (const state of [draft.machine, ...statesIn(draft.machine)]) if (state.on) state.on = renamedKeys(state.on, name);
    eachActions(draft, (actions) => {
      for (const action of actions) if (action.type === 'send') action.params.event = other(action.params.event);
    });
  },
  'roles have other ids': (draft) => {
    // Whoever has no competence is known by the id alone, and so is the owner of the procedure where its competence is another.
    const name = (role: string): string => {
      const known = draft.roles[role];
      const isToldByMore =
        known?.heldBy !== undefined ||
        (role === 'processOwner' ? known?.competence?.includes('process-management') === true : (known?.competence ?? []).length > 0);
      return isToldByMore ? other(role) : role;
    };
    renameWords(draft, ['role', 'by', 'visibleTo', 'excludes', 'owner', 'to'], name);
    draft.roles = renamedKeys(draft.roles, name);
  },
  'delays have other ids': (draft) => {
    const known = new Set(Object.keys(draft.delays));
    renameWords(draft, ['limit', 'due', 'target'], (word) => (known.has(word) ? other(word) : word));
    draft.delays = renamedKeys(draft.delays, other);
    for (const state of statesIn(draft.machine)) if (state.after) state.after = renamedKeys(state.after, other);
  },
  'letters have other ids': (draft) => {
    renameWords(draft, ['letter'], (word) => (Object.hasOwn(draft.letters, word) ? other(word) : word));
    draft.letters = renamedKeys(draft.letters, other);
  },
  'forms have other ids': (draft) => {
    renameWords(draft, ['form'], (word) => (Object.hasOwn(draft.forms, word) ? other(word) : word));
    draft.forms = renamedKeys(draft.forms, other);
  },
  'everything has other titles': (draft) =>
    visit(draft, (bag) => {
      if (typeof bag.title === 'object') bag.title = { en: 'T', fa: 'ت', pl: 'T' };
      if (typeof bag.label === 'object') bag.label = { en: 'L', fa: 'ل', pl: 'L' };
    }),
  'steps, events and letters stand in another order': (draft) => {
    const turned = <Value>(bag: { [key: string]: Value }): { [key: string]: Value } => Object.fromEntries(Object.entries(bag).reverse());
    const inside = (states: DraftStates): DraftStates => {
      for (const state of Object.values(states)) if (state.states) state.states = inside(state.states);
      return turned(states);
    };
    // Tracks take their turns in the order in which they stand.
    const isParallel = statesIn(draft.machine).some(({ type }) => type === 'parallel');
    if (!isParallel) draft.machine.states = inside(draft.machine.states);
    for (const state of [draft.machine, ...statesIn(draft.machine)]) if (state.on) state.on = turned(state.on);
    draft.events = turned(draft.events);
    draft.letters = turned(draft.letters);
    draft.roles = turned(draft.roles);
  },
  'lengths are in hours': ({ delays }) => {
    for (const delay of Object.values(delays)) {
      if (typeof delay.days !== 'number' || delay.ends !== undefined) continue;
      delay.hours = delay.days * 24;
      delete delay.days;
    }
  },
  'conditions are formulas': (draft) =>
    eachRow(draft, ({ guard }) => {
      const asked: unknown = guard?.params;
      if (guard && isAboutNull(asked)) guard.params = { feel: `${asked.field} ${asked.is === 'filled' ? '!=' : '='} null` };
      if (!guard || !isComparison(asked)) return;
      guard.params = { feel: `${asked.field} != null and ${asked.field} ${asked.is} ${JSON.stringify(asked.value)}` };
    }),
};

const other = (word: string): string => `${word}Other`;
const kebab = (id: string): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const isComparison = (asked: unknown): asked is { readonly field: string; readonly is: string; readonly value: unknown } =>
  typeof asked === 'object' && asked !== null && 'is' in asked && (asked.is === '=' || asked.is === '>=') && !('as' in asked);

const isAboutNull = (asked: unknown): asked is { readonly field: string; readonly is: string } =>
  typeof asked === 'object' && asked !== null && 'is' in asked && (asked.is === 'filled' || asked.is === 'empty');

type Bag = { [key: string]: unknown };
function visit(value: unknown, change: (bag: Bag) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) change(value as Bag);
  Object.values(value).forEach((each) => {
    visit(each, change);
  });
}

/** Words that stand under one of these keys, alone or in a list. */
function renameWords(inside: object, keys: readonly string[], name: (word: string) => string): void {
  visit(inside, (bag) => {
    for (const key of keys) {
      const word = bag[key];
      if (typeof word === 'string') bag[key] = name(word);
      else if (Array.isArray(word)) bag[key] = word.map((each: unknown) => (typeof each === 'string' ? name(each) : each));
    }
  });
}
