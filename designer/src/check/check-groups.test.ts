import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { fieldsOf } from '../model/loose-json.ts';
import { treeOf } from '../model/tree.ts';
import { groupsOf, summaryOf } from './check-groups.ts';
import { placeIn, searchOf } from './check-place.ts';
import type { AskingLaw, CheckedRule } from './checked-draft.ts';
import { clauseVerdicts } from './clause-verdicts.ts';
import { pathMarks } from './path-marks.ts';
import { pretendRule as rule } from './pretend-rule.ts';

test('a summary counts what a drawing can show; what never arises and what people sign counts neither way', () => {
  const rules = [rule('a', 'holds'), rule('b', 'fails'), rule('c', 'possible'), rule('d', 'not-decided'), rule('e', 'vacuous')];
  const summary = summaryOf({
    rules: [...rules, rule('f', 'needs-person')],
    packs: [
      { id: 'x', version: '1.0' },
      { id: 'y', version: '1.0' },
    ],
  });
  expect(summary).toMatchObject({ guidance: { holding: 1, checkable: 4, open: 3 }, open: 3, versions: ['1.0'] });
  expect(summary.laws).toBeUndefined();
  expect(summary.counts).toEqual({ fails: 1, possible: 1, 'not-decided': 1, holds: 1, 'needs-person': 1, vacuous: 1 });
});

test('rules stand under their standard and clause, those of sound procedures by themselves', () => {
  const rules = [
    rule('S-1', 'holds', { pack: 'structure' }),
    rule('1', 'fails', { clause: '10002/7.4' }),
    rule('2', 'holds', { clause: '10002/7.8' }),
    rule('3', 'holds', { clause: '10002/7.4' }),
  ];
  const groups = groupsOf(rules).map(({ name, clauses }) => [
    name,
    clauses.map(({ clause, rules: asked }) => [clause?.number, asked.map(({ rule: id }) => id).join(' ')]),
  ]);
  expect(groups).toEqual([
    [undefined, [[undefined, 'S-1']]],
    [
      'ISO 10002:2018',
      [
        ['7.4', '1 3'],
        ['7.8', '2'],
      ],
    ],
  ]);
});

test('what laws ask is no guidance: it is counted by itself and stands under its law', () => {
  const law: AskingLaw = { id: 'moon', version: '3', title: { en: 'Moon' }, source: { title: { en: 'Act' } }, confidence: 'memory' };
  const asked = (id: string, verdict: CheckedRule['verdict']) => rule(id, verdict, { pack: 'law:moon', law });
  const rules = [rule('1', 'holds', { clause: '10002/7.4' }), asked('law:moon/a', 'fails'), asked('law:moon/b', 'holds')];
  const summary = summaryOf({
    rules,
    packs: [
      { id: 'iso-10002', version: '1.0' },
      { id: 'law:moon', version: '3' },
    ],
  });
  expect(summary).toMatchObject({
    guidance: { holding: 1, checkable: 1, open: 0 },
    laws: { holding: 1, checkable: 2, open: 1 },
    open: 1,
    versions: ['1.0'],
  });
  expect(groupsOf(rules).map(({ name, law: of }) => [name, of?.title.en])).toEqual([
    ['ISO 10002:2018', undefined],
    ['law:moon', 'Moon'],
  ]);
});

test('where one is in the check goes into the address and comes out of it again', () => {
  const places = [undefined, {}, { rule: '10002/7.8-A' }, { rule: '10002/7.8-A', way: 1, step: 3 }];
  for (const place of places) expect(placeIn(searchOf(place))).toEqual(place);
  expect(searchOf({ rule: 'S-1', way: 0, step: 0 })).toEqual({ check: 'S-1', way: '1', step: '1' });
  expect(placeIn({ check: 'S-1', way: 'x', step: '-2' })).toEqual({ rule: 'S-1' });
});

test('a run is marked with its numbers from where it begins to where it breaks, and everything else steps back', () => {
  const starter = shippedProcesses.find((process) => fieldsOf(process).id === 'starter') ?? {};
  const tree = treeOf(starter);
  const start = tree.start ?? '';
  const row = tree.byId.get(start)?.rows[0];
  const next = row?.to[0] ?? '';
  const step = { kind: 'event' as const, day: 0, active: [], answers: [], letters: [], told: [] };
  const path = [
    { ...step, step: start, event: 'start', rows: [] },
    { ...step, step: next, event: row?.name ?? '', rows: [row?.at ?? ''] },
    { ...step, step: start, event: 'back', rows: [] },
  ];
  const marks = pathMarks(tree, { element: start, facts: {}, path }, 1);
  expect([marks.steps.get(start), marks.steps.get(next), marks.now]).toEqual(['breaks', 'on-path', next]);
  expect([marks.numbers?.get(start), marks.numbers?.get(next)]).toEqual([[1, 3], [2]]);
  expect(marks.rows.get(row?.address ?? '')).toBe('on-path');
  const others = [...tree.byId.keys()].filter((id) => id !== start && id !== next);
  expect(new Set(others.map((id) => marks.steps.get(id)))).toEqual(new Set(['off-path']));
});

test('an element knows the clauses that break at it, and those that it proves unless they break there as well', () => {
  const tree = treeOf(shippedProcesses.find((process) => fieldsOf(process).id === 'starter') ?? {});
  const [element] = tree.elements.filter(({ rows }) => rows.length > 0);
  const row = element?.rows[0];
  const verdicts = clauseVerdicts(tree, [
    rule('1', 'fails', { clause: '10002/7.9', failures: [{ element: row?.at ?? '', facts: {}, path: [] }] }),
    rule('2', 'holds', { clause: '10002/7.9', proof: [element?.id ?? ''] }),
    rule('3', 'holds', { clause: '10002/7.4', proof: [element?.id ?? '', '/publishes'] }),
  ]);
  expect(verdicts.get(element?.id ?? '')).toEqual({ breaks: ['10002/7.9'], proves: ['10002/7.4'] });
  expect(verdicts.get(row?.address ?? '')).toEqual({ breaks: ['10002/7.9'], proves: [] });
});
