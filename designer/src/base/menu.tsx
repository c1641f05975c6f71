import { Check, type LucideIcon } from 'lucide-react';
import { type ReactNode, useContext } from 'react';
import { Menu as AriaMenu, Header, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from './icon.tsx';
import { OnlyLooking } from './looking.ts';
import styles from './menu.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
  readonly icon?: LucideIcon;
  readonly danger?: boolean;
  readonly isDisabled?: boolean;
  readonly lang?: string;
}
export interface MenuGroup {
  readonly id: string;
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
  /** Id of the entry that holds now: the group is a choice of one. */
  readonly chosen?: string;
}

/** A menu behind a button. `children` is the button; `onAction` gets the id of what was picked. */
export function Menu({ label, groups, children, onAction, placement = 'bottom start' }: MenuProps) {
  if (useContext(OnlyLooking)) return null; // What it offers changes something, as does its button.
  return (
    <MenuTrigger>
      {children}
      <Popover className={styles.popover ?? ''} offset={4} placement={placement}>
        <AriaMenu aria-label={label} className={styles.list ?? ''} onAction={(key) => onAction(String(key))} items={groups}>
          {(group) => (
            <MenuSection
              id={group.id}
              className={styles.section ?? ''}
              items={group.entries}
              {...(group.chosen === undefined
                ? {}
                : { selectionMode: 'single' as const, selectedKeys: [group.chosen], disallowEmptySelection: true })}
              {...(group.title === undefined ? { 'aria-label': label } : {})}
            >
              {group.title !== undefined && <Header className={styles.caption ?? ''}>{group.title}</Header>}
              {group.entries.map((entry) => (
                <Entry key={entry.id} entry={entry} choice={group.chosen !== undefined} />
              ))}
            </MenuSection>
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

interface MenuProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  readonly children: ReactNode;
  readonly onAction: (id: string) => void;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
}

function Entry({ entry, choice }: { readonly entry: MenuEntry; readonly choice: boolean }) {
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.name}
      className={`${styles.row} ${entry.danger ? styles.danger : ''}`}
      isDisabled={entry.isDisabled ?? false}
    >
      {entry.icon && <Icon of={entry.icon} />}
      <span className={styles.words}>
        <bdi {...(entry.lang === undefined ? {} : { lang: entry.lang })}>{entry.name}</bdi>
        {entry.note && <small>{entry.note}</small>}
      </span>
      {choice && <Icon of={Check} className={styles.tick} />}
    </MenuItem>
  );
}
