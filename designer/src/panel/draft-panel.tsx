import type { ReactNode, Ref } from 'react';
import { Note } from '../base/note.tsx';
import { OnlyLook } from '../base/only-look.tsx';
import { SidePanel, SidePanelBack } from '../base/side-panel.tsx';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import type { Command } from '../model/command.ts';
import type { ElementFinding } from '../model/findings.ts';
import type { ProcedureTree } from '../model/tree.ts';
import type { Asking } from '../outline/outline-dialogs.tsx';
import type { Outline } from '../outline/use-outline.ts';
import { useEarly } from '../shell/late.tsx';
import { lateDetail } from '../shell/late-detail.tsx';
import { useEarlyWords } from '../shell/part-catalogue.tsx';
import { Around } from './around.tsx';
import type { PanelTab } from './panel-tabs.tsx';
import { ProcedurePanel } from './procedure-panel.tsx';

const ElementPanel = lateDetail(async () => (await import('./element-panel.tsx')).ElementPanel);
const PartPanel = lateDetail(async () => (await import('./part-panel.tsx')).PartPanel);
const RowPanel = lateDetail(async () => (await import('./row-panel.tsx')).RowPanel);
const mayBeChosen = [ElementPanel, PartPanel, RowPanel];

/** What every part of the panel works with. */
export interface PanelProps {
  readonly definition: object;
  readonly tree: ProcedureTree;
  /** Of what is chosen. */
  readonly findings: readonly ElementFinding[];
  /** Which part of the panel is shown. */
  readonly tab: PanelTab;
  readonly act: (command: Command) => readonly string[] | undefined;
  readonly onChoose: (id: string) => void;
}

/** What is chosen, in plain words: a way, a step or stage, else the procedure itself. On a phone a page of its own with a way back. */
export function DraftPanel({
  outline,
  several = 1,
  mayDraw,
  back = 'outline.back',
  above,
  act,
  onChoose,
  onAsk,
  onRemove,
  ref,
}: {
  readonly outline: Outline;
  /** How many parts are chosen. */
  readonly several?: number;
  readonly mayDraw: boolean;
  /** Where one goes back to, on a phone. */
  readonly back?: MessageId;
  /** What it was chosen from, with the way back there. */
  readonly above?: ReactNode;
  readonly act: (command: Command) => readonly string[] | undefined;
  readonly onChoose: (id: string) => void;
  readonly onAsk: (what: Asking) => void;
  readonly onRemove: () => void;
  readonly ref: Ref<HTMLElement>;
}) {
  const say = useWords();
  useEarly(mayBeChosen);
  useEarlyWords('details');
  const { definition, tree, here, element, row, source, part, tab } = outline;
  const shared = { definition, tree, act, onChoose, findings: here, tab };
  return (
    <SidePanel ref={ref} look="below" label={say('outline.panel')}>
      {above}
      {(element || row || part !== undefined) && (
        <>
          <SidePanelBack words={say(back)} onPress={() => onChoose('')} />
          <Around tree={tree} within={element?.parent ?? row?.source ?? ''} onChoose={onChoose} />
        </>
      )}
      {several > 1 && <Note>{say('outline.chosen-many', { count: several })}</Note>}
      <OnlyLook isOn={!mayDraw}>
        {row ? (
          <RowPanel key={row.address} row={row} source={source} {...shared} onAddStep={() => onAsk('step')} onRemove={onRemove} />
        ) : element ? (
          <ElementPanel
            key={element.id}
            element={element}
            {...shared}
            onAddWay={() => onAsk('way')}
            onAddStep={() => onAsk('step')}
            onRemove={onRemove}
          />
        ) : part !== undefined ? (
          <PartPanel key={part} part={part} {...shared} />
        ) : (
          <ProcedurePanel {...shared} />
        )}
      </OnlyLook>
    </SidePanel>
  );
}
