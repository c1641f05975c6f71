import { EqualNot, type LucideIcon, Minus, Plus } from 'lucide-react';
import { Icon } from '../base/icon.tsx';
import type { ChangeKind } from '../compare/change.ts';
import { useWords } from '../language/words.tsx';
import { type Mark, useMapView } from './map-view.ts';
import styles from './mark.module.css';

const icons: Readonly<Record<ChangeKind, LucideIcon>> = { added: Plus, removed: Minus, changed: EqualNot };
const isChange = (mark: Mark | undefined): mark is ChangeKind => mark !== undefined && Object.hasOwn(icons, mark);

/** What became of something, as a sign. What it stands on says it in words as well. */
export function MarkBadge({ mark, small = false }: { readonly mark: Mark | undefined; readonly small?: boolean }) {
  const say = useWords();
  if (!isChange(mark)) return null;
  return (
    <i className={styles.badge} data-mark={mark} data-small={small || undefined} title={say(`compare.mark.${mark}`)} aria-hidden="true">
      <Icon of={icons[mark]} size={small ? 10 : 12} />
    </i>
  );
}

/** Which steps of a played run end here. The name that is read out says it as well. */
export function Beads({ id }: { readonly id: string }) {
  const { marks, direction } = useMapView();
  const say = useWords();
  const numbers = marks?.numbers?.get(id) ?? [];
  if (numbers.length === 0) return null;
  return (
    <span className={styles.bead} data-now={marks?.now === id || undefined} dir={direction} aria-hidden="true">
      {numbers.map((count) => say('map.count', { count })).join(say('list.separator'))}
    </span>
  );
}
