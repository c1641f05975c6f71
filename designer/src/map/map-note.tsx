import { memo } from 'react';
import type { NodeProps } from 'reactflow';
import { useWords } from '../language/words.tsx';
import { useMapView } from './map-view.ts';
import styles from './stage.module.css';

/** A sheet with words for whoever draws; no case ever sees it. */
export const NoteNode = memo(function NoteNode({ id, selected }: NodeProps) {
  const view = useMapView();
  const say = useWords();
  const box = view.plan.byId.get(id);
  if (!box) return null;
  return (
    <article
      data-map={id}
      data-chosen={view.chosen === id || undefined}
      data-among={selected || undefined}
      data-placing={view.placing === id || undefined}
      className={styles.note}
      dir={view.direction}
      tabIndex={view.reached === id ? 0 : -1}
      aria-label={say('map.note-spoken', { text: box.note ?? '' })}
    >
      <p dir="auto">{box.note}</p>
    </article>
  );
});
