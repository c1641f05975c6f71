import { useText, useWords } from '../language/words.tsx';
import { copyPiece } from '../model/clipboard-copy.ts';
import type { Command } from '../model/command.ts';
import type { ElementKind } from '../model/step-kind.ts';
import type { TreeElement } from '../model/tree.ts';
import type { OutlineActs } from '../outline/outline-acts.ts';
import { leadingTo } from '../outline/outline-edits.ts';
import { nameOf } from '../outline/outline-words.ts';
import type { Outline } from '../outline/use-outline.ts';
import type { MapAsking } from './map-editor.tsx';
import type { MapEntry } from './map-menu.tsx';
import { type Dropped, droppedCommands, shiftedCommands } from './map-moves.ts';
import { newPlaces } from './map-new.ts';
import { anyTimeId, type MapPlan, type Size } from './map-plan.ts';
import type { Point } from './map-route.ts';
import { gap } from './map-sizes.ts';
import { boxOfRow } from './map-steps.ts';

type Title = Readonly<Record<string, string>>;

/** Where something new is wanted: in a stage, in a way, or where a way is led to. */
interface Adding {
  readonly into?: string;
  readonly row?: string;
  readonly to?: string;
}

export interface MapActs {
  readonly act: (command: Command) => void;
  readonly goTo: (id: string) => void;
  readonly drop: (dropped: readonly Dropped[]) => void;
  readonly shift: (key: string, by: Point) => void;
  readonly remove: (key: string) => void;
  readonly fold: (stage: string, folded: boolean) => void;
  readonly resize: (box: string, size: Size) => void;
  /** The same by the arrow keys; what cannot be resized is said to be so. */
  readonly grow: (key: string, by: Point) => void;
  /** One stage, or everything: nothing stands any more where somebody put it, but in the order of the procedure. */
  readonly tidy: (stage: string | undefined) => void;
  readonly write: (note: string | undefined, text: string) => void;
  /** What adding means where it was asked for; nothing: beside what is chosen. */
  readonly adding: (asked: Adding, title: Title, kind: ElementKind) => Command | undefined;
  readonly entries: (key: string, turns?: { readonly undo: string | undefined; readonly redo: string | undefined }) => readonly MapEntry[];
}

/** Everything that is done on the map, as commands of the one editor. */
export function useMapActs({
  outline,
  plan,
  acts,
  selected,
  choose,
  ask,
  focus,
  open,
}: {
  readonly outline: Outline;
  readonly plan: MapPlan;
  readonly acts: OutlineActs;
  readonly selected: ReadonlySet<string>;
  readonly choose: (id: string) => void;
  readonly ask: (asking: MapAsking) => void;
  readonly focus: (key: string) => void;
  /** Where its name and all else of it are changed. */
  readonly open: (key: string) => void;
}): MapActs {
  const say = useWords();
  const text = useText();
  const { tree, document } = outline;
  const keyOf = (id: string) => (id === '' ? anyTimeId : id);
  const soon = (key: string) => requestAnimationFrame(() => focus(keyOf(key)));
  const act = (command: Command) => {
    const [next] = acts.act(command) ?? [];
    if (next === undefined) return;
    choose(next);
    soon(next);
  };
  const together = (commands: readonly Command[]) => {
    const [only] = commands;
    if (commands.length > 1) acts.all(commands);
    else if (only) acts.act(only); // By itself it may carry on a burst.
  };
  const goTo = (id: string) => {
    choose(id);
    if (id !== '') soon(id);
  };
  const remove = (key: string) => {
    const row = boxOfRow(plan, key);
    if (row) {
      if (acts.act({ name: 'row.remove', payload: { row: key } })) goTo(row.element?.id ?? '');
      return;
    }
    if (key.startsWith('note:')) {
      acts.act({ name: 'note.remove', payload: { note: key.slice('note:'.length) } });
      return soon(plan.boxes[0]?.id ?? '');
    }
    const ids = selected.has(key) ? [...selected].filter((id) => tree.byId.has(id)) : [key];
    const gone = ids.flatMap((id) => tree.byId.get(id) ?? []);
    if (gone.length === 0) return;
    const open = gone.reduce((count, element) => count + leadingTo(tree, element).length, 0);
    const also = open > 0 ? say('outline.leaves-open', { count: open }) : undefined;
    const beside = plan.boxes.filter(({ parent, id }) => parent === plan.byId.get(key)?.parent && !ids.includes(id));
    if (acts.act({ name: 'step.remove', payload: { ids } }, also)) goTo(beside.at(0)?.id ?? tree.byId.get(key)?.parent ?? '');
  };
  const copy = ({ id, parent }: TreeElement) => {
    const ids = selected.has(id) ? [...selected].filter((each) => tree.byId.has(each)) : [id];
    act({ name: 'clipboard.paste', payload: { text: copyPiece(document, ids), into: parent } });
  };
  const placed = (inside: (id: string) => boolean) => plan.boxes.filter(({ element, id }) => element && inside(id)).map(({ id }) => id);
  const tidy = (stage: string | undefined) =>
    acts.act({ name: 'layout.clear', payload: { steps: placed((id) => stage === undefined || tree.byId.get(id)?.parent === stage) } });
  /** What nobody placed gets the place where it stands now: nothing moves, so that it is said to be seen. */
  const placeNew = () => {
    const spots = newPlaces(tree, document.layout);
    const count = Object.keys(spots).length;
    if (count === 0) acts.hint(say('map.nothing-new'));
    else if (acts.all([{ name: 'layout.set', payload: { spots } }], { id: 'edit.layout-place', facts: { count } }))
      acts.hint(say('map.placed-new', { count }));
  };

  const entries: MapActs['entries'] = (key, turns) => {
    if (!acts.mayDraw) return [];
    const box = plan.byId.get(key);
    const row = boxOfRow(plan, key)?.rows.find((each) => each.row.address === key)?.row;
    const element = box?.element;
    const list: MapEntry[] = [];
    const add = (id: string, name: string, run: () => void, more: Pick<MapEntry, 'keys' | 'ofAll'> = {}) =>
      list.push({ id, name, run, ...more });
    if (row) {
      add(
        'connect',
        say('map.act.connect'),
        () => {
          choose(key);
          ask({ what: 'connect' });
        },
        { keys: 'C' },
      );
      if (row.leads !== 'stays') add('insert', say('map.act.insert'), () => ask({ what: 'kind', row: key }), { keys: 'A' });
      if (row.leads === 'on') add('disconnect', say('outline.disconnect'), () => act({ name: 'row.disconnect', payload: { row: key } }));
      add('remove', say('outline.remove'), () => remove(key), { keys: 'Del' });
    }
    if (element) {
      const choosing = (what: 'way' | 'deadline' | 'move') => () => {
        choose(element.id);
        ask({ what });
      };
      add(
        'add',
        say('map.act.add'),
        () => {
          choose(element.id);
          ask({ what: 'kind' });
        },
        { keys: 'A' },
      );
      add('rename', say('map.act.rename'), () => open(element.id), { keys: 'F2' });
      if (element.kind !== 'outcome' && element.kind !== 'history') {
        add('way', say('outline.add-way'), choosing('way'));
        add('deadline', say('outline.add-deadline'), choosing('deadline'));
        if (!element.isStart)
          add('start', say('outline.start-here'), () => act({ name: 'start.set', payload: { stage: element.parent, step: element.id } }));
        if (element.kind !== 'stage' && element.kind !== 'tracks')
          add('tracks', say('map.act.tracks'), () => {
            const name = element.title;
            act({ name: 'tracks.make', payload: { step: element.id, title: name, other: name } });
          });
      }
      if (element.kind === 'stage' || element.kind === 'tracks') {
        const folded = box?.folded === true;
        add('fold', say(folded ? 'map.unfold' : 'map.fold', { name: nameOf(element, say, text) }), () => fold(element.id, !folded));
        add('tidy', say('map.tidy-stage'), () => tidy(element.id));
      }
      add('move', say('map.act.move'), choosing('move'));
      add('copy', say('map.act.copy'), () => copy(element));
      add('remove', say('outline.remove'), () => remove(element.id), { keys: 'Del' });
    }
    if (box?.kind === 'note') {
      add('write', say('map.note-change'), () => ask({ what: 'note', note: key }), { keys: 'F2' });
      add('remove', say('outline.remove'), () => remove(key), { keys: 'Del' });
    }
    if (!box && !row) add('new', say('outline.new-step'), () => ask({ what: 'kind' }), { keys: 'A' });
    add('tidy-all', say('map.tidy-all'), () => tidy(undefined), { ofAll: true });
    add('place-new', say('map.place-new'), placeNew, { ofAll: true });
    add('note', say('map.add-note'), () => ask({ what: 'note' }), { ofAll: true });
    if (turns?.undo !== undefined) add('undo', turns.undo, acts.undo, { ofAll: true });
    if (turns?.redo !== undefined) add('redo', turns.redo, acts.redo, { ofAll: true });
    return list;
  };
  const resize: MapActs['resize'] = (id, { width, height }) => {
    const { width: narrowest = 0, height: lowest = 0 } = plan.byId.get(id)?.least ?? {};
    const size = { width: Math.max(narrowest, Math.round(width)), height: Math.max(lowest, Math.round(height)) };
    acts.act({ name: 'layout.set', payload: { spots: { [id]: size } } });
  };
  const fold = (stage: string, folded: boolean) => act({ name: 'layout.set', payload: { spots: { [stage]: { collapsed: folded } } } });
  return {
    act,
    goTo,
    remove,
    fold,
    tidy,
    entries,
    drop: (dropped) => together(droppedCommands(plan, document.layout, dropped)),
    shift: (key, by) => together(shiftedCommands(plan, document.layout, selected.has(key) ? [...selected] : [key], by)),
    resize,
    grow: (key, by) => {
      const box = plan.byId.get(key);
      if (box?.least) resize(key, { width: box.width + by.x, height: box.height + by.y });
      else acts.hint(say('map.size-fixed'));
    },
    write: (note, words) => {
      if (note !== undefined) acts.act({ name: 'note.set', payload: { note: note.slice('note:'.length), text: words } });
      else act({ name: 'note.add', payload: { text: words, spot: freeSpot(plan) } });
    },
    adding: ({ into, row, to }, title, kind) => {
      if (to !== undefined) return { name: 'step.add', payload: { from: to, title, kind, ...(into === undefined ? {} : { into }) } };
      const line = row === undefined ? undefined : boxOfRow(plan, row)?.rows.find((each) => each.row.address === row)?.row;
      if (row !== undefined && line)
        return line.leads === 'on'
          ? { name: 'step.insert', payload: { row, title, kind } }
          : { name: 'step.add', payload: { from: row, title, kind } };
      return into === undefined ? undefined : { name: 'step.add', payload: { into, title, kind } };
    },
  };
}

/** A new note lies beneath everything, where nothing is. */
function freeSpot(plan: MapPlan): Point {
  const rects = plan.boxes.flatMap(({ id }) => plan.rectOf(id) ?? []);
  return { x: Math.min(0, ...rects.map(({ x }) => x)), y: Math.max(0, ...rects.map(({ y, height }) => y + height)) + gap };
}
