import { readyBlocks } from '@redress/definitions';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../base/button.tsx';
import { ComboBox } from '../base/combo-box.tsx';
import { useText, useWords } from '../language/words.tsx';
import { listOf } from '../model/loose-json.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { BlockCard } from './block-card.tsx';
import styles from './letters.module.css';
import type { Placeholder } from './placeholder-names.ts';
import { readyText } from './ready-paragraph.ts';
import { toldName } from './told-words.ts';

/** The paragraphs of a letter in their order, moved by buttons and by Alt+Shift with the arrows; ready ones wait beneath. */
export function BlockList({
  letter,
  blocks,
  ...panel
}: PanelProps & { readonly letter: string; readonly blocks: unknown; readonly placeholders: readonly Placeholder[] }) {
  const say = useWords();
  const text = useText();
  const { definition, act } = panel;
  const list = useRef<HTMLOListElement>(null);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const [added, setAdded] = useState(0);
  /** After a change the focus goes to a control of that paragraph, as soon as it is drawn. */
  const wanted = useRef<{ readonly block: number; readonly control: string } | undefined>(undefined);
  useEffect(() => {
    const { block, control } = wanted.current ?? {};
    wanted.current = undefined;
    if (control === undefined) return;
    const card = list.current?.querySelector(`[data-block="${block}"]`);
    const find = (part: string) =>
      card?.querySelector<HTMLElement>(
        `summary[data-control="${part}"], [data-control="${part}"] :is(button, [role="textbox"]):not(:disabled)`,
      );
    (find(control) ?? find('summary'))?.focus();
  });
  const written = listOf(blocks);
  const move = (block: number, where: 'up' | 'down', control: string) => {
    const to = where === 'up' ? block - 1 : block + 1;
    if (!(to in written)) return;
    wanted.current = { block: to, control };
    if (act({ name: 'block.move', payload: { letter, block, where } })) setOpen(swapped(open, block, to));
  };
  const remove = (block: number) => {
    if (!act({ name: 'block.remove', payload: { letter, block } })) return;
    wanted.current = { block: Math.max(0, Math.min(block, written.length - 2)), control: 'summary' };
    setOpen(new Set([...open].filter((one) => one !== block).map((one) => (one > block ? one - 1 : one))));
  };
  const add = (paragraph: { readonly text: Readonly<Record<string, string>>; readonly tells?: readonly string[] }) => {
    if (!act({ name: 'block.add', payload: { letter, ...paragraph } })) return false;
    setOpen(new Set([...open, written.length]));
    return true;
  };
  const onKey = (event: KeyboardEvent, block: number) => {
    if (!event.altKey || !event.shiftKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    move(block, event.key === 'ArrowUp' ? 'up' : 'down', 'summary');
  };
  const ready = readyBlocks.map(({ id, tells, ...block }) => ({
    id,
    name: tells ? tells.map((word) => toldName(word, say)).join(say('list.separator')) : say('letters.greeting'),
    paragraph: { text: readyText(definition, block), ...(tells ? { tells } : {}) },
  }));
  return (
    <section className={styles.parts} data-field="blocks" tabIndex={-1}>
      <h3>{say('letters.content')}</h3>
      {written.length === 0 && <p className={panelStyles.quiet}>{say('letters.no-paragraphs')}</p>}
      <ol ref={list} className={styles.blocks}>
        {written.map((block, at) => (
          // Paragraphs have no names of their own: their place is all there is to tell them by.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at} data-block={at} onKeyDown={(event) => onKey(event, at)}>
            <BlockCard
              {...panel}
              {...{ letter, block, at }}
              count={written.length}
              isOpen={open.has(at)}
              onOpen={(isOpen) =>
                isOpen !== open.has(at) && setOpen(isOpen ? new Set([...open, at]) : new Set([...open].filter((one) => one !== at)))
              }
              onMove={(where) => move(at, where, where)}
              onRemove={() => remove(at)}
            />
          </li>
        ))}
      </ol>
      <ComboBox
        key={added} // Empty again, for the next one.
        label={say('letters.ready')}
        options={ready.map(({ id, name, paragraph }) => ({ id, name, note: text(paragraph.text) }))}
        value={undefined}
        none={say('letters.ready-none')}
        autoFocus={added > 0}
        onChange={(id) => {
          const found = ready.find((one) => one.id === id);
          if (found && add(found.paragraph)) setAdded(added + 1);
        }}
      />
      <div>
        <Button
          kind="link"
          icon={Plus}
          onPress={() => {
            if (add({ text: {} })) wanted.current = { block: written.length, control: 'text' };
          }}
        >
          {say('letters.add-paragraph')}
        </Button>
      </div>
    </section>
  );
}

/** Which are open, after two changed places. */
const swapped = (open: ReadonlySet<number>, one: number, other: number): ReadonlySet<number> =>
  new Set([...open].map((at) => (at === one ? other : at === other ? one : at)));
