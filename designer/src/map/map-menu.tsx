import { useRef } from 'react';
import { Keyboard, Menu, MenuItem, MenuSection, Popover, Text } from 'react-aria-components';
import menu from '../base/menu.module.css';
import { useWords } from '../language/words.tsx';
import { useSession } from '../shell/session.tsx';
import styles from './map.module.css';

export interface MapEntry {
  readonly id: string;
  readonly name: string;
  readonly run: () => void;
  /** What does the same on the keyboard. */
  readonly keys?: string;
  /** It is done with the whole map, whatever it was asked of. */
  readonly ofAll?: boolean;
}
export interface MenuAt {
  readonly x: number;
  readonly y: number;
  readonly entries: readonly MapEntry[];
}

/** What can be done with what lies under the pointer, or is in focus. */
export function MapMenu({ at, onClose }: { readonly at: MenuAt | undefined; readonly onClose: () => void }) {
  const say = useWords();
  const anchor = useRef<HTMLSpanElement>(null);
  const { shortcuts } = useSession();
  const isUsed = (keys: string) => shortcuts || keys.length > 1;
  const all = at?.entries ?? [];
  const parts = [
    { label: say('map.menu'), entries: all.filter(({ ofAll }) => !ofAll) },
    { label: say('map.label'), entries: all.filter(({ ofAll }) => ofAll) },
  ].filter(({ entries }) => entries.length > 0);
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ insetBlockStart: at?.y ?? 0, insetInlineStart: at?.x ?? 0 }} />
      <Popover
        triggerRef={anchor}
        isOpen={at !== undefined}
        onOpenChange={(open) => !open && onClose()}
        className={menu.popover ?? ''}
        placement="bottom start"
      >
        <Menu
          aria-label={say('map.menu')}
          className={menu.list ?? ''}
          autoFocus="first"
          onAction={(id) => {
            onClose();
            at?.entries.find((entry) => entry.id === id)?.run();
          }}
        >
          {parts.map(({ label, entries }) => (
            <MenuSection key={label} aria-label={label} className={menu.section ?? ''}>
              {entries.map(({ id, name, keys }) => (
                <MenuItem key={id} id={id} textValue={name} className={menu.row ?? ''}>
                  <Text slot="label">{name}</Text>
                  {keys !== undefined && isUsed(keys) && <Keyboard className={menu.keys ?? ''}>{keys}</Keyboard>}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
