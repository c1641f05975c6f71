import type { MessageId } from '../language/messages.ts';
import { type MapAct, mapKey } from '../map/map-keys.ts';
import type { MapStep } from '../map/map-steps.ts';
import { historyKey, type OutlineKey, outlineKey } from '../outline/outline-keys.ts';

/** What is done by key wherever a draft is open. */
export type KeyName = keyof typeof anywhere;

export interface KeyLine {
  /** As they stand on the keyboard, the ones that are held first: `Alt + ↓`. */
  readonly keys: readonly string[];
  readonly does: MessageId;
}

const mapWords: Readonly<Record<MapAct, MessageId>> = {
  add: 'map.act.add',
  connect: 'map.act.connect',
  place: 'guide.keys.place',
  rename: 'outline.key.rename',
  remove: 'outline.key.remove',
  open: 'guide.keys.open',
  choose: 'guide.keys.choose',
  outline: 'guide.keys.outline',
  find: 'map.find',
  fit: 'guide.keys.fit',
  nearer: 'guide.keys.nearer',
  further: 'guide.keys.further',
  menu: 'map.menu',
  'let-go': 'guide.keys.let-go',
};
const walkWords: Readonly<Record<MapStep, MessageId>> = {
  forward: 'guide.keys.walk-forward',
  back: 'guide.keys.walk-back',
  up: 'guide.keys.walk-up',
  down: 'guide.keys.walk-down',
  first: 'guide.keys.walk-first',
  last: 'guide.keys.walk-last',
  in: 'guide.keys.walk-in',
  out: 'guide.keys.walk-out',
};
const outlineWords: Readonly<Record<OutlineKey, MessageId>> = {
  add: 'outline.new-step',
  connect: 'outline.key.connect',
  move: 'outline.key.move',
  rename: 'outline.key.rename',
  remove: 'outline.key.remove',
  up: 'guide.keys.up',
  down: 'guide.keys.down',
};

/** Keys that are no table of the map or the outline: the window's own, and those that the system gives to lists and to the clipboard. */
const anywhere = {
  undo: { words: 'guide.keys.undo', keys: () => historyLine('undo') },
  redo: { words: 'guide.keys.redo', keys: () => historyLine('redo') },
  find: { words: 'map.find', keys: () => ['Ctrl + K'] },
  panel: { words: 'guide.keys.panel', keys: () => ['F6'] },
  'next-problem': { words: 'problems.next', keys: () => ['F8'] },
  'previous-problem': { words: 'guide.keys.previous-problem', keys: () => ['Shift + F8'] },
  several: { words: 'guide.keys.several', keys: () => ['Shift + ↑', 'Shift + ↓'] },
  copy: { words: 'guide.keys.copy', keys: () => ['Ctrl + C', 'Ctrl + X', 'Ctrl + V'] },
} as const satisfies Readonly<Record<string, { readonly words: MessageId; readonly keys: () => readonly string[] }>>;

/** The keys of the map: it is asked for every key of a keyboard what it would do, so that this list cannot say anything else. */
export const mapKeyLines = (direction: 'ltr' | 'rtl'): readonly KeyLine[] =>
  gathered((pressed) => {
    const meant = mapKey(pressed, direction, true);
    return meant && ('step' in meant ? walkWords[meant.step] : mapWords[meant.act]);
  });

/** The keys of the outline, found in the same way. */
export const outlineKeyLines = (): readonly KeyLine[] =>
  gathered((pressed) => {
    const meant = outlineKey(pressed, true);
    return meant && outlineWords[meant];
  });

export const draftKeyLines = (): readonly KeyLine[] => Object.values(anywhere).map(({ words, keys }) => ({ keys: keys(), does: words }));

/** The keys that do one of these. */
export const keysFor = (name: KeyName): readonly string[] => anywhere[name].keys();

const historyLine = (wanted: 'undo' | 'redo') =>
  everyPress().flatMap((pressed) => (!pressed.metaKey && historyKey(pressed) === wanted ? [writtenAs(pressed)] : []));

interface Pressed {
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: false;
}

function gathered(meaning: (pressed: Pressed) => MessageId | undefined): readonly KeyLine[] {
  const lines = new Map<MessageId, string[]>();
  for (const pressed of everyPress()) {
    const does = meaning(pressed);
    if (does !== undefined) lines.set(does, [...(lines.get(does) ?? []), writtenAs(pressed)]);
  }
  return [...lines].map(([does, keys]) => ({ does, keys }));
}

const signs: Readonly<Record<string, string>> = {
  ArrowRight: '→',
  ArrowLeft: '←',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Home: 'Home',
  End: 'End',
  Enter: 'Enter',
  Space: 'Space',
  Escape: 'Esc',
  Delete: 'Del',
  ContextMenu: 'Menu',
  Equal: '+',
  Minus: '−',
};
const codes = [
  ...Object.keys(signs),
  ...Array.from({ length: 12 }, (_, number) => `F${number + 1}`),
  ...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `Key${letter}`),
  ...Array.from({ length: 10 }, (_, digit) => `Digit${digit}`),
];
const held = [
  { ctrlKey: false, altKey: false, shiftKey: false },
  { ctrlKey: false, altKey: false, shiftKey: true },
  { ctrlKey: false, altKey: true, shiftKey: false },
  { ctrlKey: false, altKey: true, shiftKey: true },
  { ctrlKey: true, altKey: false, shiftKey: false },
  { ctrlKey: true, altKey: false, shiftKey: true },
] as const;

const everyPress = (): readonly Pressed[] => codes.flatMap((code) => held.map((keys) => ({ code, ...keys, metaKey: false as const })));

const writtenAs = ({ code, ctrlKey, altKey, shiftKey }: Pressed): string =>
  [ctrlKey && 'Ctrl', altKey && 'Alt', shiftKey && 'Shift', signs[code] ?? code.replace(/^Key|^Digit/, '')].filter(Boolean).join(' + ');
