import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { copyOf, fieldsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { treeOf } from '../model/tree.ts';
import { answersFor } from './answers-for.ts';

const complaint = shippedProcesses.find((process) => fieldsOf(process).id === 'complaint') ?? {};

test('whoever the window names as answering is the one the tree names, in every step of every shipped procedure', () => {
  for (const process of shippedProcesses) {
    const definition = Object(process);
    const tree = treeOf(definition);
    expect(tree.byId.size).toBeGreaterThan(5);
    for (const element of tree.byId.values()) expect(answersFor(definition, tree, element).role).toBe(element.owner);
  }
});

test('said here, else whoever works, else the stage, and never the complainant', () => {
  const because = (change: (state: Record<string, unknown>, stage: Record<string, unknown>) => void) => {
    const definition = copyOf<Record<string, unknown>>(Object(complaint));
    const places = placesOf(definition);
    const place = places.get('assessing');
    const stage = places.get(place?.parent ?? '');
    if (!place || !stage) throw new Error('no assessing in a stage');
    change(place.state, stage.state);
    const tree = treeOf(definition);
    const element = tree.byId.get('assessing');
    if (!element) throw new Error('no assessing');
    const { stage: named, ...answering } = answersFor(definition, tree, element);
    return { ...answering, ...(named ? { stage: named.id === stage.id } : {}) };
  };
  const owned = (state: Record<string, unknown>, owner: string | undefined) => {
    const { owner: _owner, ...meta } = fieldsOf(state.meta);
    state.meta = { ...meta, ...(owner === undefined ? {} : { owner }) };
  };
  const done = (state: Record<string, unknown>, role: string) => {
    state.invoke = { src: 'task', input: { role } };
  };
  expect(because((state) => owned(state, 'processOwner'))).toEqual({ role: 'processOwner', because: 'here', isTheirs: false });
  expect(
    because((state) => {
      owned(state, undefined);
      done(state, 'handler');
    }),
  ).toEqual({ role: 'handler', because: 'task', isTheirs: false });
  expect(
    because((state, stage) => {
      owned(state, undefined);
      owned(stage, 'topManagement');
      done(state, 'complainant');
    }),
  ).toEqual({ role: 'topManagement', because: 'stage', stage: true, isTheirs: true });
  expect(
    because((state, stage) => {
      owned(state, undefined);
      owned(stage, undefined);
      done(state, 'complainant');
    }),
  ).toEqual({ because: 'nobody', isTheirs: true });
});
