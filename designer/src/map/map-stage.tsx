import { ChevronDown, ChevronRight, Plus } from 'lucide-react';
import { memo } from 'react';
import { type NodeProps, NodeResizeControl } from 'reactflow';
import { Icon } from '../base/icon.tsx';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { elementKinds, nameOf } from '../outline/outline-words.ts';
import { Company, Due, Problems } from './map-card.tsx';
import { Catch, Row } from './map-row.tsx';
import { isTrack } from './map-scene.ts';
import { useMapView } from './map-view.ts';
import { dueOf, spokenBox, whoOf } from './map-words.ts';
import marked from './mark.module.css';
import { MarkBadge } from './mark-badge.tsx';
import styles from './stage.module.css';

/** A stage, a track, or what runs at the same time: a title bar with what holds at any time in it, room for steps, how it ends. */
export const StageNode = memo(function StageNode({ id, selected }: NodeProps) {
  const view = useMapView();
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const box = view.plan.byId.get(id);
  const element = box?.element;
  if (!box || !element) return null;
  const about = { ...view, say, text, language };
  const mark = view.marks?.steps.get(id);
  const problems = view.problems.get(id) ?? 0;
  const isTop = box.parent === undefined && box.kind === 'stage';
  const track = isTrack(view.plan, box);
  const name = nameOf(element, say, text);
  const folding = say(box.folded ? 'map.unfold' : 'map.fold', { name });
  return (
    <>
      {view.mayDraw && selected && box.least && (
        // Its place is kept, so it grows the way its reader reads, and downwards.
        <NodeResizeControl
          position={view.direction === 'ltr' ? 'bottom-right' : 'bottom-left'}
          minWidth={box.least.width}
          minHeight={box.least.height}
          onResizeEnd={(_, size) => view.resize(id, size)}
        >
          <span className={styles.corner} />
        </NodeResizeControl>
      )}
      <div
        className={`${styles.stage} ${marked.marked}`}
        data-kind={track ? 'track' : box.kind}
        data-top={isTop || undefined}
        data-mark={mark}
        dir={view.direction}
      >
        <article
          data-map={id}
          data-chosen={view.chosen === id || undefined}
          data-among={selected || undefined}
          data-placing={view.placing === id || undefined}
          className={`${styles.bar} map-grip`}
          style={{ blockSize: box.head }}
          tabIndex={view.reached === id ? 0 : -1}
          aria-label={spokenBox(element, problems, { ...about, mark })}
        >
          <div className={styles.title}>
            {box.number !== undefined && <span className={styles.number}>{say('map.count', { count: box.number })}</span>}
            {element.kind === 'tracks' && <Icon of={elementKinds.tracks.icon} size={14} />}
            <b dir="auto" className={marked.name} title={name}>
              {name}
            </b>
            <Problems count={problems} />
            <MarkBadge mark={mark} />
            {!track && view.mayDraw && (
              <button
                type="button"
                className={`${styles.fold} nodrag`}
                tabIndex={-1}
                aria-label={folding}
                title={folding}
                aria-expanded={!box.folded}
                onClick={(event) => {
                  event.stopPropagation();
                  view.fold(id, !box.folded);
                }}
              >
                <Icon of={box.folded ? ChevronRight : ChevronDown} size={14} turn={box.folded} />
              </button>
            )}
          </div>
          {isTop && (
            <div className={styles.owner}>
              <span dir="auto">{whoOf(element, about)}</span>
              <Due words={dueOf(element, about)} />
            </div>
          )}
          {box.rows
            .filter(({ row }) => row.via !== 'onDone')
            .map((each) => (
              <Row key={each.row.address} box={box} each={each} />
            ))}
        </article>
        {view.mayDraw && !box.folded && element.kind === 'stage' && (
          <button
            type="button"
            className={`${styles.addStep} nodrag`}
            style={{ insetBlockEnd: box.foot + 8 }}
            tabIndex={-1}
            onClick={(event) => {
              event.stopPropagation();
              view.addInto(id);
            }}
          >
            <Icon of={Plus} size={14} />
            {say('map.add-step')}
          </button>
        )}
        <div className={styles.foot} style={{ blockSize: box.foot }}>
          {box.rows
            .filter(({ row }) => row.via === 'onDone')
            .map(({ row, middle }) => (
              <Row key={row.address} box={box} each={{ row, middle: middle - (box.height - box.foot) }} />
            ))}
        </div>
      </div>
      <Catch height={box.head} />
      <Company id={id} />
    </>
  );
});
