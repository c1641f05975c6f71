import { type FocusEvent, type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import type { Key, Selection } from 'react-aria-components';

export interface TreeSelection {
  readonly selected: ReadonlySet<string>;
  /** The same for the tree. */
  readonly keys: ReadonlySet<Key>;
  readonly change: (keys: Selection) => void;
  /** For the capture phase of what is around the tree. */
  readonly hear: (event: KeyboardEvent | PointerEvent | MouseEvent) => void;
  /** For the same: whoever only comes by with the tab key chooses nothing. */
  readonly enter: (event: FocusEvent) => void;
}

/**
 * What is chosen in the outline: one, whose panel is beside it, and with Shift, Ctrl or ⌘ several that go together. A tap or a press without
 * them always chooses one, whatever the pointer: fingers and screen readers have no Shift.
 */
export function useTreeSelection(
  chosen: string | undefined,
  known: (id: string) => boolean,
  onChoose: (id: string) => void,
): TreeSelection {
  const [several, setSeveral] = useState<ReadonlySet<Key>>(new Set());
  const held = useRef(false);
  const entering = useRef(false);
  const pressing = useRef(false);
  const there = [...several].map(String).filter(known);
  const isCurrent = chosen !== undefined && there.includes(chosen);
  const selected = new Set(isCurrent ? there : chosen === undefined ? [] : [chosen]);
  return {
    selected,
    // As the tree gave it: it remembers where a range began.
    keys: isCurrent && there.length === several.size ? several : selected,
    hear: (event) => {
      held.current = event.shiftKey || event.ctrlKey || event.metaKey;
      entering.current = false;
      pressing.current = true;
      setTimeout(() => {
        pressing.current = false;
      });
    },
    enter: ({ relatedTarget, currentTarget }) => {
      // The tree chooses what takes the focus; a press or key that comes with it is heard, and chooses.
      if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
      entering.current = !pressing.current;
      setTimeout(() => {
        entering.current = false;
      });
    },
    change: (keys) => {
      if (keys === 'all' || entering.current) return;
      const next = [...keys].map(String);
      const fresh = next.filter((id) => !selected.has(id));
      const one = held.current
        ? (fresh.at(-1) ?? (isCurrent && next.includes(chosen) ? chosen : next.at(-1)))
        : alone(next, fresh, selected);
      if (one === undefined) return;
      setSeveral(held.current || next.length === 1 ? keys : new Set([one]));
      if (one !== chosen) onChoose(one);
    },
  };
}

/** Fingers and screen readers choose and let go one by one: what was touched last is chosen alone. */
const alone = (next: readonly string[], fresh: readonly string[], before: ReadonlySet<string>): string | undefined =>
  fresh.at(-1) ?? (next.length === 1 ? next[0] : [...before].findLast((id) => !next.includes(id)));
