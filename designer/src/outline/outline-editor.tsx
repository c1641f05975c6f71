import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import unseen from '../base/unseen.module.css';
import { QuarrelDialog } from '../draft/quarrel-dialog.tsx';
import type { OpenDraft } from '../draft/use-draft.ts';
import { useWords } from '../language/words.tsx';
import { copyPiece } from '../model/clipboard-copy.ts';
import type { Command } from '../model/command.ts';
import { useSession } from '../shell/session.tsx';
import { useShortcut } from '../shell/shortcuts.tsx';
import { Kbd } from './kbd.tsx';
import styles from './outline.module.css';
import { useOutlineActs } from './outline-acts.ts';
import { type Asking, OutlineDialogs } from './outline-dialogs.tsx';
import { leadingTo, moved, siblingsOf } from './outline-edits.ts';
import { type OutlineKey, outlineKey } from './outline-keys.ts';
import { OutlinePanel } from './outline-panel.tsx';
import { OutlineTop } from './outline-top.tsx';
import { OutlineTree } from './outline-tree.tsx';
import { useHistoryKeys } from './use-history-keys.ts';
import { useOutline } from './use-outline.ts';
import { useProblemWay } from './use-problem-way.ts';
import { useWayTo } from './use-way-to.ts';

/** The complete editor without a map: the outline, and what is chosen in it beside it in plain words. */
export function OutlineEditor({
  draft,
  chosen,
  above,
  onChoose,
}: {
  readonly draft: OpenDraft;
  readonly chosen: string | undefined;
  readonly above: ReactNode;
  readonly onChoose: (id: string) => void;
}) {
  const say = useWords();
  const session = useSession();
  const outline = useOutline(draft.editor, chosen);
  const acts = useOutlineActs(draft.editor);
  const [asking, setAsking] = useState<Asking>();
  const panel = useRef<HTMLElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const { tree, element, row } = outline;
  useHistoryKeys(acts);
  const wayTo = useWayTo({ outline, chosen, panel, onChoose });
  const problems = useProblemWay({ outline, chosen, wayTo, tell: acts.tell });

  /** Does it, and chooses what is new. */
  const act = (command: Command) => {
    const [next] = acts.act(command) ?? [];
    if (next !== undefined && next !== chosen) onChoose(next);
  };
  const remove = () => {
    if (row && acts.act({ name: 'row.remove', payload: { row: row.address } })) onChoose(row.source);
    if (!element) return;
    const siblings = siblingsOf(tree, element);
    const at = siblings.findIndex(({ id }) => id === element.id);
    const open = leadingTo(tree, element).length;
    if (
      !acts.act({ name: 'step.remove', payload: { ids: [element.id] } }, open > 0 ? say('outline.leaves-open', { count: open }) : undefined)
    )
      return;
    onChoose((siblings[at + 1] ?? siblings[at - 1])?.id ?? element.parent);
    grid.current?.querySelector<HTMLElement>('[role="treegrid"]')?.focus();
  };
  const does: Readonly<Record<OutlineKey, () => void>> = {
    add: () => setAsking('step'),
    connect: () => row && setAsking('connect'),
    move: () => element && setAsking('move'),
    rename: () => panel.current?.querySelector<HTMLInputElement>('input')?.focus(),
    remove,
    up: () => stepAside('up'),
    down: () => stepAside('down'),
  };
  const stepAside = (where: 'up' | 'down') => {
    const command = moved(outline, where);
    if (command) act(command);
  };
  const onKey = (event: KeyboardEvent) => {
    const key = outlineKey(event, session.shortcuts);
    if (key === undefined) return;
    event.preventDefault();
    event.stopPropagation(); // Letters would look for a row that begins so.
    does[key]();
  };
  useShortcut({ code: 'KeyA', name: 'outline.new-step', run: does.add });
  useShortcut({ code: 'KeyC', name: 'outline.connect', run: does.connect });
  useShortcut({ code: 'KeyM', name: 'outline.move', run: does.move });

  const onCopy = (event: ClipboardEvent, cuts: boolean) => {
    if (!element) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copyPiece(outline.document, [element.id]));
    if (cuts) remove();
  };
  const onPaste = (event: ClipboardEvent) => {
    event.preventDefault();
    const place = element ?? outline.source;
    const into = place && (place.kind === 'stage' || place.kind === 'tracks') ? place.id : (place?.parent ?? '');
    act({ name: 'clipboard.paste', payload: { text: event.clipboardData.getData('text/plain'), into } });
  };

  return (
    <div className={styles.page}>
      <OutlineTop
        {...{ outline, acts, draft, chosen, above }}
        problems={problems.all}
        onGo={problems.go}
        onChoose={wayTo}
        onAdd={does.add}
      />
      <div className={styles.columns} data-chosen={element !== undefined || row !== undefined || outline.part !== undefined}>
        <div
          ref={grid}
          className={styles.outline}
          onCopy={(event) => onCopy(event, false)}
          onCut={(event) => onCopy(event, true)}
          onPaste={onPaste}
        >
          <p className={styles.keys} aria-hidden="true">
            <Kbd>A</Kbd> {say('outline.key.add')} <Kbd>C</Kbd> {say('outline.key.connect')} <Kbd>M</Kbd> {say('outline.key.move')}{' '}
            <Kbd>F2</Kbd> {say('outline.key.rename')} <Kbd>Del</Kbd> {say('outline.key.remove')} <Kbd>F8</Kbd> {say('problems.next')}
          </p>
          <OutlineTree
            definition={outline.definition}
            tree={tree}
            chosen={element?.id ?? row?.address}
            expanded={outline.expanded}
            problems={outline.problems}
            onChoose={onChoose}
            onOpen={() => panel.current?.focus()}
            onExpand={outline.expand}
            onKey={onKey}
          />
        </div>
        <OutlinePanel ref={panel} outline={outline} act={acts.act} onChoose={onChoose} onAsk={setAsking} onRemove={remove} />
      </div>
      <p className={unseen.unseen} role="status">
        {acts.told}
      </p>
      <OutlineDialogs
        asking={asking}
        outline={outline}
        onClose={() => setAsking(undefined)}
        onAct={(command) => {
          setAsking(undefined);
          act(command);
        }}
      />
      <QuarrelDialog draft={draft} />
    </div>
  );
}
