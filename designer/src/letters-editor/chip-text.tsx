import type { Editor } from '@tiptap/core';
import { type RefObject, useEffect, useRef } from 'react';
import { directionOf, isLanguage } from '../language/language.ts';
import { useWords } from '../language/words.tsx';
import { type ChipSetting, chipEditor, insertField, showText, textIn } from './chip-editor.ts';
import type { WrittenText } from './letter-text.tsx';
import styles from './letters.module.css';
import { placeholderTyped } from './placeholder-names.ts';

/** The text as one writes it. Loaded with the first letter: what writes it is large. */
export function ChipText({
  takesFocus,
  isReadOnly,
  ...written
}: WrittenText & { readonly takesFocus: RefObject<boolean>; readonly isReadOnly: boolean }) {
  const say = useWords();
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(undefined);
  const latest = useRef({ ...written, say });
  useEffect(() => {
    latest.current = { ...written, say };
  });
  const setting = useRef<ChipSetting>(undefined);
  // One editor for the life of the field: what is around it may change, and it asks each time.
  useEffect(() => {
    if (!place.current) return;
    const asked: ChipSetting = {
      resolve: (typed) => placeholderTyped(typed, latest.current.placeholders),
      nameOf: (field) => latest.current.placeholders.find(({ id }) => id === field)?.name ?? field,
      chipLabel: (name) => latest.current.say('letters.chip', { name }),
      oneLine: latest.current.oneLine,
      readOnly: isReadOnly,
      looks: { chip: styles.chip ?? '', unknown: styles.unknown ?? '' },
      attributes: () => attributesOf(latest.current, isReadOnly),
      kept: () => latest.current.text,
      onWrite: (text) => latest.current.onWrite(text),
    };
    setting.current = asked;
    const made = chipEditor(place.current, latest.current.text, asked);
    editor.current = made;
    latest.current.onInserter((field) => insertField(made, field));
    if (takesFocus.current) made.commands.focus('end');
    return () => made.destroy();
  }, [takesFocus, isReadOnly]);
  useEffect(() => {
    if (editor.current && setting.current && textIn(editor.current) !== written.text)
      showText(editor.current, written.text, setting.current);
  }, [written.text]);
  useEffect(() => {
    editor.current?.view.dom.setAttribute('aria-invalid', String(written.isProblem));
  }, [written.isProblem]);
  return <div ref={place} />;
}

function attributesOf(
  { language, oneLine, labelledBy, describedBy, isProblem }: WrittenText,
  isReadOnly: boolean,
): Readonly<Record<string, string>> {
  return {
    role: 'textbox',
    ...(isReadOnly ? { 'aria-readonly': 'true', tabindex: '0' } : {}),
    'aria-multiline': oneLine ? 'false' : 'true',
    'aria-labelledby': labelledBy,
    'aria-describedby': describedBy,
    'aria-invalid': String(isProblem),
    lang: language,
    dir: isLanguage(language) ? directionOf[language] : 'auto',
    spellcheck: 'true',
    class: `${oneLine ? styles.oneLine : ''} ${styles.writing}`,
  };
}
