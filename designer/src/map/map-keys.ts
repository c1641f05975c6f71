import type { KeyboardEvent } from 'react';
import { walkOf } from '../base/walk-key.ts';
import type { MapStep } from './map-steps.ts';

export type MapAct =
  | 'add'
  | 'connect'
  | 'place'
  | 'rename'
  | 'remove'
  | 'open'
  | 'choose'
  | 'outline'
  | 'find'
  | 'fit'
  | 'nearer'
  | 'further'
  | 'menu'
  | 'let-go';
export type MapKey = { readonly step: MapStep } | { readonly act: MapAct };
type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>;

const letters: Readonly<Record<string, MapAct>> = {
  KeyA: 'add',
  KeyC: 'connect',
  KeyM: 'place',
  KeyO: 'outline',
  KeyF: 'find',
};
const others: Readonly<Record<string, MapAct>> = {
  F2: 'rename',
  Delete: 'remove',
  Enter: 'open',
  NumpadEnter: 'open',
  Space: 'choose',
  Escape: 'let-go',
  Digit0: 'fit',
  Equal: 'nearer',
  Minus: 'further',
  ContextMenu: 'menu',
};

/**
 * What a key means on the map, by its place on the keyboard. Arrows follow the reader: "forward" is where the procedure goes on, to the left for
 * right-to-left readers. Letters can be switched off with the other shortcuts; arrows, Enter, Space, F2, Delete and Escape stay.
 */
export function mapKey(event: Pressed, direction: 'ltr' | 'rtl', withLetters: boolean): MapKey | undefined {
  if (event.ctrlKey || event.metaKey) return undefined;
  if (event.altKey) return event.shiftKey ? undefined : inOrOut(event.code);
  if (event.shiftKey) return event.code === 'F10' ? { act: 'menu' } : undefined;
  const step = walkOf(event.code, direction);
  if (step) return { step };
  const act = others[event.code] ?? (withLetters ? letters[event.code] : undefined);
  return act && { act };
}

const inOrOut = (code: string): MapKey | undefined =>
  code === 'ArrowDown' ? { step: 'in' } : code === 'ArrowUp' ? { step: 'out' } : undefined;

/** How far an arrow moves a card while it is being placed, in pixels counted from the reading side. */
export function shiftOf({ code, shiftKey }: Pick<Pressed, 'code' | 'shiftKey'>, direction: 'ltr' | 'rtl') {
  const far = shiftKey ? 40 : 8;
  const aside = direction === 'ltr' ? far : -far;
  switch (code) {
    case 'ArrowRight':
      return { x: aside, y: 0 };
    case 'ArrowLeft':
      return { x: -aside, y: 0 };
    case 'ArrowUp':
      return { x: 0, y: -far };
    case 'ArrowDown':
      return { x: 0, y: far };
    default:
      return undefined;
  }
}
