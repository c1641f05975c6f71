import { Editor, Extension, Node } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { closeHistory, history, redo, undo } from '@tiptap/pm/history';
import { type Fragment, type Node as PartNode, Slice } from '@tiptap/pm/model';
import { Plugin, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { namedIn, piecesOf } from './chip-words.ts';

/** What the text is written with. Asked each time: names change while one writes. */
export interface ChipSetting {
  /** What a name in braces stands for, as it is written; nothing: it is none. */
  readonly resolve: (typed: string) => string | undefined;
  /** What people call a field, and what a screen reader says. */
  readonly nameOf: (field: string) => string;
  readonly chipLabel: (name: string) => string;
  readonly oneLine: boolean;
  /** Whoever may only look reads it and can mark and copy, and types nothing. */
  readonly readOnly: boolean;
  readonly looks: { readonly chip: string; readonly unknown: string };
  readonly attributes: () => Readonly<Record<string, string>>;
  /** What the draft says. */
  readonly kept: () => string;
  /** Whether it was kept; else the text is shown as it was. */
  readonly onWrite: (text: string) => boolean;
}

/** Plain text with fields in it, each one thing for caret, deletion and screen reader. While one writes, undo belongs to the field. */
export function chipEditor(element: HTMLElement, text: string, setting: ChipSetting): Editor {
  const editor: Editor = new Editor({
    element,
    extensions: [Document, Paragraph, Text, fieldNode(setting), chipBehaviour(setting)],
    content: contentOf(text, setting),
    editable: !setting.readOnly,
    enableInputRules: false,
    enablePasteRules: false,
    injectCSS: false,
    editorProps: {
      attributes: () => ({ ...setting.attributes() }),
      clipboardTextSerializer: (slice) => textOf(slice.content),
      // Plain text both ways: what others format arrives as words, and `{name}` as the field.
      handlePaste: (_view, event) => {
        const pasted = event.clipboardData?.getData('text/plain') ?? '';
        return pasted === '' ? true : insertText(editor, pasted, setting);
      },
      handleDrop: (_view, event) => {
        const at = editor.view.posAtCoords({ left: event.clientX, top: event.clientY });
        const dropped = event.dataTransfer?.getData('text/plain') ?? '';
        if (!at || dropped === '' || editor.view.dragging) return false;
        event.preventDefault();
        editor.commands.setTextSelection(at.pos);
        return insertText(editor, dropped, setting);
      },
    },
    onUpdate: ({ transaction }) => {
      if (transaction.getMeta('fromDraft') === true) return;
      if (!setting.onWrite(textIn(editor))) showText(editor, setting.kept(), setting);
    },
  });
  return editor;
}

export const textIn = (editor: Editor): string => textOf(editor.state.doc.content);

/** The draft says something else, by undo or by somebody else: it is shown, and the caret stays as near as it can. */
export function showText(editor: Editor, text: string, setting: ChipSetting): void {
  if (textIn(editor) === text) return;
  const { from } = editor.state.selection;
  const transaction = editor.state.tr.replaceWith(
    0,
    editor.state.doc.content.size,
    editor.schema.nodeFromJSON(contentOf(text, setting)).content,
  );
  editor.view.dispatch(transaction.setMeta('fromDraft', true).setMeta('addToHistory', false));
  editor.commands.setTextSelection(Math.min(from, editor.state.doc.content.size));
}

/** A field at the caret, and the caret behind it. */
export function insertField(editor: Editor, field: string): void {
  const type = editor.schema.nodes.field;
  if (!type) return;
  editor.commands.focus();
  editor.view.dispatch(closeHistory(editor.state.tr.replaceSelectionWith(type.create({ name: field }), false)).scrollIntoView());
}

function insertText(editor: Editor, text: string, setting: ChipSetting): boolean {
  const plain = text.replaceAll('\r\n', '\n').replaceAll(/\p{Cc}/gu, (sign) => (sign === '\n' ? sign : ' '));
  const content = contentOf(setting.oneLine ? plain.replaceAll(/\s*\n\s*/g, ' ') : plain, setting);
  const inserted = editor.schema.nodeFromJSON(content).content;
  editor.view.dispatch(editor.state.tr.replaceSelection(new Slice(inserted, 1, 1)).scrollIntoView());
  return true;
}

function contentOf(text: string, { resolve }: ChipSetting) {
  const lines = piecesOf(text, (name) => resolve(name) === name);
  return {
    type: 'doc',
    content: lines.map((pieces) => ({
      type: 'paragraph',
      content: pieces.map((piece) =>
        'field' in piece ? { type: 'field', attrs: { name: piece.field } } : { type: 'text', text: piece.words },
      ),
    })),
  };
}

function textOf(content: Fragment): string {
  const lines: string[] = [];
  content.forEach((node) => {
    lines.push(node.isTextblock ? lineOf(node.content) : pieceOf(node));
  });
  // A selection inside one line has its pieces on top; of several lines it has the lines.
  return content.firstChild?.isTextblock ? lines.join('\n') : lines.join('');
}
function lineOf(content: Fragment): string {
  let line = '';
  content.forEach((node) => {
    line += pieceOf(node);
  });
  return line;
}
const pieceOf = (node: PartNode): string => (node.type.name === 'field' ? `{${String(node.attrs.name)}}` : (node.text ?? ''));

const fieldNode = ({ nameOf, chipLabel, looks }: ChipSetting) =>
  Node.create({
    name: 'field',
    group: 'inline',
    inline: true,
    atom: true,
    selectable: false,
    addAttributes: () => ({ name: { default: '' } }),
    renderText: ({ node }) => pieceOf(node),
    renderHTML: ({ node }) => ['span', {}, pieceOf(node)], // On the clipboard, for who takes formatted text.
    addNodeView:
      () =>
      ({ node }) => {
        const chip = document.createElement('span');
        const name = nameOf(String(node.attrs.name));
        chip.className = looks.chip;
        chip.textContent = name;
        chip.dir = 'auto';
        chip.setAttribute('contenteditable', 'false');
        chip.setAttribute('role', 'img');
        chip.setAttribute('aria-label', chipLabel(name));
        return { dom: chip };
      },
  });

type Key = (on: { readonly editor: Editor }) => boolean;
const keysOf = ({ oneLine }: ChipSetting): Record<string, Key> => {
  const back: Key = ({ editor }) => undo(editor.state, editor.view.dispatch);
  const forth: Key = ({ editor }) => redo(editor.state, editor.view.dispatch);
  return Object.fromEntries<Key>([
    ['Backspace', ({ editor }) => removeBeside(editor, 'before')],
    ['Delete', ({ editor }) => removeBeside(editor, 'after')],
    ['Mod-z', back],
    ['Mod-y', forth],
    ['Shift-Mod-z', forth],
    ['Enter', () => oneLine],
    ['Shift-Enter', ({ editor }) => oneLine || editor.commands.splitBlock()],
  ]);
};

const chipBehaviour = (setting: ChipSetting) =>
  Extension.create({
    name: 'chips',
    // Before ProseMirror's own keys.
    priority: 1000,
    addKeyboardShortcuts: () => keysOf(setting),
    addProseMirrorPlugins: () => [
      history(),
      new Plugin({
        // What is typed in braces becomes the field as soon as it is whole and known.
        appendTransaction: (done, _before, state) =>
          done.some((one) => one.docChanged && one.getMeta('fromDraft') !== true) ? chipsTyped(state.tr, setting) : undefined,
        props: { decorations: ({ doc }) => DecorationSet.create(doc, unknownIn(doc, setting)) },
      }),
    ],
  });

function removeBeside(editor: Editor, where: 'before' | 'after'): boolean {
  const { selection } = editor.state;
  const { $from } = selection;
  const node = where === 'before' ? $from.nodeBefore : $from.nodeAfter;
  if (!selection.empty || node?.type.name !== 'field') return false;
  const [from, to] = where === 'before' ? [$from.pos - node.nodeSize, $from.pos] : [$from.pos, $from.pos + node.nodeSize];
  // A step of its own for undo, however fast it follows.
  editor.view.dispatch(closeHistory(editor.state.tr.delete(from, to)).scrollIntoView());
  return true;
}

function chipsTyped(transaction: Transaction, { resolve }: ChipSetting): Transaction | undefined {
  const found: { readonly field: string; readonly from: number; readonly to: number }[] = [];
  transaction.doc.descendants((node, pos) => {
    for (const { name, from, to } of namedIn(node.text ?? '')) {
      const field = resolve(name);
      if (field !== undefined) found.push({ field, from: pos + from, to: pos + to });
    }
  });
  const type = transaction.doc.type.schema.nodes.field;
  if (found.length === 0 || type === undefined) return undefined;
  for (const { field, from, to } of found.reverse()) transaction.replaceWith(from, to, type.create({ name: field }));
  return transaction;
}

function unknownIn(doc: PartNode, { resolve, looks }: ChipSetting): Decoration[] {
  const marks: Decoration[] = [];
  doc.descendants((node, pos) => {
    for (const { name, from, to } of namedIn(node.text ?? ''))
      if (resolve(name) === undefined) marks.push(Decoration.inline(pos + from, pos + to, { class: looks.unknown, 'data-unknown': name }));
  });
  return marks;
}
