import { expect, test } from '@jest/globals';
import { problemLines } from './rehearsal-words.ts';

const said = (code: string, facts: object, more: object = {}) =>
  problemLines({ code, at: '/steps/3', facts: facts as never, ...more }).join('\n');

test('each problem says what was found and what would do', () => {
  expect(said('not-as-expected', { what: 'tasks', expected: [], found: ['deciding head'] })).toBe(
    'not-as-expected at /steps/3: tasks: expected nothing, found deciding head',
  );
  expect(said('no-such-timer', { timer: 'a.by', armed: ['b.by', 'c.by'] })).toContain('a.by does not run; running: b.by, c.by');
  expect(said('script-unknown', { key: 'proces', known: ['process', 'people'] })).toContain(
    'proces is not known. Did you mean process? Known: process, people',
  );
  expect(said('script-step', { asked: ['send', 'wait'], known: ['send', 'wait'] })).toContain(
    'does more than one thing: send, wait; one of',
  );
  expect(said('bad-wait', { problem: 'calendar-unknown', calendar: 'moon' })).toContain('calendar-unknown {"calendar":"moon"}');
  expect(said('constructor', { a: 1 })).toBe('constructor at /steps/3: {"a":1}');
});

test('why it was refused stands under it, whether the engine says so or the gate', () => {
  const excluded = { code: 'excluded', task: 'reviewing', role: 'decisionMaker', person: 'olga' };
  const line = 'refused at /steps/3: decide was refused\n  because olga had the role decisionMaker, which may not do reviewing';
  expect(said('refused', { event: 'decide' }, { refusal: excluded })).toBe(line);
  const { code: refused, ...because } = excluded;
  expect(said('refused', { event: 'decide', refused, because })).toBe(line);
  expect(said('incident', { event: 'decide' }, { refusal: { code: 'step-failed', reason: 'feel-null', at: '/x' } })).toBe(
    'incident at /steps/3: the procedure itself fails at decide\n  because step-failed {"reason":"feel-null","at":"/x"}',
  );
  const findings = [
    { code: 'unknown-role', severity: 'error', at: '/roles', facts: { role: 'x' } },
    { code: 'unused-role', severity: 'warning', at: '/roles', facts: {} },
  ];
  expect(said('does-not-compile', { process: 'own' }, { findings }).split('\n').slice(1)).toEqual([
    '  unknown-role at /roles {"role":"x"}',
  ]);
});
