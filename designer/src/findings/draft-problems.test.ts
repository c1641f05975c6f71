import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { createIntl } from 'react-intl';
import { schemas } from '../../../test/tools/schema-tool.ts';
import { smallDefinition, steps, task } from '../../../test/tools/small-definition.ts';
import { loadMessages } from '../language/messages.ts';
import { sayWith } from '../language/words.tsx';
import { openDocument } from '../model/document.ts';
import { findingsOf } from '../model/findings.ts';
import { treeOf } from '../model/tree.ts';
import { nextProblem, problemsOf } from './draft-problems.ts';

/** A procedure with a role that is not there, a way that goes nowhere new, and a letter that names what nothing fills in. */
async function broken() {
  const states = {
    first: { invoke: task(), on: { go: [{ target: '#second' }, { target: '#second' }] } },
    second: { invoke: task('clark') },
  };
  const letter = { title: { en: 'Told' }, to: ['boss'], subject: { en: '{nota}' }, blocks: [{ text: { en: 'x' } }] };
  const definition = smallDefinition(
    { initial: 'first', states: steps(states) },
    { events: { go: { label: { en: 'Go' } } }, letters: { told: letter } },
  );
  const opened = openDocument(definition);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const tree = treeOf(opened.value.definition);
  const say = sayWith(createIntl({ locale: 'en', messages: await loadMessages('en') }));
  const text = (words: Readonly<Record<string, string>> | undefined) => words?.en ?? '';
  return { tree, problems: problemsOf(tree, findingsOf(opened.value, { schemas }), { definition, say, text }) };
}

test('problems stand in the order of the outline, by the names people gave; what belongs to no step comes last', async () => {
  const { problems } = await broken();
  expect(problems.map(({ at, place }) => [at, place])).toEqual([
    ['first/on/go/1', '“2. Go” of “first”'],
    ['second', 'second'],
    ['letter:told', 'Letter “Told”'],
  ]);
  expect(problems[1]?.field).toEqual(['invoke', 'input', 'role']);
});

test('the next one is looked for from where one is, in both directions, and round at the end', async () => {
  const { tree, problems } = await broken();
  const from = (chosen: string | undefined, where: 'next' | 'previous') => nextProblem(problems, chosen, tree, where)?.at;
  expect(from(undefined, 'next')).toBe('first/on/go/1');
  expect(from('first', 'next')).toBe('first/on/go/1');
  expect(from('first/on/go/1', 'next')).toBe('second');
  expect(from('letter:told', 'next')).toBe('first/on/go/1');
  expect(from('second', 'previous')).toBe('first/on/go/1');
  expect(from('first', 'previous')).toBe('letter:told');
  expect(nextProblem([], 'first', tree, 'next')).toBeUndefined();
});

test('what a draft and the procedures it starts have wrong together stands at the step, once they are known; what it links to is left to the server', () => {
  const shipped = shippedProcesses as readonly { readonly id?: unknown }[];
  const named = (id: string): object => shipped.find((process) => process.id === id) ?? {};
  const lacking = JSON.parse(JSON.stringify({ ...named('complaint'), links: ['elsewhere'] }));
  lacking.machine.states.review.states.reviewing.invoke.onDone.at(-1).guard = { type: 'if', params: { outcome: ['resolved'] } };
  const opened = openDocument(lacking);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  const found = (beside?: readonly object[]) =>
    findingsOf(opened.value, { schemas, beside }).map(({ code, element, facts }) => [code, element, facts.outcome ?? facts.name]);
  expect(found()).toEqual([]);
  expect(found([named('escalation'), named('dispute')])).toEqual([['child-outcome-without-row', 'reviewing', 'unresolved']]);
  const waiting = { ...lacking, id: 'waiting' };
  const escalation = openDocument(named('escalation'));
  if (!escalation.ok) throw new Error(JSON.stringify(escalation.refusal));
  const [stranding] = findingsOf(escalation.value, { schemas, beside: [waiting] });
  expect([stranding?.code, stranding?.element, stranding?.facts.outcome]).toEqual(['waiting-without-row', '', 'unresolved']);
  expect(found([named('dispute')])).toEqual([['unknown-definition', 'reviewing', 'escalation']]);
});
