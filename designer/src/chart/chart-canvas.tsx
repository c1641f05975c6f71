import { type KeyboardEvent, type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ReactFlow, ReactFlowProvider, useReactFlow, useStore } from 'reactflow';
import 'reactflow/dist/base.css';
import { Maximize2, Minus, Plus } from 'lucide-react';
import { directionOf } from '../language/language.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import { cardStates } from './card-state.ts';
import styles from './chart.module.css';
import { CardNode, type ChartScene, ChartSceneContext, ColumnNode, FrameNode } from './chart-card.tsx';
import type { ChartLayout } from './chart-layout.ts';
import { Line } from './chart-line.tsx';
import type { ChartModel } from './chart-model.ts';
import type { WalkedPath } from './chart-path.ts';
import { chartLines, chartNodes } from './chart-scene.ts';
import { nextCard } from './chart-steps.ts';
import { glideMs, glider, scaled } from './glide.ts';
import { readingZoom } from './reader-sight.ts';
import { type Walk, walkOf } from './walk-key.ts';

const nodeTypes = { card: CardNode, column: ColumnNode, frame: FrameNode };
const edgeTypes = { line: Line };
const zoomLeast = 0.35;
const zoomMost = 1.25;
/** Below this the cards drop their words instead of shrinking them. */
const wordsFrom = 0.75;
const margin = 12;
/** Instructions of the library, in English and for what cannot be done here. */
const unspoken = { 'node.a11yDescription.default': '', 'edge.a11yDescription.default': '' };

export interface ChartCanvasProps {
  readonly model: ChartModel;
  readonly walked: WalkedPath;
  readonly layout: ChartLayout;
  readonly selected: string | undefined;
  readonly onSelect: (card: string) => void;
  readonly label: string;
  /** Stands beneath the picture, beside the buttons for near and far. */
  readonly below: ReactNode;
}

/** The chart on React Flow: one stop of the tab key, arrow keys walk from card to card. */
export function ChartCanvas(props: ChartCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ model, walked, layout, selected, onSelect, label, below }: ChartCanvasProps) {
  const here = [...walked.now][0] ?? walked.order.at(-1)?.card ?? model.start;
  const [reached, setReached] = useState(here);
  const holder = useRef<HTMLElement>(null);
  const view = useView(layout, here);
  const states = useMemo(() => cardStates(model, walked), [model, walked]);
  const cards = useMemo(() => new Map(model.cards.map((card) => [card.id, card])), [model]);
  const select = useCallback(
    (card: string) => {
      setReached(card);
      onSelect(card);
    },
    [onSelect],
  );
  const scene = useMemo<ChartScene>(() => ({ cards, states, reached, selected, select }), [cards, states, reached, selected, select]);
  const nodes = useMemo(() => chartNodes(model, layout), [model, layout]);
  const edges = useMemo(() => chartLines(model, layout, walked, selected), [model, layout, walked, selected]);
  const language = useLanguage();

  const onKeyDown = (event: KeyboardEvent) => {
    const move = moveOf(event, directionOf[language]);
    if (!move || !(event.target instanceof HTMLElement) || event.target.dataset.card === undefined) return;
    event.preventDefault();
    const next = nextCard(model, walked, event.target.dataset.card, move);
    setReached(next);
    holder.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(next)}"]`)?.focus({ preventScroll: true });
    view.reveal(next);
  };
  return (
    <ChartSceneContext.Provider value={scene}>
      <section
        ref={holder}
        className={styles.canvas}
        aria-label={label}
        onKeyDown={onKeyDown}
        style={{ blockSize: Math.min(layout.height * view.reading + 2 * margin + 4, 420 * view.reading) }}
        data-far={view.zoom < wordsFrom * view.reading || undefined}
      >
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          minZoom={zoomLeast}
          maxZoom={zoomMost * view.reading}
          zIndexMode="manual"
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          ariaLabelConfig={unspoken}
          zoomOnScroll={false}
          zoomOnDoubleClick={false}
          preventScrolling={false}
          autoPanOnNodeFocus={false}
          onInit={() => view.home()}
        />
      </section>
      <footer className={styles.below}>
        <div>{below}</div>
        <ViewButtons view={view} />
      </footer>
    </ChartSceneContext.Provider>
  );
}

function ViewButtons({ view }: { readonly view: View }) {
  const say = useWords();
  return (
    <div className={styles.tools}>
      <button type="button" aria-label={say('chart.further')} title={say('chart.further')} onClick={() => view.scale(1 / 1.25)}>
        <Minus size="0.875rem" aria-hidden="true" />
      </button>
      <button type="button" aria-label={say('chart.nearer')} title={say('chart.nearer')} onClick={() => view.scale(1.25)}>
        <Plus size="0.875rem" aria-hidden="true" />
      </button>
      <button type="button" aria-label={say('chart.whole')} title={say('chart.whole')} onClick={() => view.whole()}>
        <Maximize2 size="0.875rem" aria-hidden="true" />
      </button>
    </div>
  );
}

interface View {
  readonly zoom: number;
  /** The zoom at which the chart's text is as large as the page's. */
  readonly reading: number;
  /** At reading size, where the case is now. */
  readonly home: () => void;
  readonly whole: () => void;
  readonly scale: (factor: number) => void;
  /** Moves as little as needed to show a card. */
  readonly reveal: (card: string) => void;
}

/** What part of the chart is shown. At the beginning, after a resize and whenever the case moves: where it is now. */
function useView(layout: ChartLayout, here: string): View {
  const flow = useReactFlow();
  const size = useStore((state) => `${state.width} ${state.height}`);
  const zoom = useStore((state) => state.transform[2]);
  const [width = 0, height = 0] = size.split(' ').map(Number);
  const reading = readingZoom();
  const glide = useMemo(() => glider(flow), [flow]);
  const move = (x: number, y: number, to: number) => glide({ x, y, zoom: to }, glideMs.move);
  const home = () => {
    const box = layout.cards.get(here);
    if (width === 0) return;
    const middle = box ? (box.x + box.width / 2) * reading : 0;
    const whole = { width: layout.width * reading, height: layout.height * reading };
    const fits = whole.width <= width - 2 * margin;
    const x = fits ? (width - whole.width) / 2 : Math.min(margin, Math.max(width - whole.width - margin, width / 2 - middle));
    const deep = whole.height > height - 2 * margin && box;
    const y = deep ? Math.min(margin, Math.max(height - whole.height - margin, height / 2 - (box.y + box.height / 2) * reading)) : margin;
    move(x, y, reading);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes home when the size, the layout or the place of the case changes, and at no other time.
  useEffect(home, [size, layout, here]);
  return {
    zoom,
    reading,
    home,
    whole: () => {
      const fit = Math.max(zoomLeast, Math.min(reading, (width - 2 * margin) / layout.width, (height - 2 * margin) / layout.height));
      move((width - layout.width * fit) / 2, (height - layout.height * fit) / 2, fit);
    },
    scale: (factor) => {
      const to = Math.min(zoomMost * reading, Math.max(zoomLeast, zoom * factor));
      glide(scaled(flow.getViewport(), to, { width, height }), glideMs.scale);
    },
    reveal: (card) => {
      const box = layout.cards.get(card);
      const now = flow.getViewport();
      if (!box) return;
      const start = box.x * now.zoom + now.x;
      const top = box.y * now.zoom + now.y;
      const byX = within(start, box.width * now.zoom, width);
      const byY = within(top, box.height * now.zoom, height);
      if (byX !== 0 || byY !== 0) move(now.x + byX, now.y + byY, now.zoom);
    },
  };
}

/** How far something must move to lie inside, with a margin. */
function within(start: number, length: number, room: number): number {
  if (start < 2 * margin) return 2 * margin - start;
  return Math.min(0, room - 2 * margin - start - length);
}

function moveOf(event: KeyboardEvent, direction: 'ltr' | 'rtl'): Walk | undefined {
  return event.altKey || event.ctrlKey || event.metaKey || event.shiftKey ? undefined : walkOf(event.code, direction);
}
