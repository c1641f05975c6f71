import { expect, test } from '@jest/globals';
import { compiledOf, PretendCase } from '../../../test/tools/pretend-case.ts';
import { smallDefinition, steps, task } from '../../../test/tools/small-definition.ts';
import { limits } from './limits.ts';

const ann = { person: 'ann', roles: ['clerk', 'boss', 'complainant'] };
const open = { label: { en: 'x' }, by: ['clerk'] };

/** A waiting step, and an event into a stage that does `count` things at once. */
function before(many: { readonly count: number; readonly of: 'tasks' | 'timers' | 'effects' }): PretendCase {
  const { count, of } = many;
  const tracks = Array.from({ length: of === 'effects' ? 1 : count }, (_, n) => n);
  const track = (n: number) => ({
    initial: `t${n}`,
    states: {
      [`t${n}`]:
        of === 'tasks'
          ? { invoke: task(), on: { [`d${n}`]: [{ target: `#o${n}` }] } }
          : of === 'timers'
            ? { after: { day: [{ target: `#o${n}` }] } }
            : {},
      [`o${n}`]: { type: 'final' },
    },
  });
  const letters = Array.from({ length: count }, () => ({ type: 'letter', params: { letter: 'told' } }));
  const machine = {
    initial: 'waiting',
    states: steps({
      waiting: { on: { go: [{ target: '#many', ...(of === 'effects' ? { actions: letters } : {}) }] } },
      many:
        of === 'effects'
          ? { on: { go: [{ target: '#waiting' }] } }
          : {
              type: 'parallel',
              on: { back: [{ target: '#waiting' }] },
              states: Object.fromEntries(tracks.map((n) => [`track${n}`, track(n)])),
            },
    }),
  };
  const events = { go: open, back: open, ...Object.fromEntries(tracks.map((n) => [`d${n}`, { label: { en: 'x' } }])) };
  const definition = smallDefinition(machine, {
    events,
    delays: { day: { days: 1 } },
    letters: { told: { ...told, blocks: [{ text: { en: 'A' } }] } },
  });
  return new PretendCase(compiledOf(definition));
}
const told = { title: { en: 'Told' }, to: ['complainant'], subject: { en: 'Told' } };

test.each(['tasks', 'timers', 'effects'] as const)(
  'a step with as many %s as there may be is taken, with one more it is refused by the name of the limit',
  (of) => {
    const most = limits[of];
    expect(before({ count: most, of }).send('go', { by: ann })).toMatchObject({ ok: true });
    const work = before({ count: most + 1, of });
    const unmoved = structuredClone(work.state);
    expect(work.send('go', { by: ann })).toEqual({ ok: false, refusal: { code: 'limit', limit: of, actual: most + 1, most } });
    expect(work.state).toEqual(unmoved);
  },
);
