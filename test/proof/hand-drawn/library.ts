import type { Definition } from '@redress/engine';
import { libraryParts } from './library-parts.ts';
import { box, go, letter, record, stay, step, task } from './short-words.ts';

const late = [letter('over'), letter('late')];
const when = (feel: string) => ({ type: 'if', params: { feel } });

/** A complaint of a public library as somebody else would draw it: two tracks at once, decisions on the way, letters as steps, formulas as conditions. */
const machine = {
  initial: 'open',
  on: { leave: go('gone', letter('bye')), howFar: stay(letter('still')), tellMore: stay(letter('memo')) },
  states: box(
    step('open', '', {
      meta: { owner: 'desk' },
      initial: 'register',
      states: box(
        step('register', 'receipt', {
          invoke: task('desk', 'register'),
          on: {
            registered: [{ guard: when('ourScope = false'), target: '#notUs', actions: [letter('notUs')] }, ...go('greet')],
          },
          after: { nextDay: go('greet', letter('over')) },
        }),
        step('greet', 'acknowledgement', {
          meta: { owner: 'desk' },
          invoke: { src: 'letter', input: { letter: 'hello' }, onDone: go('sort'), onError: go('greetByHand') },
          after: { nextDay: go('sort', letter('over')) },
        }),
        step('greetByHand', 'acknowledgement', {
          entry: [letter('hello')],
          invoke: task('desk'),
          on: { posted: go('sort') },
          after: { nextDay: go('sort', ...late) },
        }),
        step('sort', 'initial-assessment', {
          invoke: task('desk', 'triage'),
          on: { sorted: go('work') },
          after: { twoDays: go('work', ...late) },
        }),
      ),
    }),
    step('work', '', {
      type: 'parallel',
      meta: { owner: 'researcher' },
      onDone: go('judge'),
      states: box(
        step('urgent', '', {
          initial: 'isUrgent',
          states: box(
            step('isUrgent', '', {
              always: [{ guard: when('needForImmediateAction = true or safetyImplication = true'), target: '#calm' }, ...go('noNeed')],
            }),
            step('calm', 'interim-remedy', {
              invoke: task('desk'),
              entry: [letter('still')],
              on: { calmed: go('noNeed') },
              after: { twoDays: go('noNeed', ...late) },
            }),
            step('noNeed', '', { type: 'final' }),
          ),
        }),
        step('study', '', {
          initial: 'research',
          states: box(
            step('research', 'investigation', {
              invoke: task('researcher', 'research', { excludes: ['colleague'] }),
              on: { researched: go('studied') },
              after: { weekly: stay(letter('still')), fortnight: go('studied', ...late) },
            }),
            step('studied', '', { type: 'final' }),
          ),
        }),
      ),
    }),
    step('judge', 'decision', {
      invoke: task('chief', 'verdict', { excludes: ['colleague'] }),
      on: { decided: go('send') },
      after: { threeDays: go('offer', ...late) },
    }),
    step('send', 'response', {
      meta: { owner: 'desk' },
      invoke: { src: 'letter', input: { letter: 'verdict' }, onDone: go('waitReader'), onError: stay(letter('memo'), letter('verdict')) },
      after: { nextDay: go('waitReader', ...late) },
    }),
    step('waitReader', 'awaiting-complainant', {
      meta: { owner: 'desk' },
      invoke: task('reader', 'answer'),
      on: { sayYes: go('deliver', record('acceptance')), sayNo: go('again'), outside: go('offer') },
      after: { month: go('closeNo') },
    }),
    step('again', 'internal-review', {
      meta: { maxVisits: 1 },
      entry: [letter('still')],
      invoke: task('panel', 'verdict', { excludes: ['colleague', 'chief', 'researcher'] }),
      on: { decided: go('offer') },
      after: { weekly: stay(letter('still')), fortnight: go('offer', ...late) },
    }),
    step('deliver', 'remedy', {
      entry: [letter('plan')],
      invoke: task('desk', 'done'),
      on: { delivered: go('ask') },
      after: { fortnight: [...go('again', ...late), ...go('offer', ...late)] },
    }),
    step('offer', 'external-offer', {
      meta: { owner: 'desk' },
      entry: [letter('offer')],
      invoke: task('reader'),
      on: { goneOutside: go('closeNo'), notOutside: go('closeNo') },
      after: { month: go('closeNo') },
    }),
    step('ask', 'satisfaction-survey', {
      meta: { owner: 'desk' },
      entry: [letter('ask')],
      invoke: task('reader', 'survey'),
      on: { rated: go('closeYes') },
      after: { fortnight: go('closeYes') },
    }),
    step('closeYes', 'closure', {
      entry: [letter('end')],
      invoke: task('desk', 'closing'),
      on: { filed: go('well') },
      after: { week: go('well', letter('over'), record('closure-record')) },
    }),
    step('closeNo', 'closure', {
      entry: [letter('endNo')],
      invoke: task('librarian', 'closing'),
      on: { filed: go('notWell') },
      after: { week: go('notWell', letter('over', 'board'), record('closure-record')) },
    }),
    step('well', 'outcome:resolved', { type: 'final' }),
    step('notWell', 'outcome:unresolved', { type: 'final' }),
    step('gone', 'outcome:withdrawn', { type: 'final', entry: [record('closure-record')] }),
    step('notUs', 'outcome:misdirected', { type: 'final' }),
  ),
};

export const library: Definition = JSON.parse(JSON.stringify({ ...libraryParts, machine }));
