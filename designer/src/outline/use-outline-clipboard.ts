import type { ClipboardEvent } from 'react';
import { copyPiece, copyWays } from '../model/clipboard-copy.ts';
import type { Command } from '../model/command.ts';
import type { Outline } from './use-outline.ts';

/** Copies, cuts and pastes what is chosen: steps with all that they need, or ways alone. Words that are being written have their own clipboard. */
export function useOutlineClipboard({
  outline,
  selected,
  act,
  remove,
}: {
  readonly outline: Outline;
  readonly selected: ReadonlySet<string>;
  readonly act: (command: Command) => void;
  readonly remove: () => void;
}) {
  const { tree, element, row } = outline;
  const isWriting = ({ target }: ClipboardEvent) => target instanceof HTMLInputElement;
  const copy = (event: ClipboardEvent): boolean => {
    const chosen = [...selected];
    const steps = chosen.filter((id) => tree.byId.has(id));
    if (isWriting(event) || chosen.length === 0) return false;
    event.preventDefault();
    const text = steps.length > 0 ? copyPiece(outline.document, steps) : copyWays(outline.document, chosen);
    event.clipboardData.setData('text/plain', text);
    return true;
  };
  return {
    onCopy: (event: ClipboardEvent) => void copy(event),
    onCut: (event: ClipboardEvent) => {
      if (copy(event)) remove();
    },
    onPaste: (event: ClipboardEvent) => {
      if (isWriting(event)) return;
      event.preventDefault();
      const place = element ?? outline.source ?? tree.byId.get([...selected][0] ?? '');
      const into = place && (place.kind === 'stage' || place.kind === 'tracks') ? place.id : (place?.parent ?? '');
      const onto = element?.id ?? row?.source ?? '';
      act({ name: 'clipboard.paste', payload: { text: event.clipboardData.getData('text/plain'), into, onto } });
    },
  };
}
