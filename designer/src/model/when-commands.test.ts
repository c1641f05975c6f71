import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { Command, EditRefusal } from './command.ts';
import { type DesignDocument, openDocument } from './document.ts';
import { findingsOf } from './findings.ts';
import { fieldsOf } from './loose-json.ts';
import { type Edit, perform } from './perform.ts';
import { schemas } from './pretend-definitions.ts';
import { stepsByTag } from './step-tags.ts';
import { treeOf } from './tree.ts';

const opened = (id: string): DesignDocument => {
  const document = openDocument(shippedProcesses.find((process) => fieldsOf(process).id === id));
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  return document.value;
};
const starter = opened('starter');
const complaint = opened('complaint');
const edit = (document: DesignDocument, ...commands: readonly Command[]): Edit => {
  const done = perform(document, commands);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
};
const refused = (document: DesignDocument, command: Command): EditRefusal | undefined => {
  const done = perform(document, [command]);
  return done.ok ? undefined : done.refusal;
};
const part = (document: DesignDocument, section: string, id: string) => fieldsOf(fieldsOf(document.definition[section])[id]);
const state = (document: DesignDocument, id: string) =>
  fieldsOf(
    fieldsOf(
      JSON.parse(
        JSON.stringify(
          (treeOf(document.definition).byId.get(id)?.at ?? '')
            .slice(1)
            .split('/')
            .reduce<unknown>((at, key) => fieldsOf(at)[key], document.definition),
        ),
      ),
    ),
  );
const found = (document: DesignDocument) => findingsOf(document, { schemas }).map(({ code }) => code);

test('a whole ladder is added rung by rung, each in one go, and the procedure still compiles', () => {
  const bare = edit(starter, { name: 'rung.remove', payload: { step: 'recording', delay: 'recordBy' } }).document;
  expect(bare.definition.delays).not.toHaveProperty('recordBy'); // Nothing else needed it.
  expect(state(bare, 'recording')).not.toHaveProperty('after');
  const { document } = edit(
    bare,
    {
      name: 'rung.add',
      payload: { step: 'recording', sort: 'remind', length: { workingDays: 3 }, letter: 'reminder', letterTo: 'handler' },
    },
    { name: 'rung.add', payload: { step: 'recording', sort: 'escalate', length: { workingDays: 5 }, role: 'topManagement' } },
    { name: 'rung.add', payload: { step: 'recording', sort: 'deadline', length: { workingDays: 10 }, to: 'examining' } },
    { name: 'rung.add', payload: { step: 'recording', sort: 'update', length: { days: 10 }, letter: 'progress' } },
    { name: 'due.set', payload: { step: 'recording', delay: 'escalation' } },
  );
  expect(state(document, 'recording').after).toEqual({
    reminder: [{ actions: [{ type: 'letter', params: { letter: 'reminder', to: ['handler'] } }] }],
    escalation: [{ actions: [{ type: 'reassign', params: { to: 'topManagement' } }] }],
    deadline: [{ target: '#examining' }],
    update2: [{ actions: [{ type: 'letter', params: { letter: 'progress' } }] }],
  });
  expect(part(document, 'delays', 'escalation')).toEqual({ workingDays: 5 });
  expect(found(document).filter((code) => !found(starter).includes(code))).toEqual([]);
  expect(refused(document, { name: 'rung.add', payload: { step: 'recording', sort: 'deadline', length: { days: 2 } } })?.code).toBe(
    'not-here',
  );
  const without = edit(document, { name: 'rung.remove', payload: { step: 'recording', delay: 'escalation' } }).document;
  expect(fieldsOf(fieldsOf(state(without, 'recording').invoke).input)).not.toHaveProperty('due');
});

test('a length that counts in two places is given to one of them alone', () => {
  expect(refused(complaint, { name: 'delay.remove', payload: { delay: 'closeBy' } })).toEqual({
    code: 'in-use',
    element: 'delay:closeBy',
    uses: ['closing', 'closingUnresolved'],
  });
  const { document } = edit(complaint, { name: 'rung.own', payload: { step: 'closing', delay: 'closeBy' } });
  expect(Object.keys(fieldsOf(state(document, 'closing').after))).toEqual(['closeBy2']);
  expect(part(document, 'delays', 'closeBy2')).toEqual(part(complaint, 'delays', 'closeBy'));
  expect(refused(document, { name: 'rung.own', payload: { step: 'closing', delay: 'closeBy2' } })?.code).toBe('nothing-to-do');
});

test('a way back into its own step begins it anew, where it is said so', () => {
  const { document } = edit(starter, { name: 'row.connect', payload: { row: 'recording/after/recordBy/0', to: 'recording' } });
  expect(found(document)).toContain('deadline-stays');
  const anew = edit(document, { name: 'row.again', payload: { row: 'recording/after/recordBy/0', again: true } }).document;
  expect(found(anew)).not.toContain('deadline-stays');
  const not = edit(anew, { name: 'row.again', payload: { row: 'recording/after/recordBy/0', again: false } }).document;
  expect(not.definition).toEqual(document.definition);
});

test('a stage has an intended time; the last length goes with it', () => {
  const stage = [...treeOf(complaint.definition).byId.values()].find(({ kind }) => kind === 'stage')?.id ?? '';
  const { document } = edit(complaint, { name: 'target.set', payload: { stage, length: { workingDays: 10 } } });
  expect(fieldsOf(state(document, stage).meta).target).toBe('intendedTime');
  const back = edit(document, { name: 'target.set', payload: { stage } }).document;
  expect(back.definition).toEqual(complaint.definition);
});

test('a step is limited to so many visits, a whole number from one; an outcome is not', () => {
  const { document } = edit(starter, { name: 'visits.set', payload: { step: 'examining', most: 2 } });
  expect(fieldsOf(state(document, 'examining').meta).maxVisits).toBe(2);
  expect(edit(document, { name: 'visits.set', payload: { step: 'examining' } }).document.definition).toEqual(starter.definition);
  for (const payload of [
    { step: 'examining', most: 0 },
    { step: 'examining', most: 1.5 },
    { step: 'resolved', most: 2 },
  ])
    expect(perform(starter, [{ name: 'visits.set', payload }])).toMatchObject({ ok: false, refusal: { code: 'not-here' } });
  expect(perform(starter, [{ name: 'visits.set', payload: { step: 'examining' } }])).toMatchObject({ refusal: { code: 'nothing-to-do' } });
});

test('a clock is added with a limit, warns, is extended by a letter and removed with its limits', () => {
  const title = { en: 'Our time', fa: 'زمان ما', pl: 'Nasz czas' };
  const { document, chosen } = edit(
    starter,
    { name: 'clock.add', payload: { title, length: { workingDays: 30 }, starts: ['stage:receipt'], stops: ['stage:closure'] } },
    { name: 'clock.tags', payload: { clock: 'ourTime', part: 'pausesIn', tags: ['wait:complainant'] } },
    { name: 'clock.warn', payload: { clock: 'ourTime', at: [80, 50, 80] } },
    { name: 'clock.extend', payload: { clock: 'ourTime', letter: 'late' } },
  );
  expect(chosen).toBeUndefined(); // The last edit chooses nothing.
  expect(part(document, 'clocks', 'ourTime')).toEqual({
    title,
    kind: 'service',
    limit: 'ourTime',
    starts: ['stage:receipt'],
    stops: ['stage:closure'],
    pausesIn: ['wait:complainant'],
    warnAt: [50, 80],
    extension: { limit: 'ourTimeExtended', times: 1, letter: 'late' },
  });
  expect(part(document, 'delays', 'ourTimeExtended')).toEqual({ workingDays: 60 });
  expect(found(document).filter((code) => !found(starter).includes(code))).toEqual([]);
  const gone = edit(document, { name: 'clock.remove', payload: { clock: 'ourTime' } }).document;
  expect(gone.definition).toEqual(starter.definition);
});

test('a clock that is named in no Latin letters has an id all the same', () => {
  const title = { fa: 'همهٔ زمان' };
  expect(edit(starter, { name: 'clock.add', payload: { title } }).chosen).toEqual(['clock:ownClock']);
  expect(edit(starter, { name: 'clock.add', payload: { title, kind: 'law' } }).chosen).toEqual(['clock:lawClock']);
});

test('a law clock never rests, and a clock that something names stays', () => {
  const law = edit(complaint, { name: 'clock.kind', payload: { clock: 'handling', kind: 'law' } }).document;
  expect(part(law, 'clocks', 'handling')).not.toHaveProperty('pausesIn');
  const rest: Command = { name: 'clock.tags', payload: { clock: 'handling', part: 'pausesIn', tags: ['wait:complainant'] } };
  expect(refused(law, rest)?.code).toBe('not-here');
  expect(refused(complaint, { name: 'clock.remove', payload: { clock: 'handling' } })).toMatchObject({ code: 'in-use' });
  expect(refused(complaint, { name: 'clock.warn', payload: { clock: 'handling', at: [100] } })?.code).toBe('not-here');
});

test('whose move it is follows from the task, as when the procedure is put to work', () => {
  expect(stepsByTag(complaint.definition).get('wait:complainant')).toContain('awaitingInfo');
  expect(stepsByTag(complaint.definition).get('stage:receipt')).toEqual(['intake']);
});
