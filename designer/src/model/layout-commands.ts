import { ok, refuse } from '@redress/engine';
import type { Done, Drawing, Recipes } from './command.ts';
import type { Spot } from './document.ts';
import { stepIn, titleOf } from './drawing.ts';
import { isFields, memberOf } from './loose-json.ts';

export interface LayoutPayloads {
  /**
   * Where steps stand, how large they are, whether they are folded. What is not said stays. `moved`: whom it is about, where the others only stay
   * where they are seen.
   */
  readonly 'layout.set': { readonly spots: Readonly<Record<string, Spot>>; readonly moved?: readonly string[] };
  /** Steps stand where the procedure puts them again; how large and whether folded stays. */
  readonly 'layout.clear': { readonly steps: readonly string[] };
  readonly 'note.add': { readonly text: string; readonly spot: Spot };
  readonly 'note.set': { readonly note: string; readonly text?: string; readonly spot?: Spot };
  readonly 'note.remove': { readonly note: string };
}

export const layoutRecipes: Recipes<LayoutPayloads> = {
  'layout.set': (drawing, { spots, moved = Object.keys(spots) }) => {
    const missing = Object.keys(spots).find((id) => !stepIn(drawing, id));
    if (missing !== undefined) return refuse({ code: 'no-such-element', element: missing });
    for (const [id, spot] of Object.entries(spots)) Object.assign(memberOf(memberOf(drawing.layout, 'steps'), id), spot);
    return ok(toldOf(drawing, spots) ?? { words: { id: 'edit.layout-set', facts: { count: moved.length } }, target: moved.join(' ') });
  },
  'layout.clear': (drawing, { steps }) => {
    const missing = steps.find((id) => !stepIn(drawing, id));
    if (missing !== undefined) return refuse({ code: 'no-such-element', element: missing });
    const spots = memberOf(drawing.layout, 'steps');
    const placed = steps.filter((id) => isFields(spots[id]) && ('x' in memberOf(spots, id) || 'y' in memberOf(spots, id)));
    if (placed.length === 0) return refuse({ code: 'nothing-to-do' });
    for (const id of placed) {
      const spot = memberOf(spots, id);
      delete spot.x;
      delete spot.y;
    }
    return ok({ words: { id: 'edit.layout-clear', facts: { count: placed.length } }, target: placed.join(' ') });
  },
  'note.add': (drawing, { text, spot }) => {
    const notes = memberOf(drawing.layout, 'notes');
    let number = 1;
    const gone = memberOf(memberOf(drawing.layout, 'retired'), 'notes');
    while (`note${number}` in notes || `note${number}` in gone) number += 1;
    const id = `note${number}`;
    notes[id] = { text, ...spot };
    return ok({ words: { id: 'edit.note-add', facts: {} }, target: id, chosen: [`note:${id}`] });
  },
  'note.set': (drawing, { note, text, spot }) => {
    const found = memberOf(drawing.layout, 'notes')[note];
    if (!isFields(found)) return refuse({ code: 'no-such-element', element: `note:${note}` });
    Object.assign(found, text === undefined ? {} : { text }, spot);
    return ok({ words: { id: 'edit.note-set', facts: {} }, target: note });
  },
  'note.remove': (drawing, { note }) => {
    const notes = memberOf(drawing.layout, 'notes');
    if (!isFields(notes[note])) return refuse({ code: 'no-such-element', element: `note:${note}` });
    delete notes[note];
    memberOf(memberOf(drawing.layout, 'retired'), 'notes')[note] = true;
    return ok({ words: { id: 'edit.note-remove', facts: {} }, target: note });
  },
};

/** One that is only resized, or only folded, is told so, and is a line of its own in the history. */
function toldOf(drawing: Drawing, spots: LayoutPayloads['layout.set']['spots']): Done | undefined {
  const [only, ...others] = Object.entries(spots);
  if (!only || others.length > 0) return undefined;
  const [id, { x, y, width, height, collapsed }] = only;
  if (x !== undefined || y !== undefined) return undefined;
  const facts = { name: titleOf(drawing, id) };
  if (width !== undefined || height !== undefined) return { words: { id: 'edit.layout-size', facts }, target: `size ${id}` };
  return collapsed === undefined
    ? undefined
    : { words: { id: collapsed ? 'edit.layout-fold' : 'edit.layout-unfold', facts }, target: `${collapsed ? 'fold' : 'unfold'} ${id}` };
}
