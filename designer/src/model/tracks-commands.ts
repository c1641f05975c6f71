import { ok, refuse, type Text } from '@redress/engine';
import type { Recipes } from './command.ts';
import { stepIn, titleOf, wantStep } from './drawing.ts';
import { memberOf, placeKey, textOf } from './loose-json.ts';
import { newId } from './new-id.ts';
import { placesOf } from './places.ts';
import { skeleton } from './step-skeleton.ts';

export interface TracksPayloads {
  /** "… and at the same time": the step goes into a track of its own, beside one with a new task. */
  readonly 'tracks.make': { readonly step: string; readonly title: Text; readonly other: Text };
}

export const tracksRecipes: Recipes<TracksPayloads> = {
  'tracks.make': (drawing, { step, title, other }) => {
    const state = wantStep(drawing, step);
    if (!state.ok) return state;
    const parentId = placesOf(drawing.definition).get(step)?.parent;
    const parent = parentId === undefined ? undefined : stepIn(drawing, parentId);
    if (!parent || state.value.type === 'final' || state.value.type === 'history') return refuse({ code: 'not-here', element: step });
    const own = { ...titleOf(drawing, step) };
    const id = newId(drawing, 'steps', title, 'tracks');
    const siblings = memberOf(parent, 'states');
    placeKey(siblings, id, skeleton(drawing, { id, kind: 'tracks', title }), step);
    // While the step still stands there: it may be called as its track will be, and keeps its id.
    const first = newId(drawing, 'steps', own, 'track');
    delete siblings[step];
    if (parent.initial === step) parent.initial = id;
    const tracks = memberOf(memberOf(siblings, id), 'states');
    tracks[first] = { id: first, initial: step, meta: { title: own }, states: { [step]: state.value } };
    const second = newId(drawing, 'steps', other, 'track');
    tracks[second] = { id: second, meta: { title: { ...other } }, states: {} };
    const task = newId(drawing, 'steps', other, 'newStep');
    const track = memberOf(tracks, second);
    placeKey(track, 'initial', task, 'meta');
    memberOf(track, 'states')[task] = skeleton(drawing, { id: task, kind: 'task', title: other });
    return ok({ words: { id: 'edit.tracks-make', facts: { name: textOf(own) } }, target: id, chosen: [task] });
  },
};
