import { pathOf } from '@redress/engine';
import type { DesignDocument } from './document.ts';
import { isFields } from './loose-json.ts';
import { isContainer, type Patch } from './patch.ts';
import { allPlaces, placesOf, statesOnPath } from './places.ts';
import { type ElementId, sections } from './property-commands.ts';

/** What an edit touches, by element: a step, `role:handler`, `layout:assessing`, `note:note1`, `scenario:late`, `gap:end:closed`; empty: the procedure. */
export interface Touches {
  readonly changed: readonly ElementId[];
  /** Of these, what is gone. */
  readonly removed: readonly ElementId[];
  /** Of these, what went to another place. */
  readonly moved: readonly ElementId[];
  /** What must stay for the edit to make sense: the stages around a new place, the steps that rows lead to from now on. */
  readonly leansOn: readonly ElementId[];
}

/** What patches touch in the document they were made for. A stage that goes takes what is inside with it. */
export function touchesOf(patches: readonly Patch[], before: DesignDocument): Touches {
  const changed = new Set<ElementId>();
  const removed = new Set<ElementId>();
  const moved = new Set<ElementId>();
  const leansOn = new Set<ElementId>();
  for (const patch of patches) {
    const path = pathOf(patch.at);
    const [root, ...inside] = path;
    const chain = root === 'definition' ? statesOnPath(inside) : [];
    const last = chain.at(-1);
    const isStep = last !== undefined && inside.length === 1 + 2 * chain.length;
    if (isStep && patch.op !== 'put') for (const around of chain.slice(0, -1)) leansOn.add(around);
    if (isStep && patch.op === 'remove') {
      const state = placesOf(before.definition).get(last)?.state;
      const gone = [last, ...allPlaces({ machine: state }).map(({ id }) => id)];
      for (const id of gone) changed.add(id).has(id) && removed.add(id);
    } else for (const id of elementsAt(path, last)) changed.add(id);
    if (isStep && patch.op === 'move') moved.add(last);
    if (root === 'definition' && 'value' in patch) {
      for (const id of targetsIn(patch.value)) leansOn.add(id);
      if (inside.at(-1) === 'initial' && typeof patch.value === 'string') leansOn.add(patch.value);
    }
  }
  return { changed: [...changed], removed: [...removed], moved: [...moved], leansOn: [...leansOn] };
}

/** The elements over which two edits quarrel, if they were made without knowing of each other. */
export function quarrelOf(one: Touches, other: Touches): readonly ElementId[] {
  const both = (left: readonly string[], right: readonly string[]) => left.filter((id) => right.includes(id));
  const round = both(one.moved, other.leansOn).length > 0 && both(other.moved, one.leansOn).length > 0;
  const found = [
    ...both(one.changed, other.changed),
    ...both(one.removed, other.leansOn),
    ...both(other.removed, one.leansOn),
    ...(round ? [...one.moved, ...other.moved] : []),
  ];
  return [...new Set(found)];
}

function elementsAt(path: readonly string[], step: string | undefined): readonly ElementId[] {
  const [root, part = '', id] = path;
  if (isContainer(path) || (root === 'layout' && part === 'retired')) return [];
  if (root === 'layout') return id === undefined ? ['layout:'] : [part === 'notes' ? `note:${id}` : `layout:${id}`];
  if (root === 'scenarios') return [id === undefined ? 'scenario:' : `${part === 'gaps' ? 'gap' : 'scenario'}:${id}`];
  if (step !== undefined) return [step];
  const section = Object.entries(sections).find(([, name]) => name === part)?.[0];
  return section === undefined || id === undefined ? [''] : [`${section}:${id}`];
}

function targetsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.startsWith('#') ? [value.slice(1)] : [];
  if (Array.isArray(value)) return value.flatMap(targetsIn);
  return isFields(value) ? Object.values(value).flatMap(targetsIn) : [];
}
