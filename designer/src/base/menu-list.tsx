import { Check } from 'lucide-react';
import type { RefObject } from 'react';
import { Menu as AriaMenu, Header, MenuItem, MenuSection, Popover } from 'react-aria-components';
import { Icon } from './icon.tsx';
import styles from './menu.module.css';
import type { MenuBegin, MenuEntry, MenuProps } from './menu.tsx';

export interface MenuListProps extends Omit<MenuProps, 'children'> {
  readonly id: string;
  readonly begin: MenuBegin;
  readonly button: RefObject<HTMLButtonElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** What opens behind the button of a menu. */
export function MenuList({ label, groups, onAction, placement = 'bottom start', id, begin, button, isOpen, onOpenChange }: MenuListProps) {
  return (
    <Popover
      trigger="MenuTrigger"
      triggerRef={button}
      className={styles.popover ?? ''}
      offset={4}
      aria-label={label}
      {...{ placement, isOpen, onOpenChange }}
    >
      <AriaMenu
        id={id}
        aria-label={label}
        className={styles.list ?? ''}
        autoFocus={begin}
        onClose={() => onOpenChange(false)}
        onAction={(key) => onAction(String(key))}
        items={groups}
      >
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
  );
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
