import { type KeyboardEvent, memo, useMemo, useRef } from 'react';
import { type Key, Tree } from 'react-aria-components';
import { useWhenPaused } from '../base/use-when-paused.ts';
import { useConditionOf } from '../conditions/way-conditions.ts';
import { useText, useWords } from '../language/words.tsx';
import { allInherited } from './inherited-ways.ts';
import styles from './outline.module.css';
import { elementItem, type OutlineRowsProps, rowItem } from './outline-rows.tsx';
import type { TreeSelection } from './tree-selection.ts';

export interface OutlineTreeProps extends OutlineRowsProps {
  readonly selection: TreeSelection;
  readonly expanded: ReadonlySet<string>;
  readonly onExpand: (ids: ReadonlySet<string>) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

/**
 * The whole procedure as a table that folds: stages, their steps, the ways out of each step. Complete without a map.
 * Of a long one every letter would draw every row anew: while somebody writes beside it, it follows when he pauses.
 */
export function OutlineTree(props: OutlineTreeProps) {
  return <ShownTree {...useWhenPaused(props, '[role="treegrid"]')} />;
}

const ShownTree = memo(function ShownTree(props: OutlineTreeProps) {
  const say = useWords();
  const text = useText();
  const conditionOf = useConditionOf(props.definition);
  const { selection, definition, tree, renaming, problems, marks } = props;
  const { onOpen, onRename, onRenamed } = useSameActs(props);
  // Choosing draws no row anew.
  const items = useMemo(() => {
    const writing = { definition, tree, renaming, problems, marks, say, text, conditionOf, onOpen, onRename, onRenamed };
    return [...tree.elements.map((element) => elementItem(element, writing)), ...tree.rows.map((row) => rowItem(row, writing))];
  }, [definition, tree, renaming, problems, marks, say, text, conditionOf, onOpen, onRename, onRenamed]);
  const inherited = useMemo(() => new Map(allInherited(tree).map(({ id, at }) => [id, at])), [tree]);
  const disabled = useMemo(() => [...inherited.keys()], [inherited]);
  const toSet = (keys: 'all' | Iterable<Key>) => new Set(keys === 'all' ? [] : [...keys].map(String));
  return (
    <div
      className={styles.grid}
      onPointerDownCapture={selection.hear}
      onClickCapture={selection.hear}
      onFocusCapture={selection.enter}
      onKeyDownCapture={(event) => {
        if (event.target instanceof HTMLElement && 'rename' in event.target.dataset) return;
        selection.hear(event);
        props.onKey(event);
      }}
    >
      <div className={styles.head} aria-hidden="true">
        <span>{say('outline.column.step')}</span>
        <span>{say('outline.column.who')}</span>
        <span>{say('outline.column.time')}</span>
        <span>{say('outline.column.leads')}</span>
      </div>
      <Tree
        aria-label={say('outline.label')}
        className={styles.tree ?? ''}
        selectionMode="multiple"
        selectionBehavior="replace"
        disallowEmptySelection
        disabledBehavior="selection"
        disabledKeys={disabled}
        selectedKeys={selection.keys}
        onSelectionChange={selection.change}
        expandedKeys={props.expanded}
        onExpandedChange={(keys) => props.onExpand(toSet(keys))}
        onAction={(key) => props.onOpen(inherited.get(String(key)) ?? String(key))}
        renderEmptyState={() => <p className={styles.nothing}>{say('outline.empty')}</p>}
      >
        {items}
      </Tree>
    </div>
  );
});

/** What rows do, the same for as long as they stand. */
function useSameActs(props: OutlineRowsProps): Pick<OutlineRowsProps, 'onOpen' | 'onRename' | 'onRenamed'> {
  const latest = useRef(props);
  latest.current = props;
  return useMemo(
    () => ({
      onOpen: (id) => latest.current.onOpen(id),
      onRename: (id, name) => latest.current.onRename(id, name),
      onRenamed: () => latest.current.onRenamed(),
    }),
    [],
  );
}
