/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, jest, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { Language } from '../language/language.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { FourQuestions } from './four-questions.tsx';

jest.setTimeout(60_000);

let drawn: object | undefined;
let empties = 0;
afterEach(cleanup);

const show = async (language: Language = 'en') => {
  drawn = undefined;
  empties = 0;
  await showInWindow(
    <FourQuestions
      languages={['pl']}
      organisation={{ language: 'pl', externalBody: 'Rzecznik Finansowy', externalTimeLimit: 'rok' }}
      onDraw={(definition) => {
        drawn = definition;
      }}
      onEmpty={() => {
        empties += 1;
      }}
    />,
    { language },
  );
};

test('the defaults are enough, and the letters name the outside body of the organisation', async () => {
  await show();
  screen.getByText('Your letters name: Rzecznik Finansowy. Time limit: rok.');
  screen.getByText('Titles, forms and letters are written in Polish, English and Persian.');
  await userEvent.click(screen.getByRole('button', { name: 'Draw the procedure' }));
  expect(fieldsOf(drawn)).toMatchObject({ kind: 'complaint', languages: expect.arrayContaining(['en', 'fa', 'pl']) });
  expect(Object.keys(fieldsOf(fieldsOf(drawn).roles))).toEqual([
    'complainant',
    'handler',
    'decisionMaker',
    'reviewer',
    'management',
    'subject',
  ]);
});

test('a number that is none is told at its field and draws nothing; Persian digits are a number', async () => {
  await show('fa');
  const answer = screen.getByRole('textbox', { name: 'پاسخ ظرف' });
  await userEvent.clear(answer);
  await userEvent.type(answer, '۵');
  await userEvent.click(screen.getByRole('button', { name: 'طراحی فرایند' }));
  screen.getByText(/عددی صحیح از ۱۰ تا ۵۶/);
  expect(drawn).toBeUndefined();
  await userEvent.clear(answer);
  await userEvent.type(answer, '۵۰{Enter}');
  expect(fieldsOf(fieldsOf(fieldsOf(drawn).delays).promise)).toMatchObject({ days: 50 });
});

test('what is answered is what is drawn: one person, in working days, nobody for others, no second look', async () => {
  await show();
  await userEvent.click(screen.getByRole('checkbox', { name: /on their behalf/ }));
  await userEvent.click(screen.getByRole('checkbox', { name: /comes, calls or writes/ }));
  await userEvent.click(screen.getByRole('radio', { name: /One person/ }));
  await userEvent.click(screen.getByRole('radio', { name: 'working days' }));
  await userEvent.click(screen.getByRole('checkbox', { name: /looks at it again/ }));
  await userEvent.click(screen.getByRole('radio', { name: /wait for its result/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Draw the procedure' }));
  const { roles, start, data, delays } = fieldsOf(drawn);
  expect(Object.keys(fieldsOf(roles))).toEqual(['complainant', 'handler', 'management', 'subject', 'provider']);
  expect(start).toEqual({ form: 'lodging', by: ['complainant'] });
  expect(Object.keys(fieldsOf(data))).not.toContain('representative');
  expect(fieldsOf(fieldsOf(delays).promise)).toMatchObject({ workingDays: 30 });
});

test('whoever would rather begin empty may', async () => {
  await show('pl');
  await userEvent.click(screen.getByRole('button', { name: 'Zacznij od pustej mapy' }));
  expect([empties, drawn]).toEqual([1, undefined]);
});
