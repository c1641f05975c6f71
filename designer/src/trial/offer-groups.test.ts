import { expect, test } from '@jest/globals';
import { defaultAnswers, drawSkeleton } from '@redress/definitions';
import { calendars } from '../../../test/tools/pretend-case.ts';
import { schemas } from '../../../test/tools/schema-tool.ts';
import { draftForm } from '../forms-editor/draft-form.ts';
import { groupsOf } from './offer-groups.ts';
import { sampleValues } from './sample-values.ts';
import { playTrial } from './trial-play.ts';
import { beginning, startForm } from './trial-script.ts';

test('the form of the task comes first, whatever the list of buttons begins with', () => {
  const drawn = { ...drawSkeleton(defaultAnswers), id: 'drawn' };
  const input = sampleValues(draftForm(drawn, startForm(drawn) ?? ''), { day: '2026-03-02', words: () => 'Sample' });
  const script = beginning([drawn], { at: '2026-03-02T09:00:00Z', timeZone: 'Europe/Warsaw', input });
  const trial = playTrial(schemas)({ definitions: [drawn], calendars, script });
  if (!trial.ok) throw new Error(JSON.stringify(trial.findings));
  const mine = trial.offers.filter(({ possible, person }) => possible && person === 'handler');
  expect(mine[0]?.event).toBe('notOurs');
  const [first, second] = groupsOf(mine, trial.rehearsal);
  expect(first).toMatchObject({ isTask: true, form: 'receiving', step: 'receiving' });
  expect(second).toMatchObject({ isTask: false, form: 'redirection' });
});
