import { StepLetters } from '../actions-editor/step-letters.tsx';
import { Chip } from '../base/chip.tsx';
import { useText, useWords } from '../language/words.tsx';
import type { TreeElement } from '../model/tree.ts';
import { elementIcon, elementKinds, nameOf } from '../outline/outline-words.ts';
import { StepProof } from '../proof/step-proof.tsx';
import { StepWhen } from '../when/step-when.tsx';
import { StepWho } from '../who/step-who.tsx';
import { DataTab } from './data-tab.tsx';
import type { PanelProps } from './draft-panel.tsx';
import { FindingList } from './finding-list.tsx';
import styles from './panel.module.css';
import { PanelTabs } from './panel-tabs.tsx';
import { WhatTab } from './what-tab.tsx';

/** What a step or stage is, who does it, by when: in plain words, each change at once. */
export function ElementPanel({
  element,
  onAddWay,
  onAddStep,
  onRemove,
  ...panel
}: PanelProps & {
  readonly element: TreeElement;
  readonly onAddWay: () => void;
  readonly onAddStep: () => void;
  readonly onRemove: () => void;
}) {
  const say = useWords();
  const text = useText();
  const kind = elementKinds[element.kind];
  const works = element.kind === 'task' || (element.kind === 'wait' && element.role !== undefined);
  const holds = element.kind !== 'outcome' && element.kind !== 'history';
  const shared = { ...panel, element };
  return (
    <>
      <header className={styles.panelHead}>
        <Chip tone={element.kind === 'task' ? 'task' : element.kind === 'decision' ? 'decision' : 'neutral'} icon={elementIcon(element)}>
          {say(kind.word)}
        </Chip>
        <h2>
          <bdi>{nameOf(element, say, text)}</bdi>
        </h2>
      </header>
      <FindingList definition={panel.definition} findings={panel.findings} />
      <PanelTabs
        tab={panel.tab}
        findings={panel.findings}
        technical={{ definition: panel.definition, at: element.at, act: panel.act }}
        parts={{
          what: <WhatTab {...shared} onAddWay={onAddWay} onAddStep={onAddStep} onRemove={onRemove} />,
          who: holds && <StepWho {...shared} />,
          when: holds && <StepWhen {...shared} />,
          data: works && <DataTab {...shared} />,
          letters: element.kind !== 'history' && <StepLetters {...shared} />,
          proof: element.kind !== 'history' && <StepProof {...shared} />,
        }}
      />
    </>
  );
}
