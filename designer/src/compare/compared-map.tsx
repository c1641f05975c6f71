import { EqualNot, Minus, Plus } from 'lucide-react';
import { type ReactNode, type Ref, useMemo } from 'react';
import { Icon } from '../base/icon.tsx';
import { useWords } from '../language/words.tsx';
import type { MapHandle } from '../map/map-canvas.tsx';
import { ReadMap } from '../map/read-map.tsx';
import styles from './compare.module.css';
import type { Sheet, Thing } from './sheets.ts';

/** A map with what became of each step and way. */
export function ComparedMap({
  sheet,
  label,
  chosen,
  first,
  onChoose,
  children,
  ref,
}: {
  readonly sheet: Sheet;
  readonly label: string;
  readonly chosen: Thing | undefined;
  /** Where one begins to look as long as nothing is chosen. */
  readonly first: Thing | undefined;
  readonly onChoose: (thing: Thing | undefined) => void;
  readonly children?: ReactNode;
  readonly ref?: Ref<Pick<MapHandle, 'focus'>>;
}) {
  const document = useMemo(() => ({ definition: sheet.definition, layout: sheet.layout }), [sheet]);
  const key = chosen && sheet.keyOf(chosen);
  return (
    <ReadMap
      {...(ref ? { ref } : {})}
      document={document}
      label={label}
      marks={sheet.marks}
      inSight={key ?? (first && sheet.keyOf(first))}
      chosen={key}
      wholeFirst
      onChoose={(at) => onChoose(at === '' ? undefined : sheet.thingAt(at))}
    >
      {children}
    </ReadMap>
  );
}

const signs = { added: Plus, removed: Minus, changed: EqualNot } as const;
const kinds = ['added', 'removed', 'changed'] as const;

/** What the signs and lines mean. */
export function Legend({ children }: { readonly children?: ReactNode }) {
  const say = useWords();
  return (
    <ul className={styles.legend}>
      {kinds.map((kind) => (
        <li key={kind} data-mark={kind}>
          <Icon of={signs[kind]} size={12} />
          {say(`compare.legend.${kind}`)}
        </li>
      ))}
      {children}
    </ul>
  );
}
