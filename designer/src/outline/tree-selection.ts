import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import type { Key } from 'react-aria-components';

export interface TreeSelection {
  readonly selected: ReadonlySet<string>;
  readonly change: (keys: 'all' | Iterable<Key>) => void;
  /** For the capture phase of what is around the tree. */
  readonly hear: (event: KeyboardEvent | PointerEvent) => void;
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
  const [several, setSeveral] = useState<ReadonlySet<string>>(new Set());
  const held = useRef(false);
  const there = [...several].filter(known);
  const selected = new Set(chosen === undefined ? [] : there.includes(chosen) ? there : [chosen]);
  return {
    selected,
    hear: (event) => {
      held.current = event.shiftKey || event.ctrlKey || event.metaKey;
    },
    change: (keys) => {
      const next = new Set(keys === 'all' ? [] : [...keys].map(String));
      const fresh = [...next].filter((id) => !selected.has(id));
      const gone = [...selected].filter((id) => !next.has(id));
      const one =
        fresh.at(-1) ??
        (held.current && chosen !== undefined && next.has(chosen) ? chosen : undefined) ??
        (held.current ? [...next].at(-1) : gone.at(-1));
      if (one === undefined) return;
      setSeveral(held.current ? next : new Set([one]));
      if (one !== chosen) onChoose(one);
    },
  };
}
