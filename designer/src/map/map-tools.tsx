import { Maximize2, Minus, Plus, StickyNote, Wand2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../base/button.tsx';
import { useWords } from '../language/words.tsx';
import type { ElementKind } from '../model/step-kind.ts';
import { elementKinds } from '../outline/outline-words.ts';
import styles from './map.module.css';
import played from './played.module.css';

const kinds: readonly ElementKind[] = ['task', 'wait', 'decision', 'letter', 'sub', 'outcome', 'stage'];

/** What floats over the map. A run that is played stands at its foot, the rest above it. */
export function MapTools({ bar, children }: { readonly bar: ReactNode; readonly children: ReactNode }) {
  if (!bar) return children;
  return (
    <div className={played.tools}>
      <div className={played.raised}>{children}</div>
      <div className={played.played}>{bar}</div>
    </div>
  );
}

/** New things by kind, at the foot of the map. */
export function MapKinds({ onAdd, onNote }: { readonly onAdd: (kind: ElementKind) => void; readonly onNote: () => void }) {
  const say = useWords();
  return (
    <div className={styles.float} data-place="start" role="toolbar" aria-label={say('map.add')}>
      {kinds.map((kind) => (
        <Button
          key={kind}
          kind="quiet"
          icon={elementKinds[kind].icon}
          label={say('map.add-kind', { kind: say(elementKinds[kind].word) })}
          onPress={() => onAdd(kind)}
        />
      ))}
      <Button kind="quiet" icon={StickyNote} label={say('map.add-note')} onPress={onNote} />
    </div>
  );
}

/** How near the map is, and the whole of it. */
export function MapZoom({
  zoom,
  onScale,
  onFit,
  onTidy,
}: {
  readonly zoom: number;
  readonly onScale: (factor: number) => void;
  readonly onFit: () => void;
  readonly onTidy: (() => void) | undefined;
}) {
  const say = useWords();
  return (
    <div className={styles.float} data-place="end" role="toolbar" aria-label={say('map.sight')}>
      {onTidy && <Button kind="quiet" icon={Wand2} label={say('map.tidy-all')} onPress={onTidy} />}
      <Button kind="quiet" icon={Minus} label={say('chart.further')} onPress={() => onScale(1 / 1.25)} />
      <span className={styles.percent}>{say('map.percent', { zoom })}</span>
      <Button kind="quiet" icon={Plus} label={say('chart.nearer')} onPress={() => onScale(1.25)} />
      <Button kind="quiet" icon={Maximize2} label={say('chart.whole')} onPress={onFit} />
    </div>
  );
}
