import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { CheckAside, PlayedBar } from '../check/check-aside.tsx';
import type { CheckPlace } from '../check/check-place.ts';
import { ClauseVerdictsHere } from '../check/clause-verdicts.ts';
import { type Check, useCheck } from '../check/use-check.ts';
import { useConditionOf } from '../conditions/way-conditions.ts';
import { QuarrelDialog } from '../draft/quarrel-dialog.tsx';
import type { OpenDraft } from '../draft/use-draft.ts';
import { directionOf } from '../language/language.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import type { Command } from '../model/command.ts';
import type { ElementKind } from '../model/step-kind.ts';
import { FindDialog, mapAsks, NewStepDialog } from '../outline/late-dialogs.ts';
import { useOutlineActs } from '../outline/outline-acts.ts';
import { type Asking, OutlineDialogs } from '../outline/outline-dialogs.tsx';
import { newStep } from '../outline/outline-edits.ts';
import { OutlineTop } from '../outline/outline-top.tsx';
import { Told } from '../outline/told.tsx';
import { useHistoryKeys } from '../outline/use-history-keys.ts';
import { useOutline } from '../outline/use-outline.ts';
import { useOutlineClipboard } from '../outline/use-outline-clipboard.ts';
import { usePanelKey } from '../outline/use-panel-key.ts';
import { useProblemWay } from '../outline/use-problem-way.ts';
import { useWayTo } from '../outline/use-way-to.ts';
import { DraftPanel } from '../panel/draft-panel.tsx';
import { useEarly } from '../shell/late.tsx';
import { useSession } from '../shell/session.tsx';
import { useShortcut } from '../shell/shortcuts.tsx';
import { EmptyStart, soon, useEmptyStart } from '../skeleton/empty-start.tsx';
import styles from './map.module.css';
import { MapCanvas, type MapHandle } from './map-canvas.tsx';
import { MapMenu, type MenuAt } from './map-menu.tsx';
import { planOf } from './map-plan.ts';
import { boxOfRow } from './map-steps.ts';
import { MapKinds, MapTools, MapZoom } from './map-tools.tsx';
import type { MapView } from './map-view.ts';
import { NoteDialog } from './note-dialog.tsx';
import { useMapActs } from './use-map-acts.ts';
import { useMapKeys } from './use-map-keys.ts';
import { useMapWays } from './use-map-ways.ts';

/** What has to be asked before an edit on the map. */
export type MapAsking =
  | { readonly what: Asking }
  | { readonly what: 'kind'; readonly kind?: ElementKind; readonly into?: string; readonly row?: string; readonly to?: string }
  | { readonly what: 'note'; readonly note?: string }
  | { readonly what: 'find' };

/** The procedure as a map: stages as columns, steps as cards, each way out with its port; what is chosen beside it in plain words. */
export function MapEditor({
  draft,
  chosen,
  above,
  check: place,
  onCheck,
  onChoose,
  onOutline,
}: {
  readonly draft: OpenDraft;
  readonly chosen: string | undefined;
  readonly above: ReactNode;
  readonly check: CheckPlace | undefined;
  readonly onCheck: Check['go'];
  readonly onChoose: (id: string) => void;
  readonly onOutline: (id: string | undefined) => void;
}) {
  const say = useWords();
  const session = useSession();
  const direction = directionOf[useLanguage()];
  const outline = useOutline(draft.editor, chosen);
  const acts = useOutlineActs(draft);
  const others = useStore(draft.company.others);
  const selection = useStore(draft.editor.store, (state) => state.selection);
  const [asking, setAsking] = useState<MapAsking>();
  const [menu, setMenu] = useState<MenuAt>();
  const [reached, setReached] = useState(chosen ?? '');
  const [placing, setPlacing] = useState<string>();
  const panel = useRef<HTMLElement>(null);
  const map = useRef<MapHandle>(null);
  const { document, tree, definition, problems } = outline;
  const plan = planOf(tree, document.layout);
  const conditionOf = useConditionOf(definition);
  const ways = useMapWays(plan);
  const start = useEmptyStart(draft.editor, acts);
  useHistoryKeys(acts);
  useEarly(mapAsks);
  const check = useCheck(outline, place, onCheck);
  const { now } = check.marks ?? {};
  useEffect(() => {
    if (now !== undefined) map.current?.reveal(now);
  }, [now]);

  const ask = (what: MapAsking) => {
    if (acts.mayDraw || what.what === 'find') setAsking(what);
    else acts.hint(say(acts.lock ?? 'draft.only-look'));
  };
  const selected = useMemo(() => new Set(selection.filter((id) => plan.byId.has(id))), [selection, plan]);
  const first = plan.boxes[0]?.id ?? '';
  const isOnMap = (key: string) => plan.byId.has(key) || boxOfRow(plan, key) !== undefined;
  const isThere = isOnMap(reached);
  const choose = (id: string) => {
    draft.editor.select(plan.byId.has(id) ? [id] : []);
    if (id !== (chosen ?? '')) onChoose(id);
  };
  const wayTo = useWayTo({ outline, chosen, panel, onChoose: choose });
  const way = useProblemWay({ outline, chosen, wayTo, tell: acts.tell });
  const open = (key: string) => {
    choose(key);
    requestAnimationFrame(() => panel.current?.focus());
  };
  const does = useMapActs({ outline, plan, acts, selected, choose, ask, focus: (key) => map.current?.focus(key), open });
  const copied = outline.row ? new Set([outline.row.address]) : selected;
  const clipboard = useOutlineClipboard({ outline, selected: copied, act: does.act, remove: () => does.remove(chosen ?? '') });
  const here = isThere ? reached : first;
  const openMenu = (at: { readonly x: number; readonly y: number }, key: string) => {
    const entries = does.entries(key);
    if (entries.length > 0) setMenu({ ...at, entries });
  };
  const keys = useMapKeys({
    plan,
    ways,
    direction,
    letters: session.shortcuts,
    placing,
    does: {
      ...does,
      choose,
      go: (key) => map.current?.focus(key),
      place: setPlacing,
      open,
      outline: onOutline,
      ask,
      fit: () => map.current?.fit(),
      scale: (factor) => map.current?.scale(factor),
      menu: (key, at) => openMenu(at, key),
      tell: acts.tell,
      hint: acts.hint,
    },
  });
  usePanelKey(panel, () => map.current?.focus(here));
  useShortcut({ code: 'KeyA', name: 'outline.new-step', run: () => ask({ what: 'kind' }) });
  useShortcut({ code: 'KeyF', name: 'map.find', run: () => ask({ what: 'find' }) });
  useShortcut({ code: 'KeyO', name: 'design.outline', run: () => onOutline(chosen) });
  useShortcut({ code: 'KeyC', name: 'map.act.connect', run: () => map.current?.focus(here) });
  useShortcut({ code: 'KeyM', name: 'map.act.place', run: () => map.current?.focus(here) });
  const view: MapView = {
    definition,
    tree,
    conditionOf,
    plan,
    direction,
    sides: ways.sides,
    problems,
    chosen: chosen ?? '',
    reached: here,
    placing,
    others,
    mayDraw: acts.mayDraw,
    ...(check.marks ? { marks: check.marks } : {}),
    choose,
    reach: (key) => {
      setReached(key);
      if (placing !== undefined && key !== placing) setPlacing(undefined);
    },
    addInto: (into) => ask({ what: 'kind', into }),
    addAfter: (row) => ask({ what: 'kind', row }),
    fold: does.fold,
    resize: does.resize,
  };
  const begin = (step: string) => {
    onChoose(step);
    soon(() => {
      map.current?.focus(step);
      return map.current !== null && globalThis.document.activeElement?.getAttribute('data-map') === step;
    });
  };
  const act = (command: Command) => {
    setAsking(undefined);
    does.act(command);
  };
  const note = asking?.what === 'note' ? asking.note : undefined;
  const plain = asking && asking.what !== 'kind' && asking.what !== 'note' && asking.what !== 'find' ? asking.what : undefined;
  return (
    <div className={styles.page}>
      <OutlineTop
        {...{ outline, acts, draft, chosen, above }}
        {...(start.asks ? {} : { check })}
        problems={way.all}
        onGo={way.go}
        onChoose={wayTo}
        onAdd={() => ask({ what: 'kind' })}
      />
      {start.asks ? (
        <EmptyStart editor={draft.editor} acts={acts} onBegin={begin} onEmpty={start.decline} />
      ) : (
        <ClauseVerdictsHere value={check.clauses}>
          <div className={styles.columns} data-chosen={outline.element !== undefined || outline.row !== undefined}>
            <MapCanvas
              ref={map}
              view={view}
              ways={ways}
              selection={selected}
              label={say('map.label')}
              onSelect={(ids) => draft.editor.select(ids)}
              onDrop={does.drop}
              onConnect={(row, to) => does.act({ name: 'row.connect', payload: { row, to } })}
              onLoose={(row, into) => ask({ what: 'kind', to: row, ...(into === undefined ? {} : { into }) })}
              onKey={keys}
              clipboard={clipboard}
              onMenu={(event, key) => openMenu({ x: event.clientX, y: event.clientY }, key)}
              onOpen={(key) => (key.startsWith('note:') ? ask({ what: 'note', note: key }) : panel.current?.focus())}
            >
              {(zoom) => (
                <MapTools bar={check.played && <PlayedBar check={check} outline={outline} />}>
                  {acts.mayDraw && !check.played && (
                    <MapKinds onAdd={(kind) => ask({ what: 'kind', kind })} onNote={() => ask({ what: 'note' })} />
                  )}
                  <MapZoom
                    zoom={zoom}
                    onScale={(factor) => map.current?.scale(factor)}
                    onFit={() => map.current?.fit()}
                    onTidy={acts.mayDraw ? () => does.tidy(undefined) : undefined}
                  />
                </MapTools>
              )}
            </MapCanvas>
            <CheckAside
              {...{ check, outline, chosen }}
              act={acts.mayDraw ? acts.act : undefined}
              problems={way.all}
              onRepair={way.go}
              onChoose={does.goTo}
            >
              {(back) => (
                <DraftPanel
                  ref={panel}
                  above={back}
                  outline={outline}
                  several={selected.size}
                  mayDraw={acts.mayDraw}
                  back="map.back"
                  act={acts.act}
                  onChoose={(id) => (isOnMap(id) ? does.goTo(id) : wayTo(id))}
                  onAsk={(what) => ask({ what })}
                  onRemove={() => does.remove(chosen ?? '')}
                />
              )}
            </CheckAside>
          </div>
          <p className={styles.phone}>{say('map.phone')}</p>
        </ClauseVerdictsHere>
      )}
      <Told acts={acts} />
      <OutlineDialogs asking={plain} outline={outline} onClose={() => setAsking(undefined)} onAct={act} />
      {asking?.what === 'kind' && (
        <NewStepDialog
          what="step"
          definition={definition}
          {...(asking.kind ? { kind: asking.kind } : {})}
          onClose={() => setAsking(undefined)}
          onAdd={({ title, kind }) => act(does.adding(asking, title, kind) ?? newStep(outline, title, kind))}
        />
      )}
      {asking?.what === 'note' && (
        <NoteDialog
          text={(note && plan.byId.get(note)?.note) || ''}
          onClose={() => setAsking(undefined)}
          onWrite={(words) => {
            setAsking(undefined);
            does.write(note, words);
          }}
        />
      )}
      {asking?.what === 'find' && (
        <FindDialog
          tree={tree}
          acts={does.entries(reached, { undo: acts.undoName, redo: acts.redoName })}
          onGo={does.goTo}
          onClose={() => setAsking(undefined)}
        />
      )}
      <MapMenu at={menu} onClose={() => setMenu(undefined)} />
      <QuarrelDialog draft={draft} />
    </div>
  );
}
