/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, jest, test } from '@jest/globals';
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { StepLetters } from '../actions-editor/step-letters.tsx';
import { OnlyLook } from '../base/only-look.tsx';
import { FormPart } from '../forms-editor/form-part.tsx';
import { StepProof } from '../proof/step-proof.tsx';
import { showInWindow } from '../shell/show-in-window.tsx';
import { StepWhen } from '../when/step-when.tsx';
import { type PretendDraft, PretendPanel, pretendDraft } from '../who/pretend-panel.tsx';
import { StepWho } from '../who/step-who.tsx';
import { DataTab } from './data-tab.tsx';
import type { PanelProps } from './draft-panel.tsx';
import { WhatTab } from './what-tab.tsx';

jest.setTimeout(60_000);
afterEach(cleanup);

const nothing = () => undefined;
const parts: Readonly<Record<string, (panel: PanelProps, asked: () => void) => React.ReactNode>> = {
  'what a step is': (panel, asked) => <WhatTab {...stepOf(panel)} onAddWay={asked} onAddStep={asked} onRemove={asked} />,
  'who does it': (panel) => <StepWho {...stepOf(panel)} />,
  'until when': (panel) => <StepWhen {...stepOf(panel)} />,
  'what it records': (panel) => <DataTab {...stepOf(panel)} />,
  'what it sends': (panel) => <StepLetters {...stepOf(panel)} />,
  'what it proves': (panel) => <StepProof {...stepOf(panel)} />,
  'a form': (panel) => <FormPart {...panel} form="assessment" />,
};

test.each(Object.keys(parts))(
  '%s: whoever may only look finds no button that would change it, and every way to other parts',
  async (name) => {
    let asked = 0;
    const draft = await shown(name, true, () => {
      asked += 1;
    });
    const buttons = screen.queryAllByRole<HTMLButtonElement>('button').filter(({ disabled }) => !disabled);
    for (const button of buttons) {
      if (!button.isConnected) continue;
      await userEvent.click(button);
      await userEvent.keyboard('{Escape}');
    }
    expect([asked, draft.commands]).toEqual([0, []]);
    const ways = draft.chosen.length;
    cleanup();
    const drawn = await shown(name, false, nothing);
    const more = screen.queryAllByRole('button').length;
    expect(more).toBeGreaterThan(buttons.length);
    expect(drawn.commands).toEqual([]);
    expect(ways).toBeGreaterThanOrEqual(name === 'what a step is' || name === 'a form' ? 1 : 0);
  },
);

const stepOf = (panel: PanelProps) => {
  const element = panel.tree.byId.get('assessing');
  if (!element) throw new Error('no step');
  return { ...panel, element };
};

async function shown(name: string, isOn: boolean, asked: () => void): Promise<PretendDraft> {
  const draft = pretendDraft('complaint');
  await showInWindow(
    <PretendPanel draft={draft}>
      {(panel) => <OnlyLook isOn={isOn}>{parts[name]?.({ ...panel, findings: [] }, asked)}</OnlyLook>}
    </PretendPanel>,
  );
  return draft;
}
