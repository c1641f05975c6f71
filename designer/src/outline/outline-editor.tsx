import { ArrowLeft, Plus, Redo2, TriangleAlert, Undo2 } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../base/button.tsx';
import { DraftStatus } from '../draft/draft-status.tsx';
import { Others } from '../draft/others.tsx';
import { QuarrelDialog } from '../draft/quarrel-dialog.tsx';
import type { OpenDraft } from '../draft/use-draft.ts';
import { useFindings } from '../findings/use-findings.ts';
import { useText, useWords } from '../language/words.tsx';
import type { Command } from '../model/command.ts';
import type { ElementKind } from '../model/step-kind.ts';
import { treeOf } from '../model/tree.ts';
import { PageHeading } from '../shell/page.tsx';
import { useSession } from '../shell/session.tsx';
import { ChooseStepDialog } from './choose-step-dialog.tsx';
import { ElementPanel, moveAmong, neighbours } from './element-panel.tsx';
import { FindingList } from './finding-list.tsx';
import { Kbd } from './kbd.tsx';
import { NewStepDialog } from './new-step-dialog.tsx';
import styles from './outline.module.css';
import { useOutlineActs } from './outline-acts.ts';
import { historyKey, outlineKey } from './outline-keys.ts';
import { OutlineTree } from './outline-tree.tsx';
import { nameOf } from './outline-words.ts';
import besides from './panel.module.css';
import { RowPanel } from './row-panel.tsx';
import { TitleFields } from './title-fields.tsx';

type Asking = 'step' | 'way' | 'deadline' | 'connect' | 'move';

/** The complete editor without a map: the outline, and what is chosen in it beside it in plain words. */
export function OutlineEditor({
  editor,
  link,
  company,
  chosen,
  above,
  onChoose,
}: OpenDraft & { readonly chosen: string | undefined; readonly above: ReactNode; readonly onChoose: (id: string) => void }) {
  const say = useWords();
  const text = useText();
  const session = useSession();
  const document = useStore(editor.store, (state) => state.document);
  const { definition } = document;
  const tree = treeOf(definition);
  const { findings, state: looked } = useFindings(document);
  const acts = useOutlineActs(editor);
  const [asking, setAsking] = useState<Asking>();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const panel = useRef<HTMLElement>(null);
  const grid = useRef<HTMLDivElement>(null);

  const element = chosen === undefined ? undefined : tree.byId.get(chosen);
  const row = useMemo(
    () => [...tree.rows, ...[...tree.byId.values()].flatMap(({ rows }) => rows)].find(({ address }) => address === chosen),
    [tree, chosen],
  );
  const source = row && tree.byId.get(row.source);
  const step = element ?? source;
  const problems = useMemo(() => {
    const counts = new Map<string, number>();
    const count = (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
    for (const finding of findings) count(finding.row ?? finding.element);
    return counts;
  }, [findings]);
  const here = findings.filter((finding) =>
    row ? finding.row === row.address : finding.element === (element?.id ?? '') && finding.row === undefined,
  );
  const expanded = useMemo(() => new Set([...tree.byId.keys()].filter((id) => !folded.has(id))), [tree, folded]);

  const placeName = (id: string) => {
    const place = tree.byId.get(id);
    return place && nameOf(place, say, text);
  };
  const { act } = acts;
  const choose = onChoose;
  const remove = (id: string) => {
    const gone = tree.byId.get(id);
    if (!gone) return;
    const siblings = gone.parent === '' ? tree.elements : (tree.byId.get(gone.parent)?.children ?? []);
    const at = siblings.findIndex((one) => one.id === id);
    if (act({ name: 'step.remove', payload: { ids: [id] } })) {
      choose((siblings[at + 1] ?? siblings[at - 1])?.id ?? gone.parent);
      grid.current?.querySelector<HTMLElement>('[role="treegrid"]')?.focus();
    }
  };
  const add = (wish: { readonly title: Readonly<Record<string, string>>; readonly kind: ElementKind }) => {
    const command = asking === 'step' ? newStep(wish.title, wish.kind) : newRow(wish.title, asking === 'deadline');
    const [made] = act(command) ?? [];
    setAsking(undefined);
    if (made !== undefined) choose(made);
  };
  function newStep(title: Readonly<Record<string, string>>, kind: ElementKind): Command {
    if (kind === 'stage') return { name: 'step.add', payload: { kind, title } };
    if (row && row.leads === 'open') return { name: 'step.add', payload: { kind, title, from: row.address } };
    const into = step ? (step.kind === 'stage' || step.kind === 'tracks' ? step.id : step.parent) : '';
    return { name: 'step.add', payload: { kind, title, into } };
  }
  const newRow = (label: Readonly<Record<string, string>>, isDeadline: boolean): Command => ({
    name: 'row.add',
    payload: { step: step?.id ?? '', label, ...(isDeadline ? { via: 'after', length: { workingDays: 5 } } : { via: 'on' }) },
  });

  const onKey = (event: KeyboardEvent) => {
    const key = outlineKey(event, session.shortcuts);
    if (key === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'add') setAsking('step');
    else if (key === 'connect' && row) setAsking('connect');
    else if (key === 'move' && element) setAsking('move');
    else if (key === 'rename') panel.current?.querySelector<HTMLInputElement>('input')?.focus();
    else if (key === 'remove' && element) remove(element.id);
    else if (key === 'remove' && row && act({ name: 'row.remove', payload: { row: row.address } })) choose(row.source);
    else if ((key === 'up' || key === 'down') && element) {
      const [before, after] = neighbours(tree, element);
      if (key === 'up' && before !== undefined) act(moveAmong(element, before));
      if (key === 'down' && after !== undefined) act(moveAmong(element, after ?? undefined));
    }
  };
  const turn = useRef<(which: 'undo' | 'redo') => void>(() => undefined);
  useEffect(() => {
    turn.current = (which) => acts[which]();
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      const which = historyKey(event);
      if (which === undefined || isTyping(event.target)) return;
      event.preventDefault();
      turn.current(which);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  const steps = [...tree.byId.values()].map(({ id, ...one }) => ({ id, name: nameOf({ id, ...one }, say, text) }));
  const stages = [...tree.byId.values()].filter(({ kind, id }) => (kind === 'stage' || kind === 'tracks') && id !== element?.id);
  const shared = { definition, tree, act, onChoose: choose, findings: here };
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <div className={styles.words}>
          <div className={styles.above}>{above}</div>
          <PageHeading>{text(tree.title) || say('outline.title')}</PageHeading>
          <DraftStatus link={link} />
          <Others company={company} at={chosen} nameOf={(id) => placeName(id.split('/')[0] ?? '')} />
        </div>
        <div className={styles.tools}>
          <Button
            icon={Undo2}
            turn
            kind="quiet"
            label={acts.undoName ?? say('outline.nothing-to-undo')}
            isDisabled={acts.undoName === undefined}
            onPress={acts.undo}
          />
          <Button
            icon={Redo2}
            turn
            kind="quiet"
            label={acts.redoName ?? say('outline.nothing-to-redo')}
            isDisabled={acts.redoName === undefined}
            onPress={acts.redo}
          />
          <Button icon={Plus} onPress={() => setAsking('step')}>
            {say('outline.new-step')}
          </Button>
        </div>
      </header>
      <p className={styles.found} role="status" data-problems={findings.length > 0}>
        {findings.length > 0 && <TriangleAlert size="1rem" aria-hidden="true" />}
        {looked === 'failed' ? say('outline.not-looked') : say('outline.problems', { count: findings.length })}
        {findings.length > 0 && (
          <Button kind="link" onPress={() => choose(findings[0]?.row ?? findings[0]?.element ?? '')}>
            {say('outline.first-problem')}
          </Button>
        )}
      </p>
      <div className={styles.columns} data-chosen={element !== undefined || row !== undefined}>
        <div ref={grid} className={styles.outline}>
          <p className={styles.keys} aria-hidden="true">
            <Kbd>A</Kbd> {say('outline.key.add')} <Kbd>C</Kbd> {say('outline.key.connect')} <Kbd>M</Kbd> {say('outline.key.move')}{' '}
            <Kbd>F2</Kbd> {say('outline.key.rename')} <Kbd>Del</Kbd> {say('outline.key.remove')}
          </p>
          <OutlineTree
            definition={definition}
            tree={tree}
            chosen={element?.id ?? row?.address}
            expanded={expanded}
            problems={problems}
            onChoose={choose}
            onOpen={() => panel.current?.focus()}
            onExpand={(open) => setFolded(new Set([...tree.byId.keys()].filter((id) => !open.has(id))))}
            onKey={onKey}
          />
        </div>
        <aside ref={panel} tabIndex={-1} className={besides.panel} aria-label={say('outline.panel')}>
          {(element || row) && (
            <div className={besides.back}>
              <Button kind="link" icon={ArrowLeft} turn onPress={() => choose('')}>
                {say('outline.back')}
              </Button>
            </div>
          )}
          {row ? (
            <RowPanel key={row.address} row={row} source={source} {...shared} />
          ) : element ? (
            <ElementPanel
              key={element.id}
              element={element}
              {...shared}
              onAddWay={() => setAsking('way')}
              onAddDeadline={() => setAsking('deadline')}
              onRemove={() => remove(element.id)}
            />
          ) : (
            <>
              <header className={besides.panelHead}>
                <h2>{say('outline.procedure')}</h2>
              </header>
              <FindingList findings={here} />
              <TitleFields
                definition={definition}
                words={tree.title}
                onWrite={(language, words) => act({ name: 'title.set', payload: { of: '', language, words } })}
              />
              <p className={besides.quiet}>{say('outline.choose-one')}</p>
            </>
          )}
        </aside>
      </div>
      <p className={styles.spoken} role="status">
        {acts.told}
      </p>
      {(asking === 'step' || asking === 'way' || asking === 'deadline') && (
        <NewStepDialog what={asking} definition={definition} onAdd={add} onClose={() => setAsking(undefined)} />
      )}
      {asking === 'connect' && row && (
        <ChooseStepDialog
          title={say('outline.connect')}
          label={say('outline.leads-to-field')}
          options={steps}
          onClose={() => setAsking(undefined)}
          onChoose={(to) => {
            act({ name: 'row.connect', payload: { row: row.address, to } });
            setAsking(undefined);
          }}
        />
      )}
      {asking === 'move' && element && (
        <ChooseStepDialog
          title={say('outline.move')}
          label={say('outline.stands-in')}
          options={stages.map((stage) => ({ id: stage.id, name: nameOf(stage, say, text) }))}
          onClose={() => setAsking(undefined)}
          onChoose={(into) => {
            act({ name: 'step.move', payload: { ids: [element.id], into } });
            setAsking(undefined);
          }}
        />
      )}
      <QuarrelDialog link={link} />
    </div>
  );
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
