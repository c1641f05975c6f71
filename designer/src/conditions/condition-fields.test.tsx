/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import type { ElementFinding } from '../model/findings.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { ConditionFields } from './condition-fields.tsx';

const definition = {
  data: {
    decision: {
      title: { en: 'Decision', fa: 'تصمیم' },
      schema: { enum: ['upheld', 'rejected'] },
      options: [
        { value: 'upheld', title: { en: 'Upheld', fa: 'پذیرفته شد' } },
        { value: 'rejected', title: { en: 'Rejected', fa: 'رد شد' } },
      ],
    },
    score: { title: { en: 'Score', fa: 'نمره' }, schema: { type: 'integer' } },
  },
};
let kept: unknown;
let writes = 0;
afterEach(cleanup);

test('two lines are built by the keyboard alone; a Persian number is a number', async () => {
  await show(undefined);
  screen.getByText('This way is always taken.');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('Decision{ArrowDown}{Enter}');
  expect(kept).toEqual({ field: 'decision', is: '=' });
  await userEvent.tab();
  expect(document.activeElement?.textContent).toContain('is');
  await userEvent.tab();
  await userEvent.keyboard('{Enter}{ArrowDown}{Enter}');
  expect(kept).toMatchObject({ field: 'decision', is: '=', value: expect.stringMatching(/upheld|rejected/) });
  await tabTo('Add a line');
  await userEvent.keyboard('{Enter}');
  await userEvent.keyboard('Score{ArrowDown}{Enter}');
  await userEvent.tab();
  await userEvent.tab();
  await userEvent.keyboard('۱۲');
  expect(kept).toEqual({ all: [expect.objectContaining({ field: 'decision' }), { field: 'score', is: '=', value: 12 }] });
  within(screen.getByRole('group', { name: 'Line 2 of 2' })).getByDisplayValue('Score');
  screen.getByText(/^Only if .*Decision.* is .* and .*Score.* is 12\.$/);
});

test('a line is moved and removed, and the focus stays with it', async () => {
  const lines = [{ field: 'score', is: '=', value: 1 }, { field: 'score', is: '=', value: 2 }, { feel: 'score > 3' }];
  await show({ any: lines });
  await userEvent.click(screen.getByRole('button', { name: 'Line 1 of 3: down' }));
  expect(kept).toEqual({ any: [lines[1], lines[0], lines[2]] });
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Line 2 of 3: down');
  await userEvent.keyboard('{Enter}');
  expect(kept).toEqual({ any: [lines[1], lines[2], lines[0]] });
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Line 3 of 3: up'); // It cannot go further down.
  await userEvent.click(screen.getByRole('button', { name: 'Line 3 of 3: remove' }));
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Line 2 of 2: remove');
  await userEvent.keyboard('{Enter}{Enter}');
  expect(kept).toBeUndefined();
  expect(document.activeElement?.textContent).toBe('Add a condition');
});

test('a line is compared with other data of the same kind, and with a value again', async () => {
  await show({ field: 'score', is: '>', value: 3 }, { more: { limit: { title: { en: 'Limit' }, schema: { type: 'integer' } } } });
  await userEvent.click(screen.getByRole('button', { name: 'Compare with other data' }));
  expect(kept).toEqual({ field: 'score', is: '>', as: 'limit' });
  screen.getByText(/^Only if .*Score.* is more than .*Limit.*\.$/);
  await userEvent.click(screen.getByRole('button', { name: 'Compare with a value' }));
  expect(kept).toEqual({ field: 'score', is: '>' });
});

test('how another procedure must have ended is ticked', async () => {
  await show({ outcome: ['resolved'] });
  await userEvent.click(screen.getByRole('checkbox', { name: 'Withdrawn by the complainant' }));
  expect(kept).toEqual({ outcome: ['resolved', 'withdrawn'] });
  screen.getByText(/the other procedure ended as “.*Resolved or Withdrawn by the complainant/);
});

test('a line goes into the group beside it and out again, and the focus goes along', async () => {
  const lines = [{ field: 'score', is: '=', value: 1 }, { any: [{ field: 'score', is: '=', value: 2 }] }];
  await show({ all: lines });
  await userEvent.click(screen.getByRole('button', { name: 'Line 1 of 2: into the group beside it' }));
  expect(kept).toEqual({ all: [{ any: [lines[0], { field: 'score', is: '=', value: 2 }] }] });
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Line 1 of 2: out of its group');
  await userEvent.keyboard('{Enter}');
  expect(kept).toEqual({ all: [{ any: [{ field: 'score', is: '=', value: 2 }] }, lines[0]] });
});

test('what is not understood stands as it is written, and nothing is written by looking', async () => {
  const odd = { all: [{ field: 'score', is: '=', value: '=decision' }, { not: { feel: 'x' } }, { feel: 'score  >  3' }, { in: 'gone' }] };
  await show(odd, { language: 'fa' });
  expect(writes).toBe(0);
  expect(kept).toBe(odd);
  screen.getByText('{"not":{"feel":"x"}}');
  expect(screen.getByDisplayValue('score  >  3', { normalizer: (words) => words }).getAttribute('dir')).toBe('ltr');
});

test('a problem is told at its line', async () => {
  const finding: ElementFinding = {
    severity: 'error',
    code: 'condition-incomplete',
    at: '/machine',
    facts: { field: 'score', is: '=' },
    element: 'x',
    field: ['guard', 'params', 'all', '1'],
  };
  await show(
    {
      all: [
        { field: 'decision', is: 'filled' },
        { field: 'score', is: '=' },
      ],
    },
    { findings: [finding] },
  );
  within(screen.getByRole('group', { name: 'Line 2 of 2' })).getByText(/compares it with nothing/);
  expect(within(screen.getByRole('group', { name: 'Line 1 of 2' })).queryByText(/compares it with nothing/)).toBeNull();
  expect(screen.getAllByText(/compares it with nothing/)).toHaveLength(1);
});

test('where the procedure keeps no data there is nothing to ask about, and that is said', async () => {
  await showInWindow(<ConditionFields definition={{}} condition={undefined} isOtherwise={true} findings={[]} onWrite={() => undefined} />);
  screen.getByText(/^This way is taken where no other fits/);
  screen.getByText(/keeps no data yet/);
  expect(screen.queryByRole('button')).toBeNull();
});

async function tabTo(name: string) {
  for (let stop = 0; stop < 20 && document.activeElement?.textContent !== name; stop += 1) await userEvent.tab();
  expect(document.activeElement?.textContent).toBe(name);
}

async function show(
  condition: unknown,
  around: { readonly language?: 'fa'; readonly findings?: readonly ElementFinding[]; readonly more?: object } = {},
) {
  kept = condition;
  writes = 0;
  const { findings = [], more = {}, ...place } = around;
  await showInWindow(<Kept condition={condition} findings={findings} more={more} />, place);
}
function Kept({
  condition,
  findings,
  more,
}: {
  readonly condition: unknown;
  readonly findings: readonly ElementFinding[];
  readonly more: object;
}) {
  const [now, setNow] = useState(condition);
  return (
    <ConditionFields
      definition={{ data: { ...definition.data, ...more } }}
      condition={now}
      isOtherwise={false}
      findings={findings}
      onWrite={(next) => {
        writes += 1;
        kept = next;
        setNow(next);
      }}
    />
  );
}
