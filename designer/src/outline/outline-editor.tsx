import { type ReactNode, useEffect, useRef, useState } from 'react';
import unseen from '../base/unseen.module.css';
import { CheckAside, PlayedBar } from '../check/check-aside.tsx';
import type { CheckPlace } from '../check/check-place.ts';
import { ClauseVerdictsHere } from '../check/clause-verdicts.ts';
import { type Check, useCheck } from '../check/use-check.ts';
import { QuarrelDialog } from '../draft/quarrel-dialog.tsx';
import type { OpenDraft } from '../draft/use-draft.ts';
import { useWords } from '../language/words.tsx';
import { stillThere } from '../model/selection.ts';
import { DraftPanel } from '../panel/draft-panel.tsx';
import { useEarly } from '../shell/late.tsx';
import { EmptyStart, soon, useEmptyStart } from '../skeleton/empty-start.tsx';
import { Kbd } from './kbd.tsx';
import { outlineAsks } from './late-dialogs.ts';
import marked from './marks.module.css';
import styles from './outline.module.css';
import { useOutlineActs } from './outline-acts.ts';
import { type Asking, OutlineDialogs } from './outline-dialogs.tsx';
import { OutlineTop } from './outline-top.tsx';
import { OutlineTree } from './outline-tree.tsx';
import { Told } from './told.tsx';
import { useTreeSelection } from './tree-selection.ts';
import { useHistoryKeys } from './use-history-keys.ts';
import { useOutline } from './use-outline.ts';
import { useOutlineClipboard } from './use-outline-clipboard.ts';
import { useOutlineEdits } from './use-outline-edits.ts';
import { usePanelKey } from './use-panel-key.ts';
import { useProblemWay } from './use-problem-way.ts';
import { useWayTo } from './use-way-to.ts';

/** The complete editor without a map: the outline, and what is chosen in it beside it in plain words. */
export function OutlineEditor({
  draft,
  chosen,
  above,
  check: place,
  onCheck,
  onChoose,
}: {
  readonly draft: OpenDraft;
  readonly chosen: string | undefined;
  readonly above: ReactNode;
  readonly check: CheckPlace | undefined;
  readonly onCheck: Check['go'];
  readonly onChoose: (id: string) => void;
}) {
  const say = useWords();
  const outline = useOutline(draft.editor, chosen);
  const acts = useOutlineActs(draft);
  const [asking, setAsking] = useState<Asking>();
  const [renaming, setRenaming] = useState<string>();
  const refuse = () => acts.hint(say(acts.lock ?? 'draft.only-look'));
  const ask = (what: Asking) => (acts.mayDraw ? setAsking(what) : refuse());
  const panel = useRef<HTMLElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const { tree, element, row } = outline;
  const shown = element?.id ?? row?.address;
  const selection = useTreeSelection(shown, (id) => stillThere(outline.document, [id]).length > 0, onChoose);
  const { selected } = selection;
  const wayTo = useWayTo({ outline, chosen, panel, onChoose });
  const problems = useProblemWay({ outline, chosen, wayTo, tell: acts.tell });
  const edits = useOutlineEdits({
    outline,
    acts,
    selected,
    panel,
    grid,
    onChoose,
    onAsk: ask,
    onRename: (id) => (acts.mayDraw ? setRenaming(id) : refuse()),
  });
  const clipboard = useOutlineClipboard({ outline, selected, act: edits.act, remove: edits.remove });
  const start = useEmptyStart(draft.editor, acts);
  useHistoryKeys(acts);
  usePanelKey(panel, () => grid.current?.querySelector<HTMLElement>('[role="treegrid"]')?.focus());
  useEarly(outlineAsks);
  const check = useCheck(outline, place, onCheck);
  const { now } = check.marks ?? {};
  const { reveal } = outline;
  const shows = useRef({ reveal });
  shows.current = { reveal };
  useEffect(() => {
    if (now === undefined) return;
    shows.current.reveal(now);
    grid.current?.querySelector(`[data-key="${CSS.escape(now)}"]`)?.scrollIntoView({ block: 'center' });
  }, [now]);

  const begin = (step: string) => {
    onChoose(step);
    soon(() => {
      const tree = grid.current?.querySelector<HTMLElement>('[role="treegrid"]');
      tree?.focus();
      return tree !== undefined && tree !== null;
    });
  };

  return (
    <div className={styles.page}>
      <OutlineTop
        {...{ outline, acts, draft, chosen, above }}
        {...(start.asks ? {} : { check })}
        problems={problems.all}
        onGo={problems.go}
        onChoose={wayTo}
        onAdd={edits.add}
      />
      {start.asks ? (
        <EmptyStart editor={draft.editor} acts={acts} onBegin={begin} onEmpty={start.decline} />
      ) : (
        <ClauseVerdictsHere value={check.clauses}>
          <div
            className={styles.columns}
            data-chosen={shown !== undefined || outline.part !== undefined || (place !== undefined && !check.played)}
          >
            <div ref={grid} className={styles.outline} {...clipboard}>
              <p className={styles.keys} aria-hidden="true">
                {acts.mayDraw && (
                  <>
                    <Kbd>A</Kbd> {say('outline.key.add')} <Kbd>C</Kbd> {say('outline.key.connect')} <Kbd>M</Kbd> {say('outline.key.move')}{' '}
                    <Kbd>F2</Kbd> {say('outline.key.rename')} <Kbd>Del</Kbd> {say('outline.key.remove')}{' '}
                  </>
                )}
                <Kbd>F8</Kbd> {say('problems.next')}
              </p>
              <OutlineTree
                definition={outline.definition}
                tree={tree}
                selection={selection}
                renaming={renaming}
                expanded={outline.expanded}
                problems={outline.problems}
                onOpen={wayTo}
                onExpand={outline.expand}
                onKey={edits.onKey}
                onRename={edits.keepName}
                onRenamed={() => setRenaming(undefined)}
                marks={check.marks}
              />
              <div className={marked.played}>
                <PlayedBar check={check} outline={outline} />
              </div>
            </div>
            <CheckAside
              {...{ check, outline, chosen }}
              act={acts.mayDraw ? acts.act : undefined}
              problems={problems.all}
              onRepair={problems.go}
              onChoose={wayTo}
            >
              {(back) => (
                <DraftPanel
                  ref={panel}
                  above={back}
                  outline={outline}
                  several={selected.size}
                  mayDraw={acts.mayDraw}
                  act={acts.act}
                  onChoose={wayTo}
                  onAsk={ask}
                  onRemove={edits.remove}
                />
              )}
            </CheckAside>
          </div>
        </ClauseVerdictsHere>
      )}
      <p className={unseen.unseen} role="status">
        {selected.size > 1 ? say('outline.chosen-many', { count: selected.size }) : ''}
      </p>
      <Told acts={acts} />
      <OutlineDialogs
        asking={asking}
        outline={outline}
        steps={edits.steps}
        onClose={() => setAsking(undefined)}
        onAct={(command) => {
          setAsking(undefined);
          edits.act(command);
        }}
      />
      <QuarrelDialog draft={draft} />
    </div>
  );
}
