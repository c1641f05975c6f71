import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { Command, EditRefusal } from './command.ts';
import { type DesignDocument, openDocument } from './document.ts';
import { findingsOf } from './findings.ts';
import { fieldsOf } from './loose-json.ts';
import { type Edit, perform } from './perform.ts';
import { placesOf } from './places.ts';
import { schemas } from './pretend-definitions.ts';
import { rowAt } from './rows.ts';

const opened = (definition: unknown): DesignDocument => {
  const document = openDocument(definition);
  if (!document.ok) throw new Error(JSON.stringify(document.refusal));
  return document.value;
};
const shipped = (id: string) => shippedProcesses.find((process) => fieldsOf(process).id === id);
const starter = opened(shipped('starter'));
const complaint = opened(shipped('complaint'));
const edit = (document: DesignDocument, ...commands: readonly Command[]): Edit => {
  const done = perform(document, commands);
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
};
const refused = (document: DesignDocument, command: Command): EditRefusal | undefined => {
  const done = perform(document, [command]);
  return done.ok ? undefined : done.refusal;
};
const input = (document: DesignDocument, step: string) => fieldsOf(fieldsOf(placesOf(document.definition).get(step)?.state.invoke).input);
const role = (document: DesignDocument, id: string) => fieldsOf(document.definition.roles)[id];
const row = (document: DesignDocument, address: string) => rowAt(document.definition, placesOf(document.definition), address)?.row;
const found = (document: DesignDocument) => findingsOf(document, { schemas }).filter(({ severity }) => severity === 'error');

test('a new role is chosen at once, is kept away from a task, and the procedure still compiles', () => {
  const added = edit(starter, {
    name: 'role.add',
    payload: { title: { en: 'Team lead', fa: 'سرپرست', pl: 'Kierownik zespołu' }, party: 'organisation' },
  });
  expect(added.chosen).toEqual(['role:teamLead']);
  const { document } = edit(
    added.document,
    { name: 'role.competence', payload: { role: 'teamLead', words: ['review', 'review', 'mediation'] } },
    { name: 'excludes.set', payload: { step: 'deciding', roles: ['teamLead', 'subject'] } },
  );
  expect(role(document, 'teamLead')).toEqual({
    title: { en: 'Team lead', fa: 'سرپرست', pl: 'Kierownik zespołu' },
    party: 'organisation',
    competence: ['review', 'mediation'],
  });
  expect(input(document, 'deciding').excludes).toEqual(['teamLead', 'subject']);
  expect(found(document)).toEqual([]);
});

test('a role in use is not removed, and it is said where it is used; an unused one goes, and its id never comes again', () => {
  expect(refused(starter, { name: 'role.remove', payload: { role: 'topManagement' } })).toMatchObject({
    code: 'in-use',
    element: 'role:topManagement',
    uses: expect.arrayContaining([expect.any(String)]),
  });
  const wish = { name: 'role.add', payload: { title: { en: 'Guest' }, party: 'customer' } } as const;
  const added = edit(starter, wish).document;
  const gone = edit(added, { name: 'role.remove', payload: { role: 'guest' } }).document;
  expect(role(gone, 'guest')).toBeUndefined();
  expect(edit(gone, wish).chosen).toEqual(['role:guest2']);
});

test('who holds a role in a case is a field that is there, or nobody', () => {
  expect(refused(starter, { name: 'role.field', payload: { role: 'subject', which: 'heldBy', field: 'nothing' } })).toEqual({
    code: 'no-such-element',
    element: 'field:nothing',
  });
  const { document } = edit(starter, { name: 'role.field', payload: { role: 'subject', which: 'heldBy' } });
  expect(role(document, 'subject')).not.toHaveProperty('heldBy');
});

test('who may press a way is said at it and taken back without a trace', () => {
  const address = 'examining/on/examined/0';
  const before = row(starter, address);
  const said = edit(starter, { name: 'row.by', payload: { row: address, roles: ['processOwner'] } }).document;
  expect(fieldsOf(row(said, address)?.meta).by).toEqual(['processOwner']);
  expect(row(edit(said, { name: 'row.by', payload: { row: address, roles: [] } }).document, address)).toEqual(before);
  expect(refused(starter, { name: 'start.by', payload: { roles: [] } })).toMatchObject({ code: 'not-here' });
});

test('a sub-procedure keeps people away as a whole; only a task hides records and finds a person', () => {
  const { document } = edit(complaint, { name: 'excludes.set', payload: { step: 'reviewing', roles: ['handler'] } });
  expect(input(document, 'reviewing').excludes).toEqual(['handler']);
  expect(refused(complaint, { name: 'hides.set', payload: { step: 'reviewing', records: ['findings'] } })).toMatchObject({
    code: 'not-here',
  });
  expect(refused(complaint, { name: 'assign.set', payload: { step: 'reviewing' } })).toMatchObject({ code: 'not-here' });
});

test('what stands there and is no list of words is kept, and the edit is refused', () => {
  const odd = opened({
    ...starter.definition,
    roles: { ...fieldsOf(starter.definition.roles), handler: { ...fieldsOf(role(starter, 'handler')), competence: [{ level: 3 }] } },
  });
  expect(refused(odd, { name: 'role.competence', payload: { role: 'handler', words: ['review'] } })).toEqual({
    code: 'odd-shape',
    key: 'competence',
  });
});
