import { expect, test } from '@jest/globals';
import { upon } from './upon.ts';

const eve = { date: '2026-12-24', title: 'Christmas Eve', hours: [{ from: '08:00', to: '12:00' }] };
const day = { date: '2026-12-25', title: 'Christmas' };

test('what only one of two changed is as that one left it', () => {
  const before = { '1': [{ from: '08:00', to: '16:00' }], '2': [{ from: '08:00', to: '16:00' }] };
  const mine = { ...before, '1': [{ from: '07:00', to: '15:00' }] };
  const theirs = { '2': [{ from: '09:00', to: '17:00' }], '1': before['1'], '6': [{ from: '10:00', to: '12:00' }] };
  expect(upon<Record<string, unknown>>({ before, mine, theirs })).toEqual({ ...theirs, '1': mine['1'] });
});

test('what both changed is as it was typed here, and two who changed the hours of one day do not give it overlapping ones', () => {
  const mine = [{ ...eve, hours: [{ from: '08:00', to: '10:00' }] }];
  const theirs = [{ ...eve, title: 'Eve', hours: [{ from: '09:00', to: '12:00' }] }];
  expect(upon({ before: [eve], mine, theirs })).toEqual([{ ...eve, title: 'Eve', hours: [{ from: '08:00', to: '10:00' }] }]);
});

test('rows that either added are there, rows that either took away are gone, and what is not dated yet stays', () => {
  const added = { date: '', title: 'Staff day' };
  const new1 = { date: '2026-11-11', title: 'Independence' };
  expect(upon({ before: [eve, day], mine: [day, added], theirs: [eve, day, new1] })).toEqual([day, added, new1]);
  expect(upon({ before: [eve, day], mine: [eve, day, added], theirs: [day] })).toEqual([day, added]);
});

test('a row whose day was moved is not there twice', () => {
  const moved = { ...day, date: '2026-12-26' };
  expect(upon({ before: [eve, day], mine: [eve, moved], theirs: [{ ...eve, title: 'Eve' }, day] })).toEqual([
    { ...eve, title: 'Eve' },
    moved,
  ]);
});

test('rights and roles that either gave or took are so', () => {
  const before = { rights: ['handler', 'team-lead'], assignments: [{ definition: 'starter', roles: ['handler'] }] };
  const mine = { ...before, rights: ['handler', 'team-lead', 'compliance'] };
  const theirs = { rights: ['handler'], assignments: [{ definition: 'starter', roles: ['handler', 'lead'] }] };
  expect(upon({ before, mine, theirs })).toEqual({ rights: ['handler', 'compliance'], assignments: theirs.assignments });
});
