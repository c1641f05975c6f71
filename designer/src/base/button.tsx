import { Link, type LinkProps } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import { type ReactNode, type Ref, useContext, useId } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import styles from './button.module.css';
import { Icon } from './icon.tsx';
import { OnlyLooking } from './looking.ts';
import { useToldOf } from './use-told-of.ts';

/** `primary`: once in a view, where reading ends. `link`: looks like words. */
export type ButtonKind = 'plain' | 'primary' | 'quiet' | 'danger' | 'link';

interface Look {
  readonly kind?: ButtonKind | undefined;
  readonly size?: 'normal' | 'big' | 'touch' | undefined;
  readonly icon?: LucideIcon | undefined;
  /** Mirrors the icon for right-to-left readers. */
  readonly turn?: boolean | undefined;
}
export interface ButtonProps extends Look {
  readonly children?: ReactNode;
  /** For a button with an icon alone. */
  readonly label?: string;
  readonly type?: 'button' | 'submit' | 'reset';
  readonly form?: string;
  readonly slot?: string | null;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
  /** Its request is on the way: cannot be pressed again, keeps its words and the focus. */
  readonly isPending?: boolean;
  readonly describedBy?: string;
  /** It unfolds something below it. */
  readonly isExpanded?: boolean;
  /** It changes nothing: it is there for whoever may only look as well. */
  readonly forReaders?: boolean;
  readonly onPress?: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
}

export function Button({ kind, size, icon, turn, label, children, describedBy, isExpanded, forReaders = false, ...rest }: ButtonProps) {
  const id = useId();
  useToldOf(id, rest.isPending === true);
  const isGone = useContext(OnlyLooking) && !forReaders;
  if (isGone) return null;
  return (
    <AriaButton
      {...rest}
      id={id}
      {...(label === undefined ? {} : { 'aria-label': label })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      {...(isExpanded === undefined ? {} : { 'aria-expanded': isExpanded })}
      className={buttonClass({ kind, size, iconOnly: children === undefined })}
    >
      {icon && <Icon of={icon} turn={turn ?? false} size={size === 'touch' ? 20 : 16} />}
      {children}
    </AriaButton>
  );
}

/** A way to another page that looks like a button. */
export function ButtonLink({
  kind,
  size,
  icon,
  turn,
  children,
  label,
  ...link
}: Look & { readonly children?: ReactNode; readonly label?: string } & LinkProps) {
  return (
    <Link
      {...link}
      className={buttonClass({ kind, size, iconOnly: children === undefined })}
      {...(label === undefined ? {} : { 'aria-label': label })}
    >
      {icon && <Icon of={icon} turn={turn ?? false} />}
      {children}
    </Link>
  );
}

export function buttonClass(look: {
  readonly kind?: ButtonKind | undefined;
  readonly size?: Look['size'];
  readonly iconOnly?: boolean;
}): string {
  const kind = styles[look.kind ?? 'plain'];
  return [styles.button, kind, look.size ? styles[look.size] : '', look.iconOnly ? styles.alone : ''].filter(Boolean).join(' ');
}
