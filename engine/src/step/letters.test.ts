import { expect, test } from '@jest/globals';
import type { JsonObject } from '@redress/engine';
import { compiledOf, PretendCase } from '../../../test/tools/pretend-case.ts';
import { end, smallDefinition, steps, task } from '../../../test/tools/small-definition.ts';

const ann = { person: 'ann', roles: ['clerk'] };
const bob = { person: 'bob', roles: ['boss', 'complainant'] };
const open = (more: object = {}) => ({ label: { en: 'x' }, by: ['clerk'], ...more });
const text = (words: string) => ({ text: { en: words } });

const writing = compiledOf(
  smallDefinition(
    {
      initial: 'stage',
      on: {
        tell: [{ actions: [{ type: 'letter', params: { letter: 'news' } }] }],
        quit: [{ target: '#over' }],
        leave: [{ target: '#over', actions: [{ type: 'letter', params: { letter: 'dates', to: ['boss'] } }] }],
      },
      states: steps({
        stage: {
          initial: 'work',
          meta: { public: { en: 'We are at it.' }, owner: 'boss' },
          states: {
            work: { meta: { owner: 'clerk' }, on: { send: [{ target: '#sending' }] }, after: { late: [{ target: '#sending' }] } },
            sending: {
              invoke: {
                src: 'letter',
                input: { letter: 'both' },
                onDone: [{ target: '#over' }],
                onError: [{ actions: [{ type: 'set', params: { note: 'came back' } }] }],
              },
              on: { send: [{ target: '#sending', reenter: true }] },
            },
          },
        },
        over: end('resolved'),
      }),
    },
    {
      events: { tell: open({ form: 'note' }), send: open(), leave: open(), quit: open() },
      delays: { late: { days: 3, ends: 'endOfDay' } },
      data: {
        kind: {
          title: { en: 'Kind' },
          schema: { enum: ['a', 'b'] },
          options: [
            { value: 'a', title: { en: 'First', pl: 'Pierwszy' } },
            { value: 'b', title: { en: 'Second' } },
          ],
        },
      },
      letters: {
        news: {
          title: { en: 'News' },
          to: ['complainant', 'boss'],
          subject: { en: '{case.number}: {note}' },
          blocks: [
            { ...text('Dear {recipient.name}'), variants: [{ when: { field: 'amount', is: 'filled' }, text: { en: 'No. {amount}' } }] },
            { tells: ['progress'], ...text('{step.title}: {step.public} {kind}'), when: { in: 'work' } },
            { ...text('{persons} {due} {organisation.contact} {link.case}') },
          ],
        },
        dates: {
          title: { en: 'Dates' },
          subject: { en: 'Dates' },
          blocks: [{ tells: ['until-when'], ...text('by {step.due}, since {case.startedAt}') }],
        },
        both: {
          title: { en: 'Both' },
          to: ['complainant', 'boss'],
          subject: { en: 'Both' },
          records: ['response'],
          blocks: [text('{note}')],
        },
      },
    },
  ),
); // prettier-ignore
const write = (input: object = {}) => new PretendCase(writing, { input: JSON.parse(JSON.stringify(input)) });
const letter = (effect: unknown): JsonObject => JSON.parse(JSON.stringify(effect));

test('a letter carries the blocks that apply and the facts as they were, one for each receiver', () => {
  const work = write({ amount: 7, kind: 'a', persons: ['kim', 'lee'] });
  const step = work.take('tell', { by: ann, payload: { values: { note: 'soon' } } });
  const told = {
    kind: 'letter',
    letter: 'news',
    step: 'work',
    owner: 'clerk',
    blocks: [{ block: 0, variant: 0 }, { block: 1 }, { block: 2 }],
    facts: {
      note: { is: 'text', value: 'soon' },
      amount: { is: 'number', value: 7 },
      'step.title': { is: 'words', value: { en: 'work' } },
      'step.public': { is: 'words', value: { en: 'We are at it.' } },
      kind: { is: 'words', value: { en: 'First', pl: 'Pierwszy' } },
      persons: { is: 'list', value: ['kim', 'lee'] },
      due: { is: 'empty' },
    },
  };
  expect(step.effects).toEqual([
    { key: 'case:2:0', to: 'complainant', ...told },
    { key: 'case:2:1', to: 'boss', ...told },
  ]);
});

test('a block that promises to tell and has nothing to tell stops the step; nothing is changed or sent', () => {
  const work = write({});
  const before = work.state;
  expect(work.send('tell', { by: ann, payload: { values: { note: 'soon' } } })).toEqual({
    ok: false,
    refusal: {
      code: 'step-failed',
      reason: 'letter-fact-missing',
      at: '/letters/news/blocks/1',
      facts: { letter: 'news', placeholder: 'kind', step: 'work' },
    },
  });
  expect(work.state).toBe(before);
});

test('a row that leaves a step speaks of the step that is left, and of its due date', () => {
  const work = write();
  const step = work.take('leave', { by: ann });
  expect(step.effects).toEqual([
    expect.objectContaining({
      to: 'boss',
      step: 'work',
      facts: { 'step.due': { is: 'date', value: '2026-03-05' }, 'case.startedAt': { is: 'instant', value: '2026-03-02T09:00:00.000Z' } },
    }),
  ]);
});

test('a step that waits for a letter goes on when every receiver’s is out, and files it then', () => {
  const work = write({ note: 'hello' });
  const sent = work.take('send', { by: ann });
  expect(sent.effects.map((effect) => effect.key)).toEqual(['case:2:0', 'case:2:1']);
  expect(sent).toMatchObject({ filed: [], effects: [{ instance: 'sending:2' }, { instance: 'sending:2' }] });
  const payload = { step: 'sending', instance: 'sending:2' };
  work.take('invoke.done', { payload, id: 'case:2:1' });
  expect(work.state.status).toBe('active');
  expect(work.take('invoke.done', { payload, id: 'case:2:0' })).toMatchObject({ filed: ['response'], state: { status: 'ended' } });
});

test('the same letter reported twice does not stand for the other one', () => {
  const work = write({ note: 'hello' });
  work.take('send', { by: ann });
  const payload = { step: 'sending', instance: 'sending:2' };
  work.take('invoke.done', { payload: { ...payload, letter: 'case:2:1' } });
  expect(work.send('invoke.done', { payload: { ...payload, letter: 'case:2:1' } })).toMatchObject({ refusal: { code: 'stale' } });
  const last = work.take('invoke.done', { payload: { ...payload, letter: 'case:2:0' } });
  expect(last).toMatchObject({ filed: ['response'], state: { status: 'ended', outcome: 'resolved' } });
});

test('a letter that comes back is dealt with once, and may still go out later; one of an earlier visit counts no more', () => {
  const work = write({ note: 'hello' });
  work.take('send', { by: ann });
  const payload = { step: 'sending', instance: 'sending:2', letter: 'case:2:0' };
  work.take('invoke.failed', { payload });
  expect(work.state.snapshot.context).toMatchObject({ note: 'came back' });
  expect(work.send('invoke.failed', { payload })).toMatchObject({ refusal: { code: 'stale' } });
  work.take('send', { by: ann });
  expect(work.send('invoke.done', { payload })).toMatchObject({ refusal: { code: 'stale', what: 'invoke', id: 'sending:2' } });
  const again = { step: 'sending', instance: `sending:${work.state.revision}` };
  for (const index of [0, 1]) work.take('invoke.done', { payload: { ...again, letter: `case:${work.state.revision - index}:${index}` } });
  expect(work.state.status).toBe('ended');
});

test('without an address somebody prints and posts it: that is the sending, also after the case has ended', () => {
  const work = write({ note: 'hello' });
  const sent = work.take('send', { by: ann });
  const [first, second] = sent.effects.map(letter);
  work.take('letter.print', { payload: { letter: first ?? {} } });
  expect(work.state.tasks).toMatchObject([{ id: 'sending:3', kind: 'print', role: 'boss', letter: { key: 'case:2:0' } }]);
  expect(work.send('letter.print', { payload: { letter: first ?? {} } })).toMatchObject({ refusal: { code: 'stale' } });
  expect(work.send('letter.sent', { by: ann, payload: { task: 'sending:3' } })).toMatchObject({
    refusal: { code: 'not-permitted', allowed: ['boss'] },
  });
  work.take('task.claim', { by: bob, payload: { task: 'sending:3' } });
  work.take('letter.sent', { by: bob, payload: { task: 'sending:3', how: 'by post' } });
  expect(work.state.tasks).toEqual([]);
  work.take('letter.print', { payload: { letter: second ?? {} } });
  work.take('quit', { by: ann });
  expect(work.state).toMatchObject({ status: 'ended', tasks: [{ kind: 'print', letter: { key: 'case:2:1' } }] });
  work.take('letter.sent', { by: bob, payload: { task: work.state.tasks[0]?.id ?? '' } });
  expect(work.state).toMatchObject({ status: 'ended', tasks: [], performedBy: { send: [{ person: 'ann' }] } });
  const last = work.effects.map(letter).findLast((effect) => effect.letter === 'both');
  expect(work.take('letter.print', { payload: { letter: last ?? {} } }).state.tasks).toMatchObject([{ kind: 'print', role: 'boss' }]);
});

test('nobody outside prints our letters, even where the step is theirs', () => {
  const theirs = compiledOf(
    smallDefinition(
      {
        initial: 'waiting',
        states: steps({
          waiting: {
            meta: { owner: 'complainant' },
            entry: [{ type: 'letter', params: { letter: 'told' } }],
            on: { send: [{ target: '#over' }] },
          },
          over: end(),
        }),
      },
      { events: { send: open() } },
    ),
  );
  const work = new PretendCase(theirs);
  const effect = work.effects.map(letter).find(({ kind }) => kind === 'letter');
  expect(effect).toMatchObject({ owner: 'complainant' });
  expect(work.take('letter.print', { payload: { letter: effect ?? {} } }).state.tasks).toContainEqual(
    expect.objectContaining({ kind: 'print', role: 'clerk' }),
  );
});

test('a print task ends the waiting step like any other sending', () => {
  const single = compiledOf(
    smallDefinition({
      initial: 'sending',
      states: steps({
        sending: {
          meta: { owner: 'clerk' },
          invoke: { src: 'letter', input: { letter: 'told' }, onDone: [{ target: '#over' }], onError: [{ target: '#over' }] },
        },
        over: end(),
      }),
    }),
  );
  const work = new PretendCase(single, { input: { note: 'x' } });
  const effect = work.effects.find((each) => each.kind === 'letter');
  work.take('letter.print', { payload: { letter: letter(effect) } });
  work.take('letter.sent', { by: ann, payload: { task: work.task('sending') } });
  expect(work.state).toMatchObject({ status: 'ended', tasks: [] });
});

test('a printed letter was sent after it was written and not in the future: anything else is refused, and the task stays', () => {
  const work = write({ note: 'hello' });
  const [first] = work.take('send', { by: ann }).effects.map(letter);
  work.take('letter.print', { payload: { letter: first ?? {} } });
  const [print] = work.state.tasks;
  const say = (sentAt: string | number) => ({ by: bob, payload: { task: print?.id ?? '', sentAt } });
  const impossible = { ok: false, refusal: { code: 'sent-at-impossible', writtenAt: print?.openedAt } };
  expect(work.send('letter.sent', say('2020-01-01T00:00:00Z'))).toMatchObject(impossible);
  expect(work.send('letter.sent', say('2036-01-01T00:00:00Z'))).toMatchObject(impossible);
  for (const noInstant of ['yesterday', 7])
    expect(work.send('letter.sent', say(noInstant))).toMatchObject({ ok: false, refusal: { code: 'payload-invalid' } });
  expect(work.state.tasks).toHaveLength(1);
  work.take('letter.sent', say(`${print?.openedAt.slice(0, 16)}:00Z`)); // To the minute, as people note it.
  expect(work.state.tasks).toEqual([]);
});

test('tasks are not letters: a task of the procedure is not ended by a sending', () => {
  const work = new PretendCase(compiledOf(smallDefinition({ initial: 'work', states: steps({ work: { invoke: task() } }) })));
  expect(work.send('letter.sent', { by: ann, payload: { task: 'work:1' } })).toMatchObject({ refusal: { code: 'payload-invalid' } });
});

test('a letter that somebody sent himself is noted once, with or without a step that waits; it may be noted after the end', () => {
  const work = write({ note: 'hello', kind: 'a' });
  const [told] = work.take('tell', { by: ann, payload: { values: { note: 'soon' } } }).effects.map(letter);
  const before = work.state.snapshot.value;
  const noted = work.take('letter.sent', {
    by: ann,
    payload: { letter: told?.key ?? '', step: 'work', how: 'by post', sentAt: '2026-03-02T09:00:00Z' },
  });
  expect(noted).toMatchObject({ effects: [], trace: [], changed: [] });
  expect(work.state.snapshot.value).toEqual(before);

  const [first, second] = work.take('send', { by: ann }).effects.map(letter);
  const say = (which: JsonObject | undefined) => ({
    by: ann,
    payload: { letter: which?.key ?? '', step: 'sending', instance: which?.instance ?? '', how: 'by hand' },
  });
  work.take('letter.sent', say(first));
  expect(work.state.status).toBe('active');
  work.take('letter.sent', say(first)); // Twice the same one stands for no other.
  expect(work.state.status).toBe('active');
  expect(work.take('letter.sent', say(second))).toMatchObject({ filed: ['response'], state: { status: 'ended' } });
  expect(work.take('letter.sent', say(told))).toMatchObject({ state: { status: 'ended' } });
  for (const sentAt of ['2020-01-01T00:00:00Z', '2036-01-01T00:00:00Z'])
    expect(work.send('letter.sent', { by: ann, payload: { letter: 'x', sentAt } })).toMatchObject({
      refusal: { code: 'sent-at-impossible' },
    });
  expect(work.send('letter.sent', { by: ann, payload: { how: 'by post' } })).toMatchObject({ refusal: { code: 'payload-invalid' } });
});
