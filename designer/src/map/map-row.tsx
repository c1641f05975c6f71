import { CirclePlus } from 'lucide-react';
import { Handle, Position } from 'reactflow';
import { Icon } from '../base/icon.tsx';
import { useText, useWords } from '../language/words.tsx';
import { doingIcon, rowIcon, rowWords } from '../outline/outline-words.ts';
import type { MapBox, MapRow } from './map-plan.ts';
import { inHandle } from './map-scene.ts';
import { saysMore } from './map-sizes.ts';
import { useMapView } from './map-view.ts';
import { shortRow, spokenRow } from './map-words.ts';
import marked from './mark.module.css';
import { MarkBadge } from './mark-badge.tsx';
import styles from './row.module.css';

/** A way out: its words, what it does where it leads nowhere by design, its port where it leads on or should. */
export function Row({ box, each: { row, middle } }: { readonly box: MapBox; readonly each: MapRow }) {
  const view = useMapView();
  const say = useWords();
  const text = useText();
  const condition = view.conditionOf(row);
  const words = rowWords(view.definition, row, say, text, condition);
  const isStart = view.sides.get(row.address) === 'start';
  const isOpen = row.leads === 'open';
  const chosen = view.chosen === row.address;
  const doing = doingIcon(row);
  const mark = view.marks?.rows.get(row.address);
  return (
    <>
      <button
        type="button"
        data-map={row.address}
        data-kind={row.via === 'always' ? 'decision' : row.kind}
        data-leads={row.leads}
        data-chosen={chosen || undefined}
        data-conditional={saysMore(row) || undefined}
        data-mark={mark}
        className={`${styles.row} ${marked.way} nodrag`}
        tabIndex={view.reached === row.address ? 0 : -1}
        {...(isOpen ? {} : { 'aria-label': spokenRow(row, { ...view, say, text, mark }) })}
        title={words}
      >
        {row.kind === 'time' && <Icon of={rowIcon(row)} size={14} />}
        <span dir="auto" className={marked.name}>
          {shortRow(row, { ...view, say, text })}
        </span>
        {isOpen && <small>{say('map.open-end')}</small>}
        {row.leads === 'stays' && doing && <Icon of={doing} size={14} />}
        <MarkBadge mark={mark} small />
      </button>
      {row.leads !== 'stays' && (
        <Handle
          type="source"
          id={row.address}
          position={isStart === (view.direction === 'ltr') ? Position.Left : Position.Right}
          isConnectable={view.mayDraw}
          isConnectableEnd={false}
          className={styles.port ?? ''}
          data-kind={row.via === 'always' ? 'decision' : row.kind}
          data-open={isOpen || undefined}
          style={{ insetBlockStart: middle }}
        />
      )}
      {view.mayDraw && (isOpen || chosen) && box.kind !== 'stage' && (
        <button
          type="button"
          className={`${styles.plus} nodrag`}
          data-side={isStart ? 'start' : 'end'}
          style={{ insetBlockStart: middle }}
          tabIndex={-1}
          aria-label={say('map.add-after', { name: words })}
          title={say('map.add-after', { name: words })}
          onClick={(event) => {
            event.stopPropagation();
            view.addAfter(row.address);
          }}
        >
          <Icon of={CirclePlus} size={16} />
        </button>
      )}
    </>
  );
}

/** What takes a line that is being drawn: the whole box, or as much of it from the top. */
export function Catch({ height }: { readonly height?: number }) {
  const { mayDraw } = useMapView();
  return (
    <Handle
      type="target"
      id={inHandle}
      position={Position.Top}
      isConnectable={mayDraw}
      isConnectableStart={false}
      className={styles.catch ?? ''}
      {...(height === undefined ? {} : { style: { height } })}
    />
  );
}
