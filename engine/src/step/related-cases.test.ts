import { expect, test } from '@jest/globals';
import { advance, begin, type CaseState, cancelCase, importCase, park } from '@redress/engine';
import { fillForm } from '../../../test/tools/fill-form.ts';
import { calendars, compiledOf, deepFrozen, PretendCase, shipped } from '../../../test/tools/pretend-case.ts';
import { end, smallDefinition, steps, task } from '../../../test/tools/small-definition.ts';

const person = (name: string, ...roles: string[]) => ({ person: name, roles });
const complaint = shipped('complaint');
const { definition } = complaint;

/** A complaint rejected by its complainant: the review, a case of its own, has been asked for. */
function rejected(): PretendCase {
  const work = new PretendCase(complaint, { by: person('fred', 'frontline'), input: fillForm(definition, 'lodging') });
  work.complete(
    'intake',
    'register',
    person('fred', 'frontline'),
    fillForm(definition, 'complaint', { given: { subjectPersons: ['kim'] } }),
  );
  work.take('invoke.done', { payload: { step: 'acknowledging', instance: 'acknowledging:2', output: {} } });
  work.complete('assessing', 'assessed', person('hana', 'handler'), fillForm(definition, 'assessment', { given: { severity: 2 } }));
  work.complete('investigating', 'findingsReady', person('ivan', 'investigator'), fillForm(definition, 'investigation'));
  work.complete(
    'deciding',
    'decide',
    person('dora', 'decisionMaker'),
    fillForm(definition, 'decision', { given: { decision: 'rejected' } }),
  );
  work.take('invoke.done', { payload: { step: 'responding', instance: `responding:${work.state.revision}`, output: {} } });
  work.complete('awaitingComplainant', 'reject', person('ada', 'complainant'), fillForm(definition, 'objection'));
  return work;
}

test('the review is told what it needs, who held which role, and who may not act there', () => {
  const work = rejected();
  const start = work.effects.find((effect) => effect.kind === 'case.start');
  expect(start).toEqual({
    key: `case:${work.state.revision}:1`,
    kind: 'case.start',
    step: 'reviewing',
    instance: `reviewing:${work.state.revision}`,
    definition: 'escalation',
    data: expect.objectContaining({ outstandingIssues: 'words', earlierDecision: 'rejected', subjectPersons: ['kim'] }),
    keptAway: {
      complainant: ['ada'],
      frontline: ['fred'],
      handler: ['hana'],
      investigator: ['ivan'],
      decisionMaker: ['dora'],
      subject: ['kim'],
      '*': ['kim', 'dora', 'ivan'],
    },
  });
});

test('in the review, who decided before, and the person complained about, may not act; the report comes back with outcome, fields and holders', () => {
  const parent = rejected();
  const asked = parent.effects.find((effect) => effect.kind === 'case.start');
  if (asked?.kind !== 'case.start') throw new Error('No review was asked for');
  const review = new PretendCase(shipped('escalation'), { input: { ...asked.data, complaintNumber: '2026-7' } });
  review.state = { ...review.state, keptAway: asked.keptAway, parent: { caseId: 'case', step: asked.step, instance: asked.instance } };
  const reviewDefinition = shipped('escalation').definition;
  const assign = fillForm(reviewDefinition, 'escalation');
  for (const name of ['dora', 'ivan', 'kim']) {
    expect(review.complete('requested', 'assign', person(name, 'escalationManager'), assign)).toMatchObject({
      refusal: { code: 'excluded', role: '*', person: name },
    });
  }
  review.complete('requested', 'assign', person('emil', 'escalationManager'), assign);
  expect(review.complete('level2', 'decide', person('dora', 'reviewer'), fillForm(reviewDefinition, 'review'))).toMatchObject({
    refusal: { code: 'excluded' },
  });
  review.complete('level2', 'decide', person('rita', 'reviewer'), fillForm(reviewDefinition, 'review'));
  review.take('invoke.done', { payload: { step: 'l2Response', instance: `l2Response:${review.state.revision}`, output: {} } });
  review.complete('l2Awaiting', 'accept', person('ada', 'complainant'), {});
  const report = review.effects.at(-1);
  expect(report).toMatchObject({
    kind: 'case.report',
    to: 'case',
    step: 'reviewing',
    outcome: 'resolved',
    returns: { decision: 'upheld', reasons: 'words', remedy: 'words' },
    keptAway: { reviewer: ['rita'] },
  });
  if (report?.kind !== 'case.report') throw new Error('No report');
  const { step, instance, outcome, returns, keptAway } = report;
  parent.take('invoke.done', { payload: { step, instance, output: { outcome, returns }, keptAway } });
  expect(parent.state).toMatchObject({
    snapshot: { value: { redress: 'implementing' }, context: { decision: 'upheld' } },
    keptAway: { reviewer: ['rita'] },
  });
  expect(parent.state.records.at(-1)).toMatchObject({ record: 'acceptance' });
  expect(parent.send('invoke.done', { payload: { step, instance, output: { outcome, returns } } })).toMatchObject({
    refusal: { code: 'stale', what: 'invoke' },
  });
});

test('fields that the review leaves empty come back as null, and leave what was there', () => {
  const parent = rejected();
  const instance = `reviewing:${parent.state.revision}`;
  parent.take('invoke.done', {
    payload: { step: 'reviewing', instance, output: { outcome: 'unresolved', returns: { decision: null, reasons: null, remedy: null } } },
  });
  expect(parent.state).toMatchObject({
    snapshot: { value: { outside: 'externalOffer' }, context: { decision: 'rejected', reasons: 'words' } },
  });
});

test('a review that was ended although its definition no longer runs hands over nothing, and holds nothing up', () => {
  const parent = rejected();
  const instance = `reviewing:${parent.state.revision}`;
  parent.take('invoke.done', { payload: { step: 'reviewing', instance, output: { outcome: 'cancelled', returns: {} } } });
  expect(parent.state).toMatchObject({
    snapshot: { value: { outside: 'externalOffer' }, context: { decision: 'rejected', reasons: 'words' } },
  });
});

test('withdrawing while the review runs ends the complaint and stops the review; so does the deadline', () => {
  const work = rejected();
  const instance = `reviewing:${work.state.revision}`;
  const timed = rejected();
  expect(work.take('withdraw', { by: person('ada', 'complainant') }).effects).toContainEqual(
    expect.objectContaining({ kind: 'case.stop', step: 'reviewing', instance }),
  );
  const fired = timed.waitUntil('2026-06-01T00:00:00.000Z');
  expect(fired).toContain('reviewing.reviewBy');
  expect(timed.effects.filter((effect) => effect.kind === 'case.stop')).toMatchObject([{ step: 'reviewing', instance }]);
  expect(timed.effects.filter((effect) => effect.kind === 'case.stop')).toHaveLength(1);
});

test('a case is cancelled with or without its definition: nothing stays open, the review is stopped, the parent told', () => {
  const work = rejected();
  const state: CaseState = deepFrozen({ ...work.state, parent: { caseId: 'above', step: 'x', instance: 'x:1' } });
  const event = { id: 'c', type: 'case.cancel', at: work.now, by: person('olga', 'processOwner'), payload: { reason: 'entered twice' } };
  for (const result of [advance(complaint, state, event, calendars), cancelCase(state, event)]) {
    expect(result).toMatchObject({
      ok: true,
      value: {
        state: { status: 'cancelled', revision: state.revision + 1, tasks: [], timers: [], snapshot: { status: 'stopped', children: {} } },
        effects: [
          { kind: 'case.stop', step: 'reviewing' },
          { kind: 'case.report', to: 'above', outcome: 'cancelled', returns: {}, keptAway: { handler: ['hana'] } },
        ],
      },
    });
    if (result.ok) expect(Object.values(result.value.state.clocks).every((clock) => clock.stoppedAt !== undefined)).toBe(true);
    if (result.ok)
      expect(advance(complaint, result.value.state, event, calendars)).toMatchObject({
        refusal: { code: 'case-ended', status: 'cancelled' },
      });
  }
});

test('the number arrives once, is seen by the next letters, and never changes', () => {
  const work = rejected();
  work.take('case.numbered', { payload: { number: '2026-000007' } });
  expect(work.state.number).toBe('2026-000007');
  expect(work.send('case.numbered', { payload: { number: '2026-000008' } })).toMatchObject({ refusal: { code: 'payload-invalid' } });
  expect(work.send('case.numbered', { payload: { number: '' } })).toMatchObject({ refusal: { code: 'payload-invalid' } });
  expect(work.send('case.numbered', { payload: { number: '2026-000007' } })).toMatchObject({ ok: true });
});

const failing = compiledOf(
  smallDefinition(
    {
      initial: 'work',
      states: steps({
        work: {
          invoke: task(),
          on: { done: [{ target: '#over' }] },
          after: { soon: [{ actions: [{ type: 'letter', params: { letter: 'needs' } }] }], later: [{ target: '#over' }] },
        },
        over: end(),
      }),
    },
    {
      events: { done: { label: { en: 'Done' } } },
      delays: { soon: { days: 1 }, later: { days: 5 } },
      letters: {
        needs: { title: { en: 'x' }, to: ['complainant'], subject: { en: 'x' }, blocks: [{ tells: ['reasons'], text: { en: '{note}' } }] },
      },
    },
  ),
);

test('a timer that fails is set aside and the rest goes on; it can be delivered again, or let be', () => {
  const work = new PretendCase(failing);
  work.now = '2026-03-03T09:00:00.000Z';
  const event = { id: 't', type: 'timer.fire', at: work.now, payload: { timer: 'work.soon' } };
  expect(work.send('timer.fire', { payload: event.payload })).toMatchObject({
    refusal: { code: 'step-failed', reason: 'letter-fact-missing' },
  });
  const parked = park(failing, deepFrozen(work.state), event);
  if (!parked.ok) throw new Error('Not parked');
  expect(parked.value.state).toMatchObject({ revision: 2, timers: [{ id: 'work.later' }], tasks: [{ step: 'work' }] });
  work.state = parked.value.state;
  expect(work.send('timer.fire', { payload: event.payload })).toMatchObject({ refusal: { code: 'stale' } });
  expect(work.send('incident.retry', { by: person('olga'), payload: { event } })).toMatchObject({ refusal: { code: 'step-failed' } });
  work.state = { ...work.state, snapshot: { ...work.state.snapshot, context: { note: 'now there is one' } } };
  work.take('incident.retry', { by: person('olga'), payload: { event } });
  expect(work.letters).toEqual(['needs to complainant']);
  work.take('incident.skip', { by: person('olga'), payload: { reason: 'told by phone' } });
  expect(work.state.snapshot.value).toBe('work');
  work.complete('work', 'done', person('ann', 'clerk'));
  expect(work.send('incident.retry', { by: person('olga'), payload: { event } })).toMatchObject({ refusal: { code: 'case-ended' } });
  for (const payload of [{}, { event: 'x' }, { event: { type: 'case.cancel' } }, { event: { type: 'incident.retry' } }]) {
    expect(new PretendCase(failing).send('incident.retry', { payload: JSON.parse(JSON.stringify(payload)) })).toMatchObject({
      refusal: { code: 'payload-invalid' },
    });
  }
});

test('a case of the past is its fields and nothing else', () => {
  const start = {
    caseId: 'old',
    channel: 'import',
    receivedAt: '2019-05-01T00:00:00Z',
    calendars,
    event: { id: 'i', type: 'case.imported', at: '2026-03-02T09:00:00Z' },
  };
  const imported = importCase(complaint, deepFrozen({ ...start, input: { description: 'The parcel never came.', severity: 2 } }));
  expect(imported).toMatchObject({
    ok: true,
    value: {
      effects: [],
      changed: ['description', 'investigationDays', 'priority', 'severity'],
      state: { status: 'imported', revision: 1, tasks: [], timers: [], clocks: {}, startedAt: '2019-05-01T00:00:00.000Z' },
    },
  });
  expect(importCase(complaint, { ...start, input: { severity: 9 } })).toMatchObject({
    refusal: { code: 'form-invalid', problems: [{ at: '/severity' }] },
  });
  expect(importCase(complaint, { ...start, input: { colour: 'red' } })).toMatchObject({
    refusal: { code: 'form-invalid', problems: [{ at: '/colour', keyword: 'additionalProperties' }] },
  });
  if (imported.ok)
    expect(
      advance(complaint, imported.value.state, { ...start.event, type: 'withdraw', at: '2026-03-03T09:00:00Z' }, calendars),
    ).toMatchObject({ refusal: { code: 'case-ended' } });
});

test('who may start: a role of the start form, with a form that is complete; another case or a service hands in what it has', () => {
  const start = { caseId: 'new', channel: 'web', receivedAt: '2026-03-02T09:00:00Z', calendars };
  const event = { id: 'b', type: 'case.begin', at: '2026-03-02T09:00:00Z' };
  const lodging = fillForm(definition, 'lodging');
  expect(begin(complaint, { ...start, input: lodging, event })).toMatchObject({
    refusal: { code: 'not-permitted', allowed: ['complainant', 'frontline'] },
  });
  expect(begin(complaint, { ...start, input: lodging, event: { ...event, by: person('dora', 'decisionMaker') } })).toMatchObject({
    refusal: { code: 'not-permitted' },
  });
  expect(begin(complaint, { ...start, input: {}, event: { ...event, by: person('ada', 'complainant') } })).toMatchObject({
    refusal: { code: 'form-invalid', form: 'lodging' },
  });
  expect(
    begin(complaint, { ...start, input: { description: 'from the code' }, event: { ...event, by: { service: 'code', roles: [] } } }),
  ).toMatchObject({ ok: true, value: { filed: [], state: { performedBy: {} } } });
  const withParent = begin(shipped('escalation'), {
    ...start,
    input: { complaintNumber: '7' },
    event,
    parent: { caseId: 'p', step: 's', instance: 's:1' },
    keptAway: { handler: ['h'] },
  });
  expect(withParent).toMatchObject({ ok: true, value: { state: { parent: { caseId: 'p' }, keptAway: { handler: ['h'] } } } });
});
