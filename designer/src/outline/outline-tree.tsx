import { ChevronDown, ChevronRight, TriangleAlert } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { Button, type Key, Tree, TreeItem, TreeItemContent } from 'react-aria-components';
import { Chip } from '../base/chip.tsx';
import { Icon } from '../base/icon.tsx';
import { type Say, useText, useWords } from '../language/words.tsx';
import { fieldsOf, textOf } from '../model/loose-json.ts';
import type { ProcedureTree, TreeElement, TreeRow } from '../model/tree.ts';
import styles from './outline.module.css';
import { delayWords, elementKinds, leadsWords, listed, nameOf, rowIcon, rowWords, type Text } from './outline-words.ts';

export interface OutlineTreeProps {
  readonly definition: object;
  readonly tree: ProcedureTree;
  readonly chosen: string | undefined;
  readonly expanded: ReadonlySet<string>;
  /** How many problems stand at an element or a way. */
  readonly problems: ReadonlyMap<string, number>;
  readonly onChoose: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onExpand: (ids: ReadonlySet<string>) => void;
  readonly onKey: (event: KeyboardEvent) => void;
}

interface Writing extends OutlineTreeProps {
  readonly say: Say;
  readonly text: Text;
}

/** The whole procedure as a table that folds: stages, their steps, the ways out of each step. Complete without a map. */
export function OutlineTree(props: OutlineTreeProps) {
  const say = useWords();
  const text = useText();
  const writing = { ...props, say, text };
  const toSet = (keys: 'all' | Iterable<Key>) => new Set(keys === 'all' ? [] : [...keys].map(String));
  return (
    <div className={styles.grid} onKeyDownCapture={props.onKey}>
      <div className={styles.head} aria-hidden="true">
        <span>{say('outline.column.step')}</span>
        <span>{say('outline.column.who')}</span>
        <span>{say('outline.column.time')}</span>
        <span>{say('outline.column.leads')}</span>
      </div>
      <Tree
        aria-label={say('outline.label')}
        className={styles.tree ?? ''}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={props.chosen === undefined ? [] : [props.chosen]}
        onSelectionChange={(keys) => {
          const [first] = toSet(keys);
          if (first !== undefined) props.onChoose(first);
        }}
        expandedKeys={props.expanded}
        onExpandedChange={(keys) => props.onExpand(toSet(keys))}
        onAction={(key) => props.onOpen(String(key))}
        renderEmptyState={() => <p className={styles.nothing}>{say('outline.empty')}</p>}
      >
        {props.tree.elements.map((element) => elementItem(element, writing))}
        {props.tree.rows.map((row) => rowItem(row, writing))}
      </Tree>
    </div>
  );
}

function elementItem(element: TreeElement, writing: Writing) {
  const { say, text, tree, definition, problems } = writing;
  const name = nameOf(element, say, text);
  const kind = elementKinds[element.kind];
  const isHolder = element.kind === 'stage' || element.kind === 'tracks';
  const deadline = element.rows.find(({ via, leads }) => via === 'after' && leads !== 'stays');
  const role = element.role ?? element.owner;
  const who = role === undefined ? '' : text(textOf(fieldsOf(fieldsOf(fieldsOf(definition).roles)[role]).title));
  const leads = isHolder ? [] : [...new Set(element.rows.filter((row) => row.leads === 'on').flatMap(({ to }) => to))];
  const number = problems.get(element.id) ?? 0;
  return (
    <TreeItem
      key={element.id}
      id={element.id}
      textValue={say('outline.spoken', { kind: say(kind.word), name })}
      className={styles.item ?? ''}
    >
      <TreeItemContent>
        {({ level, hasChildItems, isExpanded }) => (
          <div className={styles.cells} data-kind={element.kind}>
            <span className={styles.name} style={{ paddingInlineStart: `${(level - 1) * 1.5}rem` }}>
              {hasChildItems ? (
                <Button slot="chevron" className={styles.chevron ?? ''}>
                  <Icon of={isExpanded ? ChevronDown : ChevronRight} turn={!isExpanded} />
                </Button>
              ) : (
                <span className={styles.chevron} />
              )}
              <Icon of={kind.icon} label={say(kind.word)} className={styles.kind} />
              <bdi dir="auto">{name}</bdi>
              {element.isStart && <Chip tone="line">{say('outline.start')}</Chip>}
              {number > 0 && (
                <Chip tone="danger" icon={TriangleAlert}>
                  {say('outline.problems', { count: number })}
                </Chip>
              )}
            </span>
            <span dir="auto">{who}</span>
            <span className={styles.time}>{deadline ? delayWords(definition, deadline.name, say) : ''}</span>
            <span className={styles.leads}>
              {listed(
                leads.map((id) => nameOf(tree.byId.get(id), say, text)),
                say,
              )}
            </span>
          </div>
        )}
      </TreeItemContent>
      {element.children.map((child) => elementItem(child, writing))}
      {element.rows.map((row) => rowItem(row, writing))}
    </TreeItem>
  );
}

function rowItem(row: TreeRow, { say, text, tree, definition, problems }: Writing) {
  const words = rowWords(definition, row, say, text);
  const leads = leadsWords(tree, row, say, text);
  const number = problems.get(row.address) ?? 0;
  return (
    <TreeItem
      key={row.address}
      id={row.address}
      textValue={say('outline.spoken-way', { name: words, to: leads })}
      className={styles.item ?? ''}
    >
      <TreeItemContent>
        {({ level }) => (
          <div className={styles.cells} data-kind="way">
            <span className={styles.name} style={{ paddingInlineStart: `${(level - 1) * 1.5}rem` }}>
              <span className={styles.chevron} />
              <Icon of={rowIcon(row)} turn={row.kind !== 'time'} className={row.kind === 'time' ? styles.clock : styles.way} />
              <bdi dir="auto">{words}</bdi>
              {number > 0 && row.leads !== 'open' && (
                <Chip tone="danger" icon={TriangleAlert}>
                  {say('outline.problems', { count: number })}
                </Chip>
              )}
            </span>
            <span />
            <span />
            <span className={styles.leads}>
              {row.leads === 'open' ? (
                <Chip tone="danger" icon={TriangleAlert}>
                  {leads}
                </Chip>
              ) : (
                <bdi dir="auto">{leads}</bdi>
              )}
            </span>
          </div>
        )}
      </TreeItemContent>
    </TreeItem>
  );
}
