import { ok, type Result, refuse, type Text } from '@redress/engine';
import type { Done, Drawing, EditRefusal, Recipes } from './command.ts';
import { rowIn, stepIn, titleOf, wantStep } from './drawing.ts';
import { changeKind } from './kind-change.ts';
import { type Draft, fieldsOf, isFields, memberOf, placeKey } from './loose-json.ts';
import { newId } from './new-id.ts';
import { allPlaces, placesOf } from './places.ts';
import { type RowAddress, targetsOf } from './rows.ts';
import type { ElementKind } from './step-kind.ts';
import { skeleton } from './step-skeleton.ts';

interface NewStep {
  readonly kind: ElementKind;
  readonly title: Text;
  readonly role?: string;
  /** Words of its first button. */
  readonly outcome?: Text;
}
export interface StepPayloads {
  /** Into a stage (empty: the procedure), before a sibling or last; `from`: the row that leads to it from now on. */
  readonly 'step.add': NewStep & { readonly into?: string; readonly before?: string; readonly from?: RowAddress };
  /** Into an arrow: the row leads to the new step, and the new step to where the row led. */
  readonly 'step.insert': NewStep & { readonly row: RowAddress };
  /** With everything inside. What led to them stays open. */
  readonly 'step.remove': { readonly ids: readonly string[] };
  /** Before a sibling or last, into the same stage or another one. Every reference to them stays. */
  readonly 'step.move': { readonly ids: readonly string[]; readonly into: string; readonly before?: string };
  /** Where nothing is lost by it. */
  readonly 'step.kind': { readonly step: string; readonly kind: ElementKind };
  /** Where the procedure (empty) or a stage begins. */
  readonly 'start.set': { readonly stage: string; readonly step: string };
}

export const stepRecipes: Recipes<StepPayloads> = {
  'step.add': (drawing, { into, before, from, ...step }) => {
    const row = from === undefined ? undefined : rowIn(drawing, from);
    if (row && !row.ok) return row;
    const source = row ? placesOf(drawing.definition).get(row.value.step) : undefined;
    const parent = into ?? source?.parent ?? '';
    const holder = holderIn(drawing, parent);
    if (!holder.ok) return holder;
    const id = newId(drawing, 'steps', step.title, step.kind === 'stage' ? 'stage' : 'newStep');
    const sibling = before ?? (source?.parent === parent ? after(holder.value, source.id) : endsFrom(holder.value, step.kind));
    const next = step.kind === 'history' ? beginningOf(drawing, parent) : undefined;
    placeIn(drawing, parent, { id, state: skeleton(drawing, { ...step, id, next }), before: sibling });
    if (row) row.value.draft.target = `#${id}`;
    return ok({ words: { id: 'edit.step-add', facts: { name: step.title } }, target: id, chosen: [id] });
  },

  'step.insert': (drawing, { row: address, ...step }) => {
    const row = rowIn(drawing, address);
    if (!row.ok) return row;
    const [target, ...more] = targetsOf(row.value.draft);
    if (target === undefined || more.length > 0) return refuse({ code: 'no-such-row', row: address });
    if (['outcome', 'history', 'stage', 'tracks'].includes(step.kind)) return refuse({ code: 'not-here', element: row.value.step });
    const places = placesOf(drawing.definition);
    const source = places.get(row.value.step);
    const parent = (source ?? places.get(target))?.parent ?? '';
    const holder = holderIn(drawing, parent);
    if (!holder.ok) return holder;
    const id = newId(drawing, 'steps', step.title, 'newStep');
    const sibling = source ? after(holder.value, source.id) : target;
    placeIn(drawing, parent, { id, state: skeleton(drawing, { ...step, id, next: target }), before: sibling });
    row.value.draft.target = `#${id}`;
    return ok({ words: { id: 'edit.step-insert', facts: { name: step.title } }, target: id, chosen: [id] });
  },

  'step.remove': (drawing, { ids }) => {
    const places = placesOf(drawing.definition);
    const missing = ids.find((id) => !places.has(id));
    if (missing !== undefined || ids.length === 0) return refuse({ code: 'no-such-element', element: missing ?? '' });
    const words = wordsFor(drawing, ids, { one: 'edit.step-remove', several: 'edit.steps-remove' });
    for (const id of ids) takeAway(drawing, id);
    return ok({ words, target: ids.join(' ') });
  },

  'step.move': (drawing, { ids, into, before }) => {
    const holder = holderIn(drawing, into);
    if (!holder.ok) return holder;
    const places = placesOf(drawing.definition);
    for (const id of ids) {
      if (!places.has(id)) return refuse({ code: 'no-such-element', element: id });
      for (let around = into; around !== ''; around = places.get(around)?.parent ?? '')
        if (around === id) return refuse({ code: 'not-here', element: into });
    }
    if (before !== undefined && ids.includes(before)) return refuse({ code: 'not-here', element: before });
    const words = wordsFor(drawing, ids, { one: 'edit.step-move', several: 'edit.steps-move' });
    for (const id of ids) {
      const parent = stepIn(drawing, places.get(id)?.parent ?? '');
      const state = stepIn(drawing, id);
      if (!parent || !state) continue;
      if (parent.states !== holder.value.states) delete memberOf(parent, 'states')[id];
      placeIn(drawing, into, { id, state, before });
    }
    return ok({ words, target: ids.join(' '), chosen: ids });
  },

  'step.kind': (drawing, { step, kind }) => {
    const wanted = wantStep(drawing, step);
    if (!wanted.ok) return wanted;
    const changed = changeKind(drawing, { id: step, state: wanted.value, kind });
    return changed.ok ? ok({ words: { id: 'edit.step-kind', facts: { name: titleOf(drawing, step) } }, target: step }) : changed;
  },

  'start.set': (drawing, { stage, step }) => {
    const holder = holderIn(drawing, stage);
    if (!holder.ok) return holder;
    if (!isFields(fieldsOf(holder.value.states)[step])) return refuse({ code: 'no-such-element', element: step });
    if (holder.value.type === 'parallel') return refuse({ code: 'not-here', element: stage });
    if (holder.value.initial === undefined) placeKey(holder.value, 'initial', step, 'states');
    else holder.value.initial = step;
    return ok({ words: { id: 'edit.start-set', facts: { name: titleOf(drawing, step) } }, target: stage });
  },
};

/** What can hold steps: the procedure, a stage, tracks. */
export function holderIn(drawing: Drawing, id: string): Result<Draft, EditRefusal> {
  const holder = wantStep(drawing, id);
  if (!holder.ok) return holder;
  if (id === '') memberOf(holder.value, 'states');
  return isFields(holder.value.states) ? holder : refuse({ code: 'not-here', element: id });
}

/** Puts a step into its stage; the first one is where the stage begins. */
export function placeIn(
  drawing: Drawing,
  parent: string,
  { id, state, before }: { readonly id: string; readonly state: Draft; readonly before: string | undefined },
): void {
  const holder = stepIn(drawing, parent);
  if (!holder) return;
  placeKey(memberOf(holder, 'states'), id, state, before);
  const begins = holder.type !== 'parallel' && holder.initial === undefined && state.type !== 'final' && state.type !== 'history';
  if (begins) placeKey(holder, 'initial', id, 'states');
}

const after = (holder: Draft, id: string): string | undefined => {
  const keys = Object.keys(fieldsOf(holder.states));
  return keys[keys.indexOf(id) + 1];
};

/** New steps stand before the ends, which people look for at the end. */
function endsFrom(holder: Draft, kind: ElementKind): string | undefined {
  const siblings = Object.entries(fieldsOf(holder.states));
  const last = siblings.findLastIndex(([, state]) => fieldsOf(state).type !== 'final');
  return kind === 'outcome' ? undefined : siblings[last + 1]?.[0];
}

function beginningOf(drawing: Drawing, stage: string): string | undefined {
  const { initial } = stepIn(drawing, stage) ?? {};
  return typeof initial === 'string' ? initial : undefined;
}

function takeAway(drawing: Drawing, id: string): void {
  const place = placesOf(drawing.definition).get(id);
  const parent = place && stepIn(drawing, place.parent);
  if (!place || !parent) return; // It went with the stage around it.
  const inside = allPlaces({ machine: { states: { [id]: place.state } } }).map((each) => each.id);
  delete memberOf(parent, 'states')[id];
  for (const gone of inside) if (isFields(drawing.layout.steps)) delete drawing.layout.steps[gone];
}

function wordsFor(
  drawing: Drawing,
  ids: readonly string[],
  { one, several }: { readonly one: 'edit.step-remove' | 'edit.step-move'; readonly several: 'edit.steps-remove' | 'edit.steps-move' },
): Done['words'] {
  return ids.length === 1 ? { id: one, facts: { name: titleOf(drawing, ids[0] ?? '') } } : { id: several, facts: { count: ids.length } };
}
