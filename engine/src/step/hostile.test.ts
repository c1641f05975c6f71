import { expect, test } from '@jest/globals';
import { advance, type JsonObject } from '@redress/engine';
import { calendars, compiledOf, deepFrozen, PretendCase, shipped } from '../../../test/tools/pretend-case.ts';
import { smallDefinition, steps } from '../../../test/tools/small-definition.ts';

const words = { en: 'x' };

test('what looks like an actor of XState is kept as the value it is, and results cannot bring one in', () => {
  const actor: JsonObject = { xstate$$type: 1, id: 'here', sessionId: 'x', send: 'y', ref: 'z' };
  const work = new PretendCase(
    compiledOf(
      smallDefinition(
        {
          initial: 'here',
          states: steps({
            here: {
              invoke: {
                src: 'service',
                input: { service: 'any' },
                onDone: [{ actions: [{ type: 'set', params: { thing: '= result' } }] }],
                onError: [{ target: '#here', reenter: true }],
              },
            },
          }),
        },
        {
          data: { thing: { title: words, schema: { type: 'object' } } },
          services: { any: { title: words, connector: 'a', operation: 'b' } },
        },
      ),
    ),
    { input: { thing: actor } },
  );
  expect(work.state.snapshot.context).toEqual({ thing: actor });
  const poisoned: JsonObject = JSON.parse('{"__proto__": {"polluted": true}}');
  const done = (output: JsonObject) => ({ payload: { step: 'here', instance: 'here:1', output } });
  expect(work.send('invoke.done', done(poisoned))).toMatchObject({ refusal: { code: 'step-failed' } });
  expect(work.send('invoke.done', done({ xstate$$type: 1, id: 'here' }))).toMatchObject({ refusal: { code: 'step-failed' } });
  expect(work.state.snapshot.context).toEqual({ thing: actor });
  expect(Object.prototype).not.toHaveProperty('polluted');
});

test('a state that points nowhere is refused or thrown out, never stored', () => {
  const work = new PretendCase(shipped('starter'), {
    by: { person: 'ada', roles: ['complainant'] },
    input: { description: 'x', contact: 'y' },
  });
  const event = { id: 'x', type: 'withdraw', at: work.now, by: { person: 'ada', roles: ['complainant'] } };
  for (const value of ['nowhere', { nowhere: 'recording' }, {}, 7]) {
    const tampered = deepFrozen({ ...work.state, snapshot: { ...work.state.snapshot, value } });
    const result = (() => {
      try {
        return advance(work.compiled, tampered, event, calendars);
      } catch (cause) {
        return { ok: false, cause };
      }
    })();
    expect(result.ok).toBe(false);
  }
});
