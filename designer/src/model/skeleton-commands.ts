import { ok, refuse } from '@redress/engine';
import type { Drawing, Recipes } from './command.ts';
import { copyOf, type Draft, fieldsOf, isFields, textOf, wordOf } from './loose-json.ts';
import { freeId } from './new-id.ts';
import { allPlaces } from './places.ts';
import { type Rename, renameInState } from './references.ts';
import { rowsOf } from './rows.ts';

export interface SkeletonPayloads {
  /** A whole procedure where nothing was drawn yet. It keeps its id, and its title in the languages in which it has one. */
  readonly 'skeleton.draw': { readonly drawn: object };
}

export const skeletonRecipes: Recipes<SkeletonPayloads> = {
  'skeleton.draw': (drawing, { drawn }) => {
    if (!isUntouched(drawing.definition)) return refuse({ code: 'not-here', element: '' });
    const { id: _id, title, machine, ...rest } = copyOf(fieldsOf(drawn));
    if (!isFields(machine)) return refuse({ code: 'not-ours' });
    for (const { id } of allPlaces(drawing.definition)) if (isFields(drawing.layout.steps)) delete drawing.layout.steps[id];
    delete drawing.definition.machine;
    renameInState(machine, freeSteps(drawing, machine));
    Object.assign(drawing.definition, rest, { title: { ...textOf(title), ...textOf(drawing.definition.title) }, machine });
    const first = firstStep(machine);
    return ok({ words: { id: 'edit.skeleton-draw', facts: {} }, target: '', ...(first === undefined ? {} : { chosen: [first] }) });
  },
};

/** Nobody has drawn anything yet: at most one step, without a way, a form or anything else of its own. */
export function isUntouched(definition: object): boolean {
  const { machine, ...parts } = fieldsOf(definition);
  const places = allPlaces(definition);
  const [only] = places;
  const ways = [machine, ...places.map(({ state }) => state)].flatMap((state) => [...rowsOf(definition, state)]);
  const isPlain = only === undefined || (only.state.type === undefined && only.state.entry === undefined && only.state.tags === undefined);
  const isBare = sectionsDrawn.every((section) => Object.keys(fieldsOf(parts[section])).length === 0);
  return places.length <= 1 && isPlain && ways.length === 0 && isBare && parts.start === undefined;
}

const sectionsDrawn = ['data', 'forms', 'events', 'delays', 'clocks', 'letters', 'decisions', 'services'] as const;

/** Steps whose ids were ever given away in this procedure get others: the histories of cases know steps by them. */
function freeSteps(drawing: Drawing, machine: Draft): Rename {
  const names = new Map<string, string>();
  for (const { id } of allPlaces({ machine })) names.set(id, freeId(drawing, 'steps', id, new Set(names.values())));
  return (kind, name) => (kind === 'step' ? (names.get(name) ?? name) : name);
}

/** Where a case begins, inside the stages that hold it. */
function firstStep(machine: Draft): string | undefined {
  let first: string | undefined;
  for (let here: unknown = machine; isFields(here); here = fieldsOf(here.states)[first]) {
    const next = wordOf(here.initial);
    if (next === undefined) break;
    first = next;
  }
  return first;
}
