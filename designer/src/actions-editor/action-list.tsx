import type { Json } from '@redress/engine';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Menu, type MenuEntry } from '../base/menu.tsx';
import { useKeptFocus } from '../base/use-kept-focus.ts';
import { useWords } from '../language/words.tsx';
import type { ActionList } from '../model/action-commands.ts';
import { fieldsOf } from '../model/loose-json.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { type ActionControl, ActionItem } from './action-item.tsx';
import { type ActionSort, actionSorts, newAction, sortLooks } from './action-sorts.ts';
import styles from './actions.module.css';
import type { Source } from './value-sources.ts';

interface Going {
  readonly action: number;
  readonly control: ActionControl;
}

/** What is done by itself at one moment, in order, each in a sentence that opens; another one comes from a menu. */
export function ActionsAt({
  title,
  hint,
  list,
  field,
  actions,
  sources,
  ...panel
}: PanelProps & {
  readonly title: string;
  /** When that is, where the title does not say it all. */
  readonly hint?: string;
  readonly list: ActionList;
  /** Where the list is written, from the element: `entry`. */
  readonly field: string;
  readonly actions: readonly unknown[];
  readonly sources: readonly Source[];
}) {
  const say = useWords();
  const place = useKeptFocus<HTMLElement>();
  const { definition, act, findings } = panel;
  const [open, setOpen] = useState<ReadonlyMap<number, boolean>>(new Map());
  const goTo = useFocusAfter(place);
  const hasProblem = (at: number) => findings.some(({ field: [of, index] }) => of === field && index === String(at));
  const add = (sort: ActionSort) => {
    if (!act({ name: 'action.add', payload: { list, action: newAction(sort, definition) } })) return;
    setOpen(new Map([...open, [actions.length, true]]));
    goTo({ action: actions.length, control: 'fields' });
  };
  const move = (action: number, where: 'up' | 'down') => {
    const to = where === 'up' ? action - 1 : action + 1;
    if (to < 0 || to >= actions.length || !act({ name: 'action.move', payload: { list, action, where } })) return;
    const was = (at: number) => open.get(at) ?? hasProblem(at);
    setOpen(new Map([...open, [to, was(action)], [action, was(to)]]));
    goTo({ action: to, control: where });
  };
  const remove = (action: number) => {
    if (!act({ name: 'action.remove', payload: { list, action } })) return;
    setOpen(new Map([...open].flatMap(([at, is]) => (at === action ? [] : [[at > action ? at - 1 : at, is] as const]))));
    goTo({ action: Math.min(action, actions.length - 2), control: 'remove' });
  };
  return (
    <section ref={place} tabIndex={-1} className={styles.at} data-field={field} aria-label={title}>
      <h3>{title}</h3>
      {hint !== undefined && <p className={panelStyles.quiet}>{hint}</p>}
      {actions.length === 0 ? (
        <p className={panelStyles.quiet}>{say('actions.none')}</p>
      ) : (
        <ol className={styles.actions}>
          {actions.map((action, at) => (
            <ActionItem
              // Their order is all there is to tell two of the same by.
              // biome-ignore lint/suspicious/noArrayIndexKey: see above
              key={at}
              {...panel}
              action={action}
              at={`${field}/${at}`}
              number={{ at, count: actions.length }}
              sources={sources}
              isOpen={open.get(at) ?? hasProblem(at)}
              onOpen={(is) => setOpen(new Map([...open, [at, is]]))}
              onSet={(path, value: Json | undefined) =>
                act({ name: 'action.set', payload: { list, action: at, at: path, ...(value === undefined ? {} : { value }) } })
              }
              onRename={(path, name) => act({ name: 'action.field', payload: { list, action: at, at: path, field: name } })}
              onMove={(where) => move(at, where)}
              onRemove={() => remove(at)}
            />
          ))}
        </ol>
      )}
      <AddAction definition={definition} title={title} onAdd={add} />
    </section>
  );
}

/** Where there is nothing to choose from yet, the menu says so. */
function AddAction({
  definition,
  title,
  onAdd,
}: {
  readonly definition: object;
  readonly title: string;
  readonly onAdd: (sort: ActionSort) => void;
}) {
  const say = useWords();
  const { letters, decisions, clocks, services } = fieldsOf(definition);
  const needs: Partial<Readonly<Record<ActionSort, unknown>>> = { letter: letters, decide: decisions, clock: clocks, call: services };
  const entries: readonly MenuEntry[] = actionSorts.map((sort) => {
    const isMissing = sort in needs && Object.keys(fieldsOf(needs[sort])).length === 0;
    return {
      id: sort,
      name: say(sortLooks[sort].word),
      icon: sortLooks[sort].icon,
      ...(isMissing ? { note: say('actions.none-yet'), isDisabled: true } : {}),
    };
  });
  return (
    <div data-control="add">
      <Menu
        label={say('actions.add')}
        groups={[{ id: 'sorts', entries }]}
        onAction={(id) => {
          const sort = actionSorts.find((each) => each === id);
          if (sort !== undefined) onAdd(sort);
        }}
      >
        <Button kind="link" icon={Plus} label={say('actions.add-at', { title })}>
          {say('actions.add')}
        </Button>
      </Menu>
    </div>
  );
}

/** After a change the focus goes to a control of the action one is at, as soon as it is drawn; where none is left, to the menu. */
function useFocusAfter(place: { readonly current: HTMLElement | null }): (next: Going) => void {
  const going = useRef<Going>(undefined);
  useEffect(() => {
    const wanted = going.current;
    if (!wanted) return;
    going.current = undefined;
    const controls = 'input:not([disabled]), textarea, button:not([disabled])';
    const item = place.current?.querySelector(`:scope > ol > li:nth-child(${wanted.action + 1})`);
    const found = [wanted.control, 'down', 'up', 'remove'].map((name) =>
      item?.querySelector(`[data-control="${name}"]`)?.querySelector<HTMLElement>(controls),
    );
    const itself = item?.querySelector<HTMLElement>('button');
    (found.find((one) => one) ?? itself ?? place.current?.querySelector<HTMLElement>('[data-control="add"] button'))?.focus();
  });
  return (next) => {
    going.current = next;
  };
}
