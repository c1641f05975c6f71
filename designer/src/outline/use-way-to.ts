import { type RefObject, useEffect, useState } from 'react';
import { tabOf } from '../panel/tab-of.ts';
import type { Outline } from './use-outline.ts';

interface Going {
  readonly at: string;
  readonly field: readonly string[];
}

/** The way to an element from afar: what stands around it opens, it is chosen, and its field or its panel takes the focus. */
export function useWayTo({
  outline,
  chosen,
  panel,
  onChoose,
}: {
  readonly outline: Outline;
  readonly chosen: string | undefined;
  readonly panel: RefObject<HTMLElement | null>;
  readonly onChoose: (id: string) => void;
}): (at: string, field?: readonly string[]) => void {
  const [going, setGoing] = useState<Going>();
  useEffect(() => {
    if (!going || going.at !== (chosen ?? '')) return;
    const arrive = () => {
      if (panel.current?.querySelector('[aria-busy="true"]')) return; // What was chosen is still on its way.
      setGoing(undefined);
      fieldIn(panel.current, going.field)?.focus();
    };
    arrive();
    if (!panel.current) return;
    const watch = new MutationObserver(arrive);
    watch.observe(panel.current, { childList: true, subtree: true });
    return () => watch.disconnect();
  }, [going, chosen, panel]);
  return (at, field = ['-']) => {
    outline.reveal(at);
    if (field[0] !== '-') outline.tab.choose(tabOf(field));
    onChoose(at);
    setGoing({ at, field });
  };
}

/** The field of the panel that writes there, else the panel itself. */
function fieldIn(panel: HTMLElement | null, field: readonly string[]): HTMLElement | null {
  const path = field.join('/') || 'target'; // A way that leads nowhere needs to lead somewhere.
  const near = [...(panel?.querySelectorAll<HTMLElement>('[data-field]') ?? [])].findLast(
    ({ dataset }) => path === dataset.field || path.startsWith(`${dataset.field}/`),
  );
  // What is folded away around it opens: nothing in it could take the focus.
  for (let fold = near?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  return near?.querySelector<HTMLElement>('input, textarea, button, [role="textbox"]') ?? panel;
}
