/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import { type Condition, pathOf } from '@redress/engine';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { type ReactNode, useState } from 'react';
import schema from '../../../engine/src/definition/process-definition.schema.json' with { type: 'json' };
import { StepLetters } from '../actions-editor/step-letters.tsx';
import { ConditionFields } from '../conditions/condition-fields.tsx';
import type { Command } from '../model/command.ts';
import { type DesignDocument, openDocument } from '../model/document.ts';
import { edited, isProvedByFields } from '../model/editable.ts';
import { formatProperties } from '../model/format-properties.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { perform } from '../model/perform.ts';
import { placesOf } from '../model/places.ts';
import { rowAt } from '../model/rows.ts';
import { treeOf } from '../model/tree.ts';
import { pretendServer } from '../server/pretend-server.ts';
import { showInWindow } from '../shell/show-in-window.tsx';
import { DelayPart } from '../when/delay-part.tsx';
import { RowWhen } from '../when/row-when.tsx';
import { AssignFields } from '../who/assign-fields.tsx';
import type { PanelProps } from './draft-panel.tsx';

jest.setTimeout(120_000);

const properties = formatProperties(schema);
const proved = new Set<string>();
const ofCommand = (command: string, part = ''): readonly string[] =>
  edited.flatMap((row) => (isProvedByFields(row) && row.by === command && row.property.startsWith(part) ? [row.property] : []));

const complaint = shippedProcesses.find((process) => fieldsOf(process).id === 'complaint');
beforeEach(() => {
  const calendar = { version: 1, timeZone: 'Europe/Warsaw', week: {}, holidays: [], since: '2026-01-01T00:00:00.000Z' };
  const calls = {
    id: 'parent',
    data: { told: { title: { en: 'Told' }, schema: { type: 'string' } } },
    events: { told: { label: { en: 'Told' } } },
    machine: { states: { a: callOf('complaint') } },
  };
  pretendServer(({ path }) => {
    if (path === '/calendars')
      return { status: 200, body: { rows: ['organisation', 'night'].map((id) => ({ ...calendar, id })), more: false } };
    if (path === '/definitions/parent/versions/1') return { status: 200, body: { document: calls } };
    return {
      status: 200,
      body: {
        rows: [
          { id: 'parent', title: { en: 'Parent' }, current: 1 },
          { id: 'other', title: { en: 'Other' } },
        ],
      },
    };
  });
});
const callOf = (definition: string) => ({ id: 'a', invoke: { src: 'case', input: { definition } } });
afterEach(cleanup);

test('every part of a condition', async () => {
  const row = 'assessing/after/assessBy/0';
  const condition: Condition = {
    all: [
      { field: 'severity', is: '=', value: 2 },
      { field: 'severity', is: '!=', as: 'priority' },
      { in: 'assessing' },
      { outcome: ['resolved'] },
      { feel: 'severity > 2' },
    ],
  };
  const shown = ({ definition, act: does }: PanelProps) => (
    <ConditionFields
      definition={definition}
      condition={fieldsOf(fieldsOf(rowAt(definition, placesOf(definition), row)?.row.guard)).params}
      findings={[]}
      onWrite={(next) => does({ name: 'row.condition', payload: { row, ...(next && { condition: next }) } })}
    />
  );
  expect(
    await neverChanged(shown, ofCommand('row.condition', 'condition.'), { name: 'row.condition', payload: { row, condition } }),
  ).toEqual([]);
});

test('every part of a length of time', async () => {
  const shown = (panel: PanelProps) => {
    const source = panel.tree.byId.get('assessing');
    const row = source?.rows.find(({ via }) => via === 'after');
    return (
      <>
        <DelayPart {...panel} delay="investigateBy" />
        {row && <RowWhen {...panel} row={row} source={source} />}
      </>
    );
  };
  const stays: Command = { name: 'row.disconnect', payload: { row: 'assessing/after/assessBy/0' } };
  expect(await neverChanged(shown, ofCommand('delay.set'), stays)).toEqual([]);
});

test('how the person for a task is found', async () => {
  const shown = (panel: PanelProps) => {
    const element = panel.tree.byId.get('investigating');
    const { input } = fieldsOf(placesOf(panel.definition).get('investigating')?.state.invoke);
    return element && <AssignFields {...panel} element={element} assign={fieldsOf(input).assign} />;
  };
  expect(await neverChanged(shown, ofCommand('assign.set'))).toEqual([]);
});

test.each(['letter', 'set', 'decide', 'record', 'reassign', 'clock', 'send', 'start', 'call'])(
  'what is done by itself: %s',
  async (type) => {
    const step: Command = { name: 'step.add', payload: { kind: 'wait', title: { en: 'Calling' } } };
    const action: Command = { name: 'action.add', payload: { list: { step: 'calling', when: 'exit' }, action: { type, params: {} } } };
    expect(await neverChanged(lettersOf('calling'), ofCommand('action.set', `action:${type}`), services, step, action)).toEqual([]);
  },
);

test.each(['letter', 'automatic', 'sub'] as const)('what a step calls: %s', async (kind) => {
  const sources = { letter: 'invoke:letter', automatic: 'invoke:service', sub: 'invoke:case' };
  const step: Command = { name: 'step.add', payload: { kind, title: { en: 'Calling' } } };
  expect(await neverChanged(lettersOf('calling'), ofCommand('call.set', sources[kind]), services, step)).toEqual([]);
});
test('nothing was left out', () => {
  expect(edited.filter(isProvedByFields).flatMap(({ property }) => (proved.has(property) ? [] : [property]))).toEqual([]);
});

const services: Command = {
  name: 'value.set',
  payload: { at: '/services', value: { a: { title: { en: 'A' } }, b: { title: { en: 'B' } } } },
};
const lettersOf = (step: string) => (panel: PanelProps) => {
  const element = panel.tree.byId.get(step);
  return element && <StepLetters {...panel} element={element} />;
};

/** Uses every field that is shown, and what comes up then. What of the format did never change. */
async function neverChanged(
  shown: (panel: PanelProps) => ReactNode,
  wanted: readonly string[],
  ...prepared: readonly Command[]
): Promise<readonly string[]> {
  const opened = openDocument(complaint);
  const begun = opened.ok && prepared.length > 0 ? perform(opened.value, prepared) : opened;
  if (!begun.ok) throw new Error(JSON.stringify(begun.refusal));
  const changed = new Set<string>();
  await showInWindow(<Drawn start={'document' in begun.value ? begun.value.document : begun.value} shown={shown} changed={changed} />);
  const used = new Set<string>();
  const missing = () => wanted.filter((property) => !changed.has(property));
  for (const _turn of ['list', 'what it names', 'drawn']) await answersCame();
  for (let next = nextControl(used); next && used.size < usedMost && missing().length > 0; next = nextControl(used)) {
    use(next);
    await answersCame();
  }
  for (const property of wanted) proved.add(property);
  return missing();
}

/** More fields than anything has: groups of a condition go as deep as one likes. */
const usedMost = 150;
/** What the server says is told in a turn of its own. */
const answersCame = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

function Drawn({
  start,
  shown,
  changed,
}: {
  readonly start: DesignDocument;
  readonly shown: (panel: PanelProps) => ReactNode;
  readonly changed: Set<string>;
}) {
  const [drawn, setDrawn] = useState(start);
  return shown({
    definition: drawn.definition,
    tree: treeOf(drawn.definition),
    findings: [],
    tab: { chosen: 'what', choose: () => undefined },
    act: (command) => {
      const edit = perform(drawn, [command]);
      if (!edit.ok) return undefined;
      for (const { at } of edit.value.patches)
        for (const { definition } of [drawn, edit.value.document])
          for (const property of properties.at(pathOf(at).slice(1), definition)) changed.add(property);
      setDrawn(edit.value.document);
      return edit.value.chosen ?? [];
    },
    onChoose: () => undefined,
  });
}

/** The first field or button that was not used yet, told by what it is called and where it is written; what stands open stays so. */
function nextControl(used: Set<string>): HTMLElement | undefined {
  return [...document.querySelectorAll<HTMLElement>('button, input, textarea')].find((control) => {
    const name = nameOf(control);
    const key = [control.tagName, name, control.closest('[data-field]')?.getAttribute('data-field')].join(' ');
    const stays = control.hasAttribute('disabled') || control.role === 'combobox' || control.ariaExpanded === 'true';
    if (used.has(key) || stays || /remove|take out/i.test(name)) return false;
    used.add(key);
    return true;
  });
}

/** Without what it holds now. */
function nameOf(control: HTMLElement): string {
  const labels = 'labels' in control ? [...(control.labels as NodeListOf<HTMLElement>)] : [];
  const naming = (control.getAttribute('aria-labelledby') ?? '').split(' ').flatMap((id) => document.getElementById(id) ?? []);
  const beside = [...labels, ...naming].filter((label) => !control.contains(label)).map(({ textContent }) => textContent);
  return [control.getAttribute('aria-label'), ...beside].join(' ') || (control.textContent ?? '');
}

function use(control: HTMLElement): void {
  if (control.getAttribute('aria-haspopup') === 'listbox') chooseEach(control);
  else if (control.tagName === 'BUTTON' || ['checkbox', 'radio'].includes(control.getAttribute('type') ?? '')) fireEvent.click(control);
  else {
    fireEvent.change(control, { target: { value: control.getAttribute('inputmode') === 'decimal' ? '7' : 'x7' } });
    fireEvent.blur(control);
  }
}

/** One choice after the other: of what is found by typing two, else as many as there are units. */
function chooseEach(opener: HTMLElement): void {
  const most = opener.parentElement?.querySelector('[role="combobox"]') ? 2 : 9;
  for (let at = 0, count = most; at < count && opener.isConnected; at += 1) {
    fireEvent.click(opener);
    const options = screen.queryAllByRole('option');
    count = Math.min(options.length, most);
    const option = options[at];
    if (option) fireEvent.click(option);
  }
}
