/** @jest-environment-options {"customExportConditions": ["node"]} */
import { afterEach, expect, test } from '@jest/globals';
import type { Editor } from '@tiptap/core';
import { type ChipSetting, chipEditor, insertField, showText, textIn } from './chip-editor.ts';

const names: Readonly<Record<string, string>> = { 'case.number': 'numer sprawy', decision: 'Decyzja' };
let editor: Editor | undefined;
let written: string[] = [];
let kept = true;
afterEach(() => {
  editor?.destroy();
  document.body.replaceChildren();
  written = [];
  kept = true;
});

test('known names are chips with their plain names, each one thing; unknown ones stay words and are marked', () => {
  const { element } = open('Nr {case.number}: {decison}');
  const [chip] = element.querySelectorAll('.chip');
  expect(chip?.textContent).toBe('numer sprawy');
  expect(chip?.getAttribute('aria-label')).toBe('pole: numer sprawy');
  expect(chip?.getAttribute('contenteditable')).toBe('false');
  expect(element.querySelector('.unknown')?.textContent).toBe('{decison}');
  expect(written).toEqual([]);
});

test('what is typed in braces becomes the field when it is whole, by either name', () => {
  const { made, element } = open('');
  for (const sign of 'Nr {case.number') made.commands.insertContent({ type: 'text', text: sign });
  expect(element.querySelector('.chip')).toBeNull();
  made.commands.insertContent({ type: 'text', text: '}' });
  expect(element.querySelector('.chip')?.textContent).toBe('numer sprawy');
  made.commands.insertContent({ type: 'text', text: ' {Decyzja}.' });
  expect(textIn(made)).toBe('Nr {case.number} {decision}.');
  expect(written.at(-1)).toBe('Nr {case.number} {decision}.');
});

test('a chip goes with one key, from either side', () => {
  const { made, key } = open('a{case.number}b');
  made.commands.setTextSelection(3);
  key('Backspace');
  expect(textIn(made)).toBe('ab');
  const other = open('a{case.number}b');
  other.made.commands.setTextSelection(2);
  other.key('Delete');
  expect(textIn(other.made)).toBe('ab');
});

test('a field is put at the caret, and undo takes it back', () => {
  const { made, key } = open('ab');
  made.commands.setTextSelection(2);
  insertField(made, 'decision');
  expect(textIn(made)).toBe('a{decision}b');
  key('z', { ctrlKey: true });
  expect(textIn(made)).toBe('ab');
  key('y', { ctrlKey: true });
  expect(written.at(-1)).toBe('a{decision}b');
});

test('it is copied as text with names, and pasted text becomes lines and chips; formatting is not taken over', () => {
  const { made } = open('Nr {case.number}\nkoniec');
  made.commands.selectAll();
  expect(copied(made)).toBe('Nr {case.number}\nkoniec');
  paste(made, { 'text/plain': 'x {decision}\r\ny', 'text/html': '<b>x</b>' });
  expect(textIn(made)).toBe('x {decision}\ny');
  const oneLine = open('', { oneLine: true });
  paste(oneLine.made, { 'text/plain': 'first\n second' });
  oneLine.key('Enter');
  expect(textIn(oneLine.made)).toBe('first second');
});

test('what the draft says is shown without being written; who may only look changes nothing', () => {
  const { made, setting } = open('a');
  showText(made, 'b {case.number}', setting);
  expect(textIn(made)).toBe('b {case.number}');
  expect(written).toEqual([]);
  const looking = open('a');
  kept = false;
  looking.made.commands.insertContent('x');
  expect(textIn(looking.made)).toBe('a');
});

test('words that somebody wrote in braces stay as they are until he writes here', () => {
  const { made } = open('{Numer sprawy} ');
  made.commands.setTextSelection(3);
  expect(written).toEqual([]);
  expect(textIn(made)).toBe('{Numer sprawy} ');
});

function open(text: string, wish: Partial<ChipSetting> = {}) {
  editor?.destroy();
  const element = document.createElement('div');
  document.body.append(element);
  const setting: ChipSetting = {
    resolve: (typed) =>
      typed in names ? typed : Object.entries(names).find(([, name]) => name.toLowerCase() === typed.toLowerCase())?.[0],
    nameOf: (field) => names[field] ?? field,
    chipLabel: (name) => `pole: ${name}`,
    oneLine: false,
    readOnly: false,
    looks: { chip: 'chip', unknown: 'unknown' },
    attributes: () => ({ role: 'textbox' }),
    kept: () => text,
    onWrite: (next) => {
      if (kept) written.push(next);
      return kept;
    },
    ...wish,
  };
  const made = chipEditor(element, text, setting);
  editor = made;
  const key = (name: string, more: KeyboardEventInit = {}) =>
    made.view.dom.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }));
  return { made, element, setting, key };
}

function copied({ view }: Editor): string | undefined {
  const data: Record<string, string> = {};
  const event = new Event('copy', { bubbles: true, cancelable: true });
  const clipboardData = { clearData: () => undefined, setData: (type: string, text: string) => Object.assign(data, { [type]: text }) };
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  view.dom.dispatchEvent(event);
  return data['text/plain'];
}

function paste({ view }: Editor, data: Readonly<Record<string, string>>): void {
  const event = new Event('paste') as ClipboardEvent;
  Object.defineProperty(event, 'clipboardData', { value: { getData: (type: string) => data[type] ?? '' } });
  view.someProp('handlePaste', (handle) => handle(view, event, view.state.selection.content()));
}
