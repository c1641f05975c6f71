import type { KeyboardEvent, RefObject } from 'react';
import { languageAmong } from '../language/language.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import type { Command } from '../model/command.ts';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import { useSession } from '../shell/session.tsx';
import { useShortcut } from '../shell/shortcuts.tsx';
import type { OutlineActs } from './outline-acts.ts';
import type { Asking } from './outline-dialogs.tsx';
import { leadingTo, moved, removalOf, siblingsOf } from './outline-edits.ts';
import { type OutlineKey, outlineKey } from './outline-keys.ts';
import type { Outline } from './use-outline.ts';

interface Wiring {
  readonly outline: Outline;
  readonly acts: OutlineActs;
  readonly selected: ReadonlySet<string>;
  readonly panel: RefObject<HTMLElement | null>;
  readonly grid: RefObject<HTMLElement | null>;
  readonly onChoose: (id: string) => void;
  readonly onAsk: (what: Asking) => void;
  readonly onRename: (id: string) => void;
}

/** What is done with what is chosen: by key, by button, one part or several. */
export function useOutlineEdits({ outline, acts, selected, panel, grid, onChoose, onAsk, onRename }: Wiring) {
  const say = useWords();
  const session = useSession();
  const language = useLanguage();
  const { tree, element, row } = outline;
  const steps = [...selected].filter((id) => tree.byId.has(id));

  /** Does it, and chooses what is new. */
  const act = (command: Command) => {
    const [next] = acts.act(command) ?? [];
    if (next !== undefined && next !== (element?.id ?? row?.address)) onChoose(next);
  };
  const removeAll = () => {
    const commands = removalOf(tree, selected);
    const onlySteps = commands.every(({ name }) => name === 'step.remove');
    const first = element ?? outline.source;
    const words = onlySteps ? undefined : ({ id: 'edit.parts-remove', facts: { count: selected.size } } as const);
    if (!acts.all(commands, words)) return;
    onChoose(first && !selected.has(first.id) ? first.id : (first?.parent ?? ''));
    focusTree();
  };
  const focusTree = () => grid.current?.querySelector<HTMLElement>('[role="treegrid"]')?.focus();
  const remove = () => {
    if (selected.size > 1) return removeAll();
    if (row && acts.act({ name: 'row.remove', payload: { row: row.address } })) onChoose(row.source);
    if (!element) return;
    const siblings = siblingsOf(tree, element);
    const at = siblings.findIndex(({ id }) => id === element.id);
    const open = leadingTo(tree, element).length;
    const also = open > 0 ? say('outline.leaves-open', { count: open }) : undefined;
    if (!acts.act({ name: 'step.remove', payload: { ids: [element.id] } }, also)) return;
    onChoose((siblings[at + 1] ?? siblings[at - 1])?.id ?? element.parent);
    focusTree();
  };
  const stepAside = (where: 'up' | 'down') => {
    const command = moved(outline, where);
    if (command) act(command);
  };
  const rename = () => {
    const isInTree = grid.current?.contains(document.activeElement) ?? false;
    // A deadline is called by how long it is: that is changed in its panel.
    if (isInTree && (element || (row && row.via !== 'after'))) onRename(element?.id ?? row?.address ?? '');
    else panel.current?.querySelector<HTMLInputElement>('input')?.focus();
  };
  const does: Readonly<Record<OutlineKey, () => void>> = {
    add: () => onAsk('step'),
    connect: () => row && onAsk('connect'),
    move: () => steps.length > 0 && onAsk('move'),
    rename,
    remove,
    up: () => stepAside('up'),
    down: () => stepAside('down'),
  };
  useShortcut({ code: 'KeyA', name: 'outline.new-step', run: does.add });
  useShortcut({ code: 'KeyC', name: 'outline.connect', run: does.connect });
  useShortcut({ code: 'KeyM', name: 'outline.move', run: does.move });

  return {
    act,
    remove,
    add: does.add,
    /** Steps that go together. */
    steps,
    onKey: (event: KeyboardEvent) => {
      const key = outlineKey(event, session.shortcuts);
      if (key === undefined) return;
      event.preventDefault();
      event.stopPropagation(); // Letters would look for a row that begins so.
      does[key]();
    },
    /** Another name in the reader's language, else in the first of the procedure. */
    keepName: (id: string, words: string) => {
      const languages = wordsOf(fieldsOf(outline.definition).languages);
      const written = languageAmong(languages, language);
      if (tree.byId.has(id)) acts.act({ name: 'title.set', payload: { of: id, language: written, words } });
      else acts.act({ name: 'row.label', payload: { row: id, language: written, words } });
    },
  };
}
