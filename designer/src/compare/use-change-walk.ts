import { type RefObject, useRef, useState } from 'react';
import type { MapHandle } from '../map/map-canvas.tsx';
import type { Change } from './change.ts';
import { changeWords } from './change-words.ts';
import { type Thing, thingOf } from './sheets.ts';
import type { Drawn } from './union.ts';
import type { Compared } from './use-compared.ts';
import { useComparing } from './use-comparing.ts';

type Reach = RefObject<Pick<MapHandle, 'focus'> | null>;

export interface ChangeWalk {
  /** Those that can be gone to where one looks now. */
  readonly walked: readonly Change[];
  /** Which of them is looked at. */
  readonly at: number | undefined;
  readonly thing: Thing | undefined;
  readonly isChosen: (change: Change) => boolean;
  readonly choose: (thing: Thing | undefined) => void;
  readonly go: (by: 1 | -1) => void;
  /** Of the change that was gone to, for whoever hears it. */
  readonly told: string;
  readonly maps: Readonly<Record<'overlay' | 'before' | 'after', Reach>>;
}

/** What is looked at, and the way from change to change. Whoever is on a map or in the list by keyboard is taken along. */
export function useChangeWalk({
  before,
  after,
  compared,
  mode,
  chosen,
  onChoose,
}: {
  readonly before: Drawn;
  readonly after: Drawn;
  readonly compared: Compared;
  readonly mode: 'overlay' | 'beside' | 'list';
  readonly chosen: string;
  readonly onChoose: (element: string) => void;
}): ChangeWalk {
  const comparing = useComparing(before.definition, after.definition);
  // A way that is gone and one that is there can have the same address: which of them was meant is known as long as nobody chooses elsewhere.
  const [picked, setPicked] = useState<Thing>();
  const [told, setTold] = useState('');
  const maps = { overlay: useRef(null), before: useRef(null), after: useRef(null) } satisfies ChangeWalk['maps'];
  const { changes } = compared;
  const walked = mode === 'list' ? changes : changes.filter(({ step }) => step !== undefined);
  const thing = picked?.element === chosen ? picked : chosen === '' ? undefined : meant(changes, chosen);
  const isChosen = (change: Change) => thing?.element === change.element && thing.isGone === (change.kind === 'removed');
  const found = walked.findIndex(isChosen);
  const choose = (next: Thing | undefined) => {
    setPicked(next);
    onChoose(next?.element ?? '');
  };
  return {
    walked,
    at: found < 0 ? undefined : found,
    thing,
    isChosen,
    choose,
    told,
    maps,
    go: (by) => {
      const at = found < 0 ? (by === 1 ? 0 : walked.length - 1) : (found + by + walked.length) % walked.length;
      const change = walked[at];
      if (!change) return;
      choose(thingOf(change));
      const { say } = comparing;
      const what = changeWords(change, comparing).head;
      setTold(say('compare.view.told', { number: at + 1, count: walked.length, what, mark: say(`compare.mark.${change.kind}`) }));
      const side = mode === 'overlay' ? 'overlay' : change.kind === 'removed' ? 'before' : 'after';
      const key = compared[side].keyOf(thingOf(change));
      if (mode === 'list') reachEntry(change);
      else if (key !== undefined && document.activeElement?.closest('[data-map]')) reach(maps[side], key);
    },
  };
}

const reach = (map: Reach, key: string): void => map.current?.focus(key);

function reachEntry({ element, kind }: Change): void {
  const entry = document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(`${kind} ${element}`)}"]`);
  entry?.scrollIntoView({ block: 'nearest' });
  if (document.activeElement?.closest('[data-entry]')) entry?.focus();
}

/** Chosen elsewhere, by its address alone. */
function meant(changes: readonly Change[], element: string): Thing {
  const kinds = changes.flatMap((change) => (change.element === element ? [change.kind] : []));
  return { element, isGone: kinds.length > 0 && kinds.every((kind) => kind === 'removed') };
}
