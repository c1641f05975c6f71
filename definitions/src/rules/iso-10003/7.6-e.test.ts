import { expect, test } from '@jest/globals';
import { at, breach, cut, type Draft, type Edit, edited, put, rename, verdictOn } from '../../../../test/tools/rule-trial.ts';
import { whatIsDoneIsChecked as rule } from './7.6-e.ts';

test(`${rule.id} holds for the dispute procedure`, () => {
  expect(verdictOn(rule, 'external-dispute')).toBe('holds');
});

test(`${rule.id} fails when what is done late is not checked`, () => {
  const definition = edited('external-dispute', put('#implementationOverdue/on/done/0/target', '#closingFile'));
  expect(breach(rule, definition)).toEqual({
    verdict: 'fails',
    at: 'resolved',
    path: [
      'start → referral',
      'referred → consent',
      'bothConsent → screening',
      'admit → noticeReceived',
      'logged → evaluating',
      'offerDirect → directSettlement',
      'signed → implementing',
      'implementBy → implementationOverdue',
      'done → closingFile',
      'close → resolved',
    ],
  });
});

/** Paying and apologising go on side by side; the case goes on when both are done. */
const bySideBySide =
  (next: string): Edit =>
  (draft) => {
    const paying = at(draft, '#implementing');
    const word = (text: string): Draft => JSON.parse(JSON.stringify(paying).replaceAll('"implementing"', `"${text}"`));
    const track = (id: string, step: string, event: string): Draft => {
      const over = { id: `${id}Over`, type: 'final', meta: { title } };
      return {
        id,
        meta: { title },
        initial: step,
        states: { [step]: { ...Object(word(step)), on: { [event]: [{ target: `#${id}Over` }] } }, [`${id}Over`]: over },
      };
    };
    const tracks = { pay: track('pay', 'paying', 'done'), sorry: track('sorry', 'apologising', 'apologised') };
    put('/events/apologised', { label: title, act: 'done' })(draft);
    put('#carryingOut/states/both', { id: 'both', type: 'parallel', meta: { title }, states: tracks, onDone: [{ target: next }] })(draft);
    cut('#carryingOut/states/implementing')(draft);
    rename('#implementing', '#both')(draft);
    put('#carryingOut/initial', 'both')(draft);
  };
const title = { en: 'Both', fa: 'هر دو', pl: 'Oba' };

test(`${rule.id} holds where one of two tracks is done and the other too late: nothing is done as a whole`, () => {
  expect(verdictOn(rule, edited('external-dispute', bySideBySide('#verifying')))).toBe('holds');
});

test(`${rule.id} fails where both tracks are done and nobody checks it`, () => {
  expect(breach(rule, edited('external-dispute', bySideBySide('#closingFile')))).toMatchObject({ verdict: 'fails', at: 'resolved' });
});

test(`${rule.id} does not concern a complaint procedure`, () => {
  expect(verdictOn(rule, 'complaint')).toBe('not concerned');
});
