import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { JsonObject } from '@redress/engine';
import { type Draft, fieldsOf, memberOf } from '../model/loose-json.ts';
import { moveNeed } from './move-needs.ts';
import { edited, stateIn, steps } from './planted.ts';

const complaint = JSON.parse(JSON.stringify(shippedProcesses.find((process) => fieldsOf(process).id === 'complaint'))) as JsonObject;
const need = (edit: (draft: Draft) => void, step: string) => moveNeed(complaint, edited(complaint, edit), step);

test('where the step is as it was nothing is needed, whatever else has changed', () => {
  expect(need((draft) => (memberOf(stateIn(draft, 'assessing'), 'meta').title = { en: 'Weigh' }), 'assessing')).toEqual({
    kind: 'nothing',
    because: [],
  });
  for (const { id } of steps(complaint))
    expect(moveNeed(complaint, JSON.parse(JSON.stringify(complaint)), id).kind).toBe(id === '' || isStage(id) ? 'choice' : 'nothing');
});
const isStage = (id: string) => steps(complaint).some((step) => step.id === id && step.state.states !== undefined);

test('a step that is gone, or has become a stage, needs a choice', () => {
  const gone = need((draft) => delete memberOf(stateIn(draft, 'assessment'), 'states').assessing, 'assessing');
  expect(gone).toEqual({ kind: 'choice', because: ['assessing'] });
  const stage = need((draft) => (stateIn(draft, 'assessing').states = { inner: {} }), 'assessing');
  expect(stage).toEqual({ kind: 'choice', because: ['assessing'] });
});

test('a step that has moved to another stage needs nothing', () => {
  const moved = need((draft) => {
    const from = memberOf(stateIn(draft, 'assessment'), 'states');
    memberOf(stateIn(draft, 'inquiry'), 'states').assessing = from.assessing;
    delete from.assessing;
  }, 'assessing');
  expect(moved.kind).toBe('nothing');
});

const tracks = (states: JsonObject): JsonObject => ({ machine: { states: { both: { type: 'parallel', states } } } });
test('a track beside it that is new would start, and so would everything where tracks came or went around it', () => {
  const before = tracks({ one: { states: { a: {} } }, two: { states: { b: {} } } });
  const more = tracks({ one: { states: { a: {} } }, two: { states: { b: {} } }, informed: { states: { c: {} } } });
  expect(moveNeed(before, more, 'a')).toEqual({ kind: 'starts-anew', because: ['informed'] });
  expect(moveNeed(more, before, 'a')).toEqual({ kind: 'nothing', because: [] });
  const alone: JsonObject = { machine: { states: { a: {} } } };
  expect(moveNeed(alone, before, 'a')).toEqual({ kind: 'starts-anew', because: ['both'] });
  expect(moveNeed(before, alone, 'a')).toEqual({ kind: 'starts-anew', because: ['both'] });
  const crossed = tracks({ one: { states: {} }, two: { states: { a: {}, b: {} } } });
  expect(moveNeed(before, crossed, 'a')).toEqual({ kind: 'starts-anew', because: ['a'] });
});

test('nobody to do it, or something every case has to say and this one was not asked: not possible', () => {
  const inputIn = (draft: Draft) => memberOf(memberOf(stateIn(draft, 'assessing'), 'invoke'), 'input');
  expect(need((draft) => (inputIn(draft).role = 'nobody'), 'assessing')).toEqual({ kind: 'impossible', because: ['role:nobody'] });
  const approver = (draft: Draft) => {
    inputIn(draft).role = 'approver';
    memberOf(draft, 'roles').approver = { party: 'organisation', heldBy: 'approvers' };
    memberOf(draft, 'data').approvers = { holds: 'person', schema: { type: 'array' } };
  };
  expect(need(approver, 'assessing')).toEqual({ kind: 'impossible', because: ['role:approver'] });
  const asked = (draft: Draft) => {
    memberOf(draft, 'data').region = { schema: { type: 'string' } };
    memberOf(memberOf(draft, 'forms'), 'lodging').sections = [{ fields: [{ field: 'region', required: true }] }];
  };
  expect(need(asked, 'assessing')).toEqual({ kind: 'impossible', because: ['field:region'] });
});

test('values that may not fit any more need a choice; another answer to choose from does not', () => {
  const schemaIn = (draft: Draft, field: string) => memberOf(memberOf(memberOf(draft, 'data'), field), 'schema');
  expect(need((draft) => (schemaIn(draft, 'channel').enum = ['web']), 'assessing')).toEqual({ kind: 'choice', because: ['field:channel'] });
  expect(need((draft) => (schemaIn(draft, 'channel').enum as unknown[]).push('fax'), 'assessing').kind).toBe('nothing');
});
