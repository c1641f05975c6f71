import { Maximize2, Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { type Walk, walkOf } from '../base/walk-key.ts';
import { directionOf } from '../language/language.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import { cardStates } from './card-state.ts';
import styles from './chart.module.css';
import { Card, type ChartScene, ChartSceneContext, Column } from './chart-card.tsx';
import type { Box, ChartLayout } from './chart-layout.ts';
import { ChartLines } from './chart-lines.tsx';
import type { ChartModel } from './chart-model.ts';
import type { WalkedPath } from './chart-path.ts';
import { nextCard } from './chart-steps.ts';
import { type ChartSight, sheetRoom, useChartSight } from './use-chart-sight.ts';
import { useDraggedSheet } from './use-dragged-sheet.ts';

/** Below this the cards drop their words instead of shrinking them. */
const wordsFrom = 0.75;
/** A chart higher than this, in pixels at reading size, is scrolled. */
const highest = 420;

export interface ChartSheetProps {
  readonly model: ChartModel;
  readonly walked: WalkedPath;
  readonly layout: ChartLayout;
  readonly selected: string | undefined;
  readonly onSelect: (card: string) => void;
  readonly label: string;
  /** Stands beneath the picture, beside the buttons for near and far. */
  readonly below: ReactNode;
}

/**
 * The chart as a sheet that is scrolled, by wheel, finger or hand: nobody draws here, so it needs no canvas. One stop of the tab key, arrow keys walk
 * from card to card.
 */
export function ChartSheet({ model, walked, layout, selected, onSelect, label, below }: ChartSheetProps) {
  const here = [...walked.now][0] ?? walked.order.at(-1)?.card ?? model.start;
  const [reached, setReached] = useState(here);
  const holder = useRef<HTMLElement>(null);
  const sight = useChartSight(holder, layout, here);
  const states = useMemo(() => cardStates(model, walked), [model, walked]);
  const select = useCallback(
    (card: string) => {
      setReached(card);
      onSelect(card);
    },
    [onSelect],
  );
  const scene = useMemo<ChartScene>(() => ({ states, reached, selected, select }), [states, reached, selected, select]);
  const language = useLanguage();
  const dragged = useDraggedSheet(holder);

  const onKeyDown = (event: KeyboardEvent) => {
    const move = moveOf(event, directionOf[language]);
    if (!move || !(event.target instanceof HTMLElement) || event.target.dataset.card === undefined) return;
    event.preventDefault();
    const next = nextCard(model, walked, event.target.dataset.card, move);
    setReached(next);
    const card = holder.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(next)}"]`);
    card?.focus({ preventScroll: true });
    if (card) sight.reveal(card);
  };
  const { zoom, reading } = sight;
  return (
    <ChartSceneContext.Provider value={scene}>
      <section
        ref={holder}
        className={styles.canvas}
        aria-label={label}
        onKeyDown={onKeyDown}
        {...dragged}
        style={{ blockSize: Math.min((layout.height + 2 * sheetRoom) * reading, highest * reading) }}
        data-far={zoom < wordsFrom * reading || undefined}
      >
        <div className={styles.sheet} style={{ padding: sheetRoom, inlineSize: layout.width * zoom, blockSize: layout.height * zoom }}>
          <div className={styles.drawn} style={{ inlineSize: layout.width, blockSize: layout.height, scale: zoom }}>
            {model.columns.map((column) => (
              <Column key={column.id} title={column.title} place={placeOf(layout.columns.get(column.id))} />
            ))}
            {[...layout.frames].map(([id, box]) => (
              <div key={id} className={styles.frame} style={placeOf(box)} />
            ))}
            <ChartLines model={model} walked={walked} layout={layout} selected={selected} />
            {model.cards.map((card) => (
              <Card key={card.id} card={card} place={placeOf(layout.cards.get(card.id))} />
            ))}
          </div>
        </div>
      </section>
      <footer className={styles.below}>
        <div>{below}</div>
        <SightButtons sight={sight} />
      </footer>
    </ChartSceneContext.Provider>
  );
}

function SightButtons({ sight }: { readonly sight: ChartSight }) {
  const say = useWords();
  return (
    <div className={styles.tools}>
      <button type="button" aria-label={say('chart.further')} title={say('chart.further')} onClick={() => sight.scale(1 / 1.25)}>
        <Minus size="0.875rem" aria-hidden="true" />
      </button>
      <button type="button" aria-label={say('chart.nearer')} title={say('chart.nearer')} onClick={() => sight.scale(1.25)}>
        <Plus size="0.875rem" aria-hidden="true" />
      </button>
      <button type="button" aria-label={say('chart.whole')} title={say('chart.whole')} onClick={() => sight.whole()}>
        <Maximize2 size="0.875rem" aria-hidden="true" />
      </button>
    </div>
  );
}

/** Where a box lies on the sheet, which is counted from the left in every language; `undefined` for what the layout left out. */
const placeOf = (box: Box | undefined) => box && { left: box.x, top: box.y, inlineSize: box.width, blockSize: box.height };

function moveOf(event: KeyboardEvent, direction: 'ltr' | 'rtl'): Walk | undefined {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey ? undefined : walkOf(event.code, direction);
}
