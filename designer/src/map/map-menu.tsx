import { useRef } from 'react';
import { Menu, MenuItem, Popover } from 'react-aria-components';
import menu from '../base/menu.module.css';
import { useWords } from '../language/words.tsx';
import styles from './map.module.css';

export interface MapEntry {
  readonly id: string;
  readonly name: string;
  readonly run: () => void;
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
          {(at?.entries ?? []).map(({ id, name }) => (
            <MenuItem key={id} id={id} textValue={name} className={menu.row ?? ''}>
              {name}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
