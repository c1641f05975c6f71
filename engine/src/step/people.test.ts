import { expect, test } from '@jest/globals';
import type { Actor } from '@redress/engine';
import { compiledOf, PretendCase } from '../../../test/tools/pretend-case.ts';
import { end, smallDefinition, steps, task } from '../../../test/tools/small-definition.ts';

const ann = { person: 'ann', roles: ['clerk'] };
const bob = { person: 'bob', roles: ['clerk', 'boss'] };
const cleo = { person: 'cleo', roles: ['boss'] };

const fourEyes = compiledOf(
  smallDefinition(
    {
      initial: 'writing',
      on: { remark: [{ actions: [{ type: 'record', params: { record: 'remark' } }] }] },
      states: steps({
        writing: { invoke: task('clerk', { form: 'amount' }), on: { written: [{ target: '#checking' }] } },
        checking: {
          invoke: task('boss', { excludes: ['clerk', 'subject'] }),
          on: { checked: [{ target: '#done' }], back: [{ target: '#writing' }] },
        },
        done: end(),
      }),
    },
    {
      events: {
        written: { label: { en: 'Written' } },
        checked: { label: { en: 'Checked' } },
        back: { label: { en: 'Back' }, form: 'note' },
        remark: { label: { en: 'Remark' }, by: ['clerk', 'system'], form: 'note' },
      },
    },
  ),
);
const written = (by: Actor = ann, input = {}) => {
  const work = new PretendCase(fourEyes, { input });
  work.complete('writing', 'written', by, { amount: 1 });
  return work;
};

test('who wrote it may not check it, neither alone nor for somebody, and nobody may check it for them', () => {
  const work = written(bob);
  expect(work.complete('checking', 'checked', bob)).toEqual({
    ok: false,
    refusal: { code: 'excluded', task: 'checking:2', role: 'clerk', person: 'bob' },
  });
  expect(work.complete('checking', 'checked', { ...bob, onBehalfOf: 'cleo' })).toMatchObject({
    refusal: { code: 'excluded', person: 'bob' },
  });
  expect(work.complete('checking', 'checked', { ...cleo, onBehalfOf: 'bob' })).toMatchObject({
    refusal: { code: 'excluded', person: 'bob' },
  });
  expect(work.send('task.claim', { by: bob, payload: { task: work.task('checking') } })).toMatchObject({ refusal: { code: 'excluded' } });
  expect(work.send('task.assign', { by: cleo, payload: { task: work.task('checking'), person: 'bob' } })).toMatchObject({
    refusal: { code: 'excluded' },
  });
  expect(work.complete('checking', 'checked', cleo)).toMatchObject({ ok: true });
});

test('who is acted for counts as having acted', () => {
  const work = written({ ...ann, onBehalfOf: 'bob' });
  expect(work.complete('checking', 'checked', bob)).toMatchObject({ refusal: { code: 'excluded', person: 'bob' } });
});

test('the person complained about is kept away, named before or while the task is open', () => {
  const named = written(ann, { persons: ['cleo'] });
  expect(named.complete('checking', 'checked', cleo)).toMatchObject({ refusal: { code: 'excluded', role: 'subject', person: 'cleo' } });
});

test('a claim counts as holding the role: whoever has the writing in hand may not check', () => {
  const both = compiledOf(
    smallDefinition(
      {
        type: 'parallel',
        states: steps({
          one: {
            initial: 'writing',
            states: { writing: { invoke: task('clerk'), on: { written: [{ target: '#over' }] } }, over: { type: 'final' } },
          },
          two: {
            initial: 'checking',
            states: { checking: { invoke: task('boss', { excludes: ['clerk'] }), on: { checked: [{ target: '#past' }] } }, past: end() },
          },
        }),
      },
      { events: { written: { label: { en: 'Written' } }, checked: { label: { en: 'Checked' } } } },
    ),
  );
  const work = new PretendCase(both);
  work.take('task.claim', { by: bob, payload: { task: work.task('writing') } });
  expect(work.complete('checking', 'checked', bob)).toMatchObject({ refusal: { code: 'excluded', role: 'clerk' } });
  work.take('task.release', { by: bob, payload: { task: work.task('writing') } });
  expect(work.complete('checking', 'checked', bob)).toMatchObject({ ok: true });
  expect(work.state.tasks).toMatchObject([{ step: 'writing' }]);
  expect(work.complete('writing', 'written', ann)).toMatchObject({ ok: true });
  expect(work.state).toMatchObject({ status: 'ended', outcome: 'ended' });
});

test('a role looks again at what it did itself: whoever took the first over is kept away, another of the role takes it in hand and does it', () => {
  const takenOver = compiledOf(
    smallDefinition(
      {
        initial: 'writing',
        states: steps({
          writing: {
            invoke: task('clerk'),
            on: { written: [{ target: '#checking' }] },
            after: { soon: [{ actions: [{ type: 'reassign', params: { to: 'boss' } }] }] },
          },
          checking: { invoke: task('boss', { excludes: ['boss'] }), on: { checked: [{ target: '#done' }] } },
          done: end(),
        }),
      },
      {
        events: { written: { label: { en: 'Written' } }, checked: { label: { en: 'Checked' } } },
        delays: { soon: { title: { en: 'Soon' }, hours: 1 } },
      },
    ),
  );
  const work = new PretendCase(takenOver);
  work.take('task.claim', { by: ann, payload: { task: work.task('writing') } });
  work.wait();
  // Whoever had it in hand has it no more.
  expect(work.state.tasks).toMatchObject([{ step: 'writing', role: 'boss' }]);
  expect(work.complete('writing', 'written', ann)).toMatchObject({ ok: false });
  work.complete('writing', 'written', cleo);
  expect(work.send('task.claim', { by: cleo, payload: { task: work.task('checking') } })).toMatchObject({
    refusal: { code: 'excluded', role: 'boss' },
  });
  const dora = { person: 'dora', roles: ['boss'] };
  work.take('task.claim', { by: dora, payload: { task: work.task('checking') } });
  expect(work.complete('checking', 'checked', dora)).toMatchObject({ ok: true });
});

test('relatives: who held an excluded role in the parent, or may not act here at all, is kept away', () => {
  const start = { person: 'dora', roles: ['boss'] };
  const work = written();
  const kept = { ...work.state, keptAway: { clerk: ['dora'], '*': ['cleo'] } };
  work.state = kept;
  expect(work.complete('checking', 'checked', start)).toMatchObject({ refusal: { code: 'excluded', role: 'clerk', person: 'dora' } });
  expect(work.complete('checking', 'checked', cleo)).toMatchObject({ refusal: { code: 'excluded', role: '*', person: 'cleo' } });
  expect(work.send('remark', { by: { person: 'cleo', roles: ['clerk'] }, payload: { values: { note: 'hm' } } })).toMatchObject({
    refusal: { code: 'excluded', role: '*' },
  });
});

test('a claimed task is its claimer’s; given back or assigned, it is somebody else’s', () => {
  const work = new PretendCase(fourEyes);
  const payload = { task: 'writing:1' };
  expect(work.send('task.claim', { by: cleo, payload })).toEqual({
    ok: false,
    refusal: { code: 'not-permitted', event: 'task.claim', allowed: ['clerk'] },
  });
  work.take('task.claim', { by: ann, payload });
  expect(work.send('task.claim', { by: bob, payload })).toEqual({
    ok: false,
    refusal: { code: 'task-claimed', task: 'writing:1', by: 'ann' },
  });
  expect(work.send('task.release', { by: bob, payload })).toMatchObject({ refusal: { code: 'task-claimed' } });
  expect(work.complete('writing', 'written', bob, { amount: 1 })).toMatchObject({ refusal: { code: 'task-claimed', by: 'ann' } });
  work.take('task.assign', { by: cleo, payload: { ...payload, person: 'bob', roles: ['clerk'] } });
  expect(work.state.tasks[0]?.assignee).toBe('bob');
  expect(work.send('task.assign', { by: cleo, payload: { ...payload, person: 'eve', roles: ['boss'] } })).toMatchObject({
    refusal: { code: 'not-permitted' },
  });
  work.take('task.assign', { by: cleo, payload: { ...payload, person: null } });
  expect(work.complete('writing', 'written', ann, { amount: 1 })).toMatchObject({ ok: true });
});

test('a stale form meets task-gone: another instance, no instance, a task that never was', () => {
  const work = written();
  const first = work.task('checking');
  work.complete('checking', 'back', cleo, { note: 'once more' });
  work.complete('writing', 'written', ann, { amount: 2 });
  expect(work.send('checked', { by: cleo, payload: { task: first } })).toEqual({
    ok: false,
    refusal: { code: 'task-gone', task: 'checking:2', open: ['checking:4'] },
  });
  expect(work.send('checked', { by: cleo })).toMatchObject({ refusal: { code: 'task-gone', task: '', open: ['checking:4'] } });
  expect(work.send('task.claim', { by: cleo, payload: { task: 'writing:1' } })).toMatchObject({ refusal: { code: 'task-gone' } });
  expect(work.state.performedBy).toEqual({ writing: [{ role: 'clerk', person: 'ann' }], checking: [{ role: 'boss', person: 'cleo' }] });
});

test('a service is the system and nothing else; a person is never the system', () => {
  const work = new PretendCase(fourEyes);
  const payload = { values: { note: 'from outside' } };
  expect(work.send('remark', { by: { service: 'portal', roles: [] }, payload })).toMatchObject({ ok: true, value: { filed: ['remark'] } });
  expect(work.send('remark', { by: { person: 'eve', roles: ['system'] }, payload })).toMatchObject({
    refusal: { code: 'not-permitted', allowed: ['clerk', 'system'] },
  });
  expect(work.send('remark', { payload })).toMatchObject({ refusal: { code: 'not-permitted' } });
});

test('events nobody knows, and events of the machine itself, are refused', () => {
  const work = new PretendCase(fourEyes);
  for (const type of ['nothing', 'constructor', '__proto__', 'toString']) {
    expect(work.send(type, { by: ann })).toMatchObject({
      refusal: { code: 'event-not-accepted', because: 'unknown', accepted: ['written', 'remark'] },
    });
  }
  for (const type of [
    'xstate.stop',
    'xstate.init',
    'xstate.done.actor.writing',
    'xstate.after.x.writing',
    'clock.none.due',
    'timer.fire',
    'case.imported',
    'clock.a.b',
  ]) {
    expect(work.send(type, { by: ann, payload: { timer: 'writing.none' } }).ok).toBe(false);
  }
  expect(work.send('checked', { by: cleo })).toMatchObject({ refusal: { code: 'event-not-accepted', because: 'state' } });
});

test('a role that a field holds is held by whom it names, and by whoever acts for him', () => {
  const answering = compiledOf(
    smallDefinition(
      {
        initial: 'asking',
        states: steps({
          asking: { invoke: task('subject', { form: 'note' }), on: { answered: [{ target: '#done' }] } },
          done: end(),
        }),
      },
      { events: { answered: { label: { en: 'Answered' } } } },
    ),
  );
  const asked = () => new PretendCase(answering, { input: { persons: ['cleo'] } });
  const values = { note: 'So it was.' };
  const nobody = { person: 'dan', roles: [] };
  expect(asked().complete('asking', 'answered', nobody, values)).toMatchObject({ refusal: { code: 'not-permitted' } });
  expect(asked().complete('asking', 'answered', { person: 'cleo', roles: [] }, values)).toMatchObject({ ok: true });
  expect(asked().complete('asking', 'answered', { ...nobody, onBehalfOf: 'cleo' }, values)).toMatchObject({ ok: true });
  expect(asked().complete('asking', 'answered', { person: 'cleo', roles: [], onBehalfOf: 'dan' }, values)).toMatchObject({ ok: false });
});

test('nobody gets into such a role by the answers that he sends', () => {
  const naming = compiledOf(
    smallDefinition(
      {
        initial: 'open',
        states: steps({
          open: {
            on: {
              named: [
                { target: '#theirs', guard: { type: 'if', params: { field: 'persons', is: 'filled' } }, meta: { by: ['subject'] } },
                { target: '#ours', meta: { by: ['clerk'] } },
              ],
            },
          },
          theirs: end(),
          ours: end(),
        }),
      },
      {
        events: { named: { label: { en: 'Named' }, by: ['clerk', 'subject'], form: 'naming' } },
        forms: { naming: { title: { en: 'Naming' }, sections: [{ fields: [{ field: 'persons' }] }] } },
      },
    ),
  );
  const clerk = { person: 'dan', roles: ['clerk'] };
  const work = new PretendCase(naming, {});
  expect(work.send('named', { by: clerk, payload: { values: { persons: ['dan'] } } })).toMatchObject({
    refusal: { code: 'not-permitted', allowed: ['subject'] },
  });
  expect(work.send('named', { by: clerk })).toMatchObject({ ok: true });
});
