import type { LucideIcon } from 'lucide-react';
import styles from './icon.module.css';

/** One stroke for all icons. `turn` mirrors a directional one (arrow, chevron) for right-to-left readers; clocks and ticks never turn. */
export function Icon({ of: Picture, size = 16, turn = false, label, className }: IconProps) {
  return (
    <Picture
      size={`${size / 16}rem`}
      strokeWidth={size >= 20 ? 1.75 : 1.6}
      className={[styles.icon, turn ? styles.turn : '', className ?? ''].join(' ')}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    />
  );
}

interface IconProps {
  readonly of: LucideIcon;
  /** Pixels beside text of usual size; grows with the reader's. */
  readonly size?: number;
  readonly turn?: boolean;
  readonly label?: string;
  readonly className?: string | undefined;
}
