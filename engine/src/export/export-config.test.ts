import { expect, test } from '@jest/globals';
import { type AnyStateNode, createMachine } from 'xstate';
import { readProcess, shipped } from '../../../test/tools/pretend-case.ts';
import { inertActors } from '../compile/inert-actors.ts';
import type { Definition } from '../definition/definition.ts';
import { exportConfig } from './export-config.ts';

const names = ['starter', 'complaint', 'escalation', 'external-dispute'];

/** What a machine consists of, as XState sees it: places, and what leads where under which name. */
const places = (node: AnyStateNode): readonly unknown[] => [
  {
    id: node.id,
    type: node.type,
    invokes: node.invoke.map(({ id, src }) => ({ id, src })),
    ways: [...node.transitions].map(([event, ways]) => ({
      event,
      targets: ways.map(({ target, reenter }) => ({ to: target?.map(({ id }) => id), reenter })),
    })),
    always: (node.always ?? []).map(({ target }) => target?.map(({ id }) => id)),
  },
  ...Object.values(node.states).flatMap(places),
];
const delaysOf = (definition: Definition) => Object.fromEntries(Object.keys(definition.delays).map((id) => [id, 1]));

test.each(names)('XState takes the config of %s, and every step, timer and invocation has the id it has here', (name) => {
  const definition = readProcess(name);
  const exported = createMachine(JSON.parse(JSON.stringify(exportConfig(definition))), {
    actors: inertActors,
    delays: delaysOf(definition),
  });
  expect(places(exported.root)).toEqual(places(shipped(name).machine.root));
});

test('titles, conditions, actions with what they are given, and what the names mean come along', () => {
  const definition = readProcess('starter');
  const config = exportConfig(definition);
  const { machine, ...vocabulary } = definition;
  expect(config.meta).toEqual({ redress: vocabulary });
  for (const [id, state] of Object.entries(machine.states)) {
    expect(config.states).toMatchObject({ [id]: JSON.parse(JSON.stringify(state)) });
  }
});

test('what the server wrote at publication stays behind, and the definition is not touched', () => {
  const definition: Definition = { ...readProcess('starter'), published: { version: 3 } };
  const before = JSON.stringify(definition);
  expect(JSON.stringify(exportConfig(definition))).not.toContain('published');
  expect(JSON.stringify(definition)).toBe(before);
});
