import { type FocusEvent, type FormEvent, useRef } from 'react';

/** What somebody types in. What is ticked or chosen from a list is done again with a click. */
const fields = 'input:not([type="checkbox"], [type="radio"], [type="file"]), textarea, [contenteditable]';
/** What is typed to find something, and what a form keeps by itself or what goes nowhere anyway. */
const nothingToLose = '[type="search"], [role="combobox"], [data-nothing-to-lose] *';

interface TypedIn {
  /** For the element around the fields, with those that stand in front of it. */
  readonly watch: { readonly onFocus: (event: FocusEvent) => void; readonly onInput: (event: FormEvent) => void };
  /** Whether a field that is still there says something else than when it was come to, or a file was chosen. */
  readonly isTyped: () => boolean;
  /** Puts the caret where it was last. */
  readonly goBack: () => void;
}

/** Notices by itself that somebody wrote in one of the fields within, whoever holds their values. */
export function useTypedIn(): TypedIn {
  const before = useRef(new Map<Element, string>());
  const hasFiles = useRef(false);
  const last = useRef<HTMLElement>(undefined);
  return {
    watch: {
      onFocus: ({ target }) => {
        if (target instanceof HTMLElement) last.current = target;
        if (target.matches(fields) && !target.matches(nothingToLose) && !before.current.has(target))
          before.current.set(target, wordsIn(target));
      },
      onInput: ({ target }) => {
        if (target instanceof HTMLInputElement && target.type === 'file') hasFiles.current = true;
      },
    },
    isTyped: () => hasFiles.current || [...before.current].some(([field, words]) => field.isConnected && wordsIn(field) !== words),
    goBack: () => last.current?.focus(),
  };
}

function wordsIn(field: Element): string {
  const isInput = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  return (isInput ? field.value : (field.textContent ?? '')).trim();
}
