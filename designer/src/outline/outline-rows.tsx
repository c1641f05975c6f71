import { ChevronDown, ChevronRight, CornerDownLeft, TriangleAlert } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { Button, TreeItem, TreeItemContent, type TreeItemContentRenderProps } from 'react-aria-components';
import { Chip } from '../base/chip.tsx';
import { Icon } from '../base/icon.tsx';
import type { ConditionOf } from '../conditions/way-conditions.ts';
import type { Say } from '../language/words.tsx';
import type { MapMarks } from '../map/map-view.ts';
import { spokenMark } from '../map/spoken-mark.ts';
import { fieldsOf, textOf } from '../model/loose-json.ts';
import type { ProcedureTree, TreeElement, TreeRow } from '../model/tree.ts';
import { BrokenClause, StepClause } from '../proof/clause-chip.tsx';
import { type InheritedWays, inheritedWays } from './inherited-ways.ts';
import marked from './marks.module.css';
import styles from './outline.module.css';
import {
  delayWords,
  elementIcon,
  elementKinds,
  leadsWords,
  listed,
  nameOf,
  rowIcon,
  rowWords,
  spokenWay,
  type Text,
} from './outline-words.ts';
import { RenameField } from './rename-field.tsx';

/** What rows are drawn from, and what they do. */
export interface OutlineRowsProps {
  readonly definition: object;
  readonly tree: ProcedureTree;
  /** What is given another name where it stands. */
  readonly renaming: string | undefined;
  /** How many problems stand at an element or a way. */
  readonly problems: ReadonlyMap<string, number>;
  /** The run that is played, told on it. */
  readonly marks?: MapMarks | undefined;
  readonly onOpen: (id: string) => void;
  readonly onRename: (id: string, name: string) => void;
  readonly onRenamed: () => void;
}

interface Writing extends OutlineRowsProps {
  readonly say: Say;
  readonly text: Text;
  readonly conditionOf: ConditionOf;
}

/** How deep a row lies, and whether it is unfolded. */
type Folding = Pick<TreeItemContentRenderProps, 'level'> & Partial<Pick<TreeItemContentRenderProps, 'hasChildItems' | 'isExpanded'>>;

/** An element with what is under it: its parts, its ways, and those that hold around it. */
export function elementItem(element: TreeElement, writing: Writing) {
  const { say, text, marks } = writing;
  const name = nameOf(element, say, text);
  const kind = say(elementKinds[element.kind].word);
  const mark = marks?.steps.get(element.id);
  const numbers = marks?.numbers?.get(element.id);
  return (
    <TreeItem
      key={element.id}
      id={element.id}
      textValue={withMark(say('outline.spoken', { kind, name }), { mark, numbers, say })}
      className={styles.item ?? ''}
    >
      <TreeItemContent>
        {({ level, hasChildItems, isExpanded }) => <ElementCells {...{ element, writing, level, hasChildItems, isExpanded }} />}
      </TreeItemContent>
      {element.children.map((child) => elementItem(child, writing))}
      {element.rows.map((row) => rowItem(row, writing))}
      {inheritedWays(element).map((ways) => inheritedItem(ways, writing))}
    </TreeItem>
  );
}

/** Of rows that are chosen and let go none is written anew. */
const ElementCells = memo(function ElementCells({
  element,
  writing,
  level,
  hasChildItems,
  isExpanded,
}: Folding & { readonly element: TreeElement; readonly writing: Writing }) {
  const { say, text, tree, definition, problems, marks } = writing;
  const isHolder = element.kind === 'stage' || element.kind === 'tracks';
  const deadline = element.rows.find(({ via, leads }) => via === 'after' && leads !== 'stays');
  const role = element.role ?? element.owner;
  const who = role === undefined ? '' : text(textOf(fieldsOf(fieldsOf(fieldsOf(definition).roles)[role]).title));
  const leads = isHolder ? [] : [...new Set(element.rows.filter((row) => row.leads === 'on').flatMap(({ to }) => to))];
  const number = problems.get(element.id) ?? 0;
  const numbers = marks?.numbers?.get(element.id);
  return (
    <div
      className={`${styles.cells} ${marked.marked}`}
      data-kind={element.kind}
      data-mark={marks?.steps.get(element.id)}
      data-now={marks?.now === element.id || undefined}
    >
      <span className={styles.name} style={{ paddingInlineStart: `${(level - 1) * 1.5}rem` }}>
        {hasChildItems ? (
          <Button slot="chevron" className={styles.chevron ?? ''}>
            <Icon of={isExpanded ? ChevronDown : ChevronRight} turn={!isExpanded} />
          </Button>
        ) : (
          <span className={styles.chevron} />
        )}
        <Icon of={elementIcon(element)} label={say(elementKinds[element.kind].word)} className={styles.kind} />
        {numbers && (
          <span className={marked.bead} aria-hidden="true">
            {listed(
              numbers.map((count) => say('map.count', { count })),
              say,
            )}
          </span>
        )}
        <Name
          id={element.id}
          name={nameOf(element, say, text)}
          words={element.title}
          beside={
            <>
              <StepClause definition={definition} tags={element.tags} />
              <BrokenClause step={element.id} />
            </>
          }
          {...writing}
        />
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
  );
});

/** A way out of a step, or of the whole procedure. */
export function rowItem(row: TreeRow, writing: Writing) {
  const { say, text, conditionOf, tree, definition, marks } = writing;
  const mark = marks?.rows.get(row.address);
  return (
    <TreeItem
      key={row.address}
      id={row.address}
      textValue={withMark(spokenWay(definition, tree, row, say, text, conditionOf(row)), { mark, say })}
      className={styles.item ?? ''}
    >
      <TreeItemContent>{({ level }) => <WayCells {...{ row, writing, level }} />}</TreeItemContent>
    </TreeItem>
  );
}

const WayCells = memo(function WayCells({ row, writing, level }: Folding & { readonly row: TreeRow; readonly writing: Writing }) {
  const { say, text, conditionOf, tree, definition, problems, marks } = writing;
  const leads = leadsWords(tree, row, say, text);
  const number = problems.get(row.address) ?? 0;
  return (
    <div className={`${styles.cells} ${marked.marked}`} data-kind="way" data-mark={marks?.rows.get(row.address)}>
      <span className={styles.name} style={{ paddingInlineStart: `${(level - 1) * 1.5}rem` }}>
        <span className={styles.chevron} />
        <Icon of={rowIcon(row)} turn={row.kind !== 'time'} className={row.kind === 'time' ? styles.clock : styles.way} />
        <Name id={row.address} name={rowWords(definition, row, say, text, conditionOf(row))} words={row.label ?? {}} {...writing} />
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
  );
});

const withMark = (words: string, marked: Parameters<typeof spokenMark>[0]): string =>
  [words, spokenMark(marked)].filter((part) => part !== '').join(' ');

/** Ways that hold in the whole stage, greyed under each of its steps: nobody asks why a case jumped. They are changed where they are set. */
function inheritedItem({ id, stage, ways, at }: InheritedWays, { say, text, conditionOf, tree, definition, onOpen }: Writing) {
  const names = listed([...new Set(ways.map((row) => rowWords(definition, row, say, text, conditionOf(row))))], say);
  const from = say('outline.from-stage', { stage: stage === '' ? text(tree.title) : nameOf(tree.byId.get(stage), say, text) });
  const words = say('outline.any-time-from', { ways: names });
  return (
    <TreeItem key={id} id={id} textValue={`${words} ${from}`} className={styles.item ?? ''}>
      <TreeItemContent>
        {({ level }) => (
          <div className={styles.cells} data-kind="inherited">
            <span className={styles.name} style={{ paddingInlineStart: `${(level - 1) * 1.5}rem` }}>
              <span className={styles.chevron} />
              <Icon of={CornerDownLeft} turn className={styles.way} />
              <bdi dir="auto">{words}</bdi>
            </span>
            <span className={styles.from}>
              <Button className={styles.fromLink ?? ''} onPress={() => onOpen(at)}>
                {from}
              </Button>
            </span>
          </div>
        )}
      </TreeItemContent>
    </TreeItem>
  );
}

/** What it is called, or the field in which it is given another name: its words in the reader's language alone. */
function Name({
  id,
  name,
  words,
  beside,
  renaming,
  text,
  onRename,
  onRenamed,
}: Writing & {
  readonly id: string;
  readonly name: string;
  readonly words: Readonly<Record<string, string>>;
  readonly beside?: ReactNode;
}) {
  if (renaming !== id)
    return (
      <span className={styles.named}>
        <bdi dir="auto">{name}</bdi>
        {beside}
      </span>
    );
  return <RenameField name={text(words)} onKeep={(next) => onRename(id, next)} onLeave={onRenamed} />;
}
