import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';

/** A list with one stop of the tab key: arrows, Home and End walk along its rows, which carry their id in `data-<name>`. */
export interface WalkedRows {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** The one row in the tab order. */
  readonly reached: string | undefined;
  readonly reach: (id: string) => void;
}

export function useWalkedRows(name: string, order: readonly string[], chosen: string | undefined): WalkedRows {
  const list = useRef<HTMLDivElement>(null);
  const [last, reach] = useState<string>();
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target.dataset[name] : undefined;
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = order.indexOf(target);
    const next = { ArrowDown: order[at + 1], ArrowUp: order[at - 1], Home: order[0], End: order.at(-1) }[event.code];
    if (next === undefined) return;
    event.preventDefault();
    reach(next);
    list.current?.querySelector<HTMLElement>(`[data-${name}="${CSS.escape(next)}"]`)?.focus();
  };
  const reached = [last, chosen].find((id) => id !== undefined && order.includes(id)) ?? order[0];
  return { list, onKeyDown, reached, reach };
}
