import type { KeyboardEvent } from 'react';
import { useEffect, useRef } from 'react';
import { useWords } from '../language/words.tsx';
import { isTyping } from '../shell/shortcuts.tsx';
import type { MapAsking } from './map-editor.tsx';
import { mapKey, shiftOf } from './map-keys.ts';
import type { Direction } from './map-mirror.ts';
import type { MapPlan } from './map-plan.ts';
import type { Point } from './map-route.ts';
import { boxOfRow, stepFrom } from './map-steps.ts';
import type { MapWays } from './map-ways.ts';

export interface KeyActs {
  readonly go: (key: string) => void;
  readonly choose: (key: string) => void;
  readonly open: (key: string) => void;
  readonly place: (key: string | undefined) => void;
  readonly shift: (key: string, by: Point) => void;
  readonly grow: (key: string, by: Point) => void;
  readonly remove: (key: string) => void;
  readonly outline: (key: string) => void;
  readonly ask: (asking: MapAsking) => void;
  readonly fit: () => void;
  readonly scale: (factor: number) => void;
  readonly menu: (key: string, at: Point) => void;
  readonly tell: (words: string) => void;
  readonly hint: (words: string) => void;
}

/** Keys of the map. While a box is being placed the arrows move it, with Alt they resize it; everything else goes on from where the focus is. */
export function useMapKeys({
  plan,
  ways,
  direction,
  letters,
  placing,
  does,
}: {
  readonly plan: MapPlan;
  readonly ways: MapWays;
  readonly direction: Direction;
  readonly letters: boolean;
  readonly placing: string | undefined;
  readonly does: KeyActs;
}): (event: KeyboardEvent, key: string) => void {
  const say = useWords();
  const latest = useRef(does);
  useEffect(() => {
    latest.current = does;
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      const isPalette = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyK';
      if (!isPalette || isTyping(event.target)) return;
      event.preventDefault();
      latest.current.ask({ what: 'find' });
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (event, key) => {
    if (placing === key) {
      const by = shiftOf(event, direction);
      const ends = event.code === 'Escape' || event.code === 'Enter' || event.code === 'KeyM';
      if (by) (event.altKey ? does.grow : does.shift)(key, by);
      if (ends) {
        does.place(undefined);
        does.tell(say('map.placed'));
      }
      if (by || ends) return taken(event);
    }
    const meant = mapKey(event, direction, letters);
    if (!meant) return;
    if ('step' in meant) {
      taken(event);
      return does.go(stepFrom(plan, ways, key, meant.step));
    }
    const row = boxOfRow(plan, key);
    const run = {
      add: () => {
        does.choose(key);
        does.ask(row ? { what: 'kind', row: key } : { what: 'kind' });
      },
      connect: () => {
        if (!row) return does.hint(say('map.connect-from-way'));
        does.choose(key);
        does.ask({ what: 'connect' });
      },
      place: () => {
        if (row) return;
        does.choose(key);
        does.place(key);
        does.hint(say(plan.byId.get(key)?.least ? 'map.placing-stage' : 'map.placing'));
      },
      rename: () => (key.startsWith('note:') ? does.ask({ what: 'note', note: key }) : does.open(key)),
      remove: () => does.remove(key),
      open: () => (key.startsWith('note:') ? does.ask({ what: 'note', note: key }) : does.open(key)),
      choose: () => does.choose(key),
      outline: () => does.outline(key),
      find: () => does.ask({ what: 'find' }),
      fit: does.fit,
      nearer: () => does.scale(1.25),
      further: () => does.scale(1 / 1.25),
      menu: () => does.menu(key, middleOf(event.target)),
      'let-go': () => does.choose(''),
    } as const;
    taken(event);
    run[meant.act]();
  };
}

function taken(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

function middleOf(target: EventTarget): Point {
  const rect = target instanceof Element ? target.getBoundingClientRect() : { x: 0, y: 0, width: 0, height: 0 };
  return { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
}
