import { expect, test } from '@jest/globals';
import { shippedScenarios } from '@redress/definitions';
import { parseScript, rehearse, type Script } from '@redress/engine';
import { calendars, readProcess } from '../../../test/tools/pretend-case.ts';
import { schemas } from '../../../test/tools/schema-tool.ts';
import { copyOf, type Draft, fieldsOf, listIn, memberOf } from '../model/loose-json.ts';
import { problemWords, reasonWords } from './trial-problems.ts';

const told = (id: string, facts: unknown = {}) => `${id} ${JSON.stringify(facts)}`;
const scriptOf = (json: unknown): Script => {
  const script = parseScript(json);
  if (!script.ok) throw new Error(JSON.stringify(script.refusal));
  return script.value;
};
const script = scriptOf(shippedScenarios.starter?.scripts.resolved);

/** The first problem of a story once the procedure is drawn otherwise, and what stands in the way. */
function stale(edit: (draft: Draft) => void, story = script): readonly (string | undefined)[] {
  const draft = copyOf(fieldsOf(readProcess('starter')));
  edit(draft);
  const definition = JSON.parse(JSON.stringify(draft));
  const { problems } = rehearse({ definitions: [definition], calendars, tools: { schemas } }, story);
  const [first] = problems;
  if (!first) throw new Error('it goes as it is told');
  const speaking = {
    definitions: [definition],
    people: story.people,
    say: told,
    text: (words: unknown) => String(fieldsOf(words).en ?? ''),
  };
  return [problemWords(first, speaking), reasonWords(first, speaking)];
}

const form = (draft: Draft, id: string) => memberOf(memberOf(draft, 'forms'), id);
const mustSay = (id: string) => (draft: Draft) => {
  memberOf(draft, 'data').branch = { title: { en: 'Branch' }, schema: { type: 'string' } };
  listIn(form(draft, id), 'sections').push({ fields: [{ field: 'branch', required: true }] });
};

test('a story that goes no further once the procedure is drawn otherwise says what stands in the way', () => {
  const answers = 'trial.reason.answers {"fields":"Branch"}';
  expect(stale(mustSay('recording'))).toEqual([expect.stringContaining('trial.problem.refused'), answers]);
  expect(stale(mustSay('lodging'))).toEqual([expect.stringContaining('trial.problem.case-not-begun'), answers]);
  const [, role] = stale((draft) => (memberOf(draft, 'start').by = ['processOwner']));
  expect(role).toMatch(/^trial\.reason\.role \{"roles":"[A-Z]/);
  const gone = stale((draft) => delete memberOf(memberOf(memberOf(memberOf(draft, 'machine'), 'states'), 'recording'), 'on').recorded);
  expect(gone[1]).toBe('trial.reason.no-way {}');
});
