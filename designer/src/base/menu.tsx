import type { LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useContext, useId, useMemo, useRef, useState } from 'react';
import { ButtonContext } from 'react-aria-components';
import { late, useEarly } from '../shell/late.tsx';
import { OnlyLooking } from './looking.ts';

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
export interface MenuProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** The button. */
  readonly children: ReactNode;
  /** Gets the id of what was picked. */
  readonly onAction: (id: string) => void;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
}

/** What a menu begins with: the arrow upwards leads to its end. */
export type MenuBegin = 'first' | 'last';

const MenuList = late(async () => (await import('./menu-list.tsx')).MenuList, null);
const mayBeOpened = [MenuList];
export const fetchMenu = MenuList.ahead;

/** A menu behind a button: what opens is fetched once somebody uses the page. */
export function Menu({ children, ...menu }: MenuProps) {
  useEarly(mayBeOpened);
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const [begin, setBegin] = useState<MenuBegin>();
  const [isOpen, setOpen] = useState(false);
  const trigger = useMemo(() => {
    const open = (at: MenuBegin) => {
      setBegin(at);
      setOpen(true);
    };
    return {
      ref: button,
      'aria-haspopup': 'menu' as const,
      'aria-expanded': isOpen,
      ...(isOpen ? { 'aria-controls': id } : {}),
      isPressed: isOpen,
      onPress: () => open('first'),
      onKeyDown: ({ code, altKey, ctrlKey, metaKey }: KeyboardEvent) => {
        if (altKey || ctrlKey || metaKey) return;
        if (code === 'ArrowDown') open('first');
        if (code === 'ArrowUp') open('last');
      },
    };
  }, [id, isOpen]);
  if (useContext(OnlyLooking)) return null; // What it offers changes something, as does its button.
  return (
    <>
      <ButtonContext value={trigger}>{children}</ButtonContext>
      {/* Stays once it was opened, so that it can leave calmly. */}
      {begin ? <MenuList {...menu} id={id} begin={begin} button={button} isOpen={isOpen} onOpenChange={setOpen} /> : null}
    </>
  );
}
