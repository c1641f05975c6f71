import {
  type HTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useImperativeHandle,
  useMemo,
  useState,
} from 'react';
import {
  Background,
  ConnectionLineType,
  MiniMap,
  type Node,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
  ViewportPortal,
} from 'reactflow';
import 'reactflow/dist/base.css';
import { useKeptFocus } from '../base/use-kept-focus.ts';
import { usePrinting } from '../base/use-printing.ts';
import { useWords } from '../language/words.tsx';
import lines from './line.module.css';
import styles from './map.module.css';
import { CardNode, PillNode } from './map-card.tsx';
import { Line } from './map-line.tsx';
import { mirroredRect } from './map-mirror.ts';
import { type Dropped, stageAt } from './map-moves.ts';
import { NoteNode } from './map-note.tsx';
import { paperStyle } from './map-paper.ts';
import type { Point } from './map-route.ts';
import { linesOf } from './map-scene.ts';
import { StageNode } from './map-stage.tsx';
import { type MapView, MapViewContext } from './map-view.ts';
import type { MapWays } from './map-ways.ts';
import { useMapNodes } from './use-map-nodes.ts';
import { type MapSight, useMapSight, wordsFrom } from './use-map-sight.ts';

const nodeTypes = { card: CardNode, pill: PillNode, stage: StageNode, tracks: StageNode, note: NoteNode };
const edgeTypes = { way: Line };
/** Instructions of the library, in English and for what is done otherwise here. */
const unspoken = { 'node.a11yDescription.default': '', 'edge.a11yDescription.default': '' };

export interface MapHandle {
  /** Puts the keyboard focus on a box or way, and moves the map as little as needed to show it. */
  readonly focus: (key: string) => void;
  /** Moves the map as little as needed to show a box or way. */
  readonly reveal: (key: string) => void;
  readonly fit: () => void;
  readonly scale: (factor: number) => void;
}
export interface MapCanvasProps {
  readonly view: MapView;
  readonly ways: MapWays;
  readonly selection: ReadonlySet<string>;
  readonly label: string;
  /** First sight; without it what is chosen, or where a case begins. */
  readonly begins?: (sight: MapSight) => void;
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onDrop: (dropped: readonly Dropped[]) => void;
  readonly onConnect: (row: string, to: string) => void;
  /** A line was let go over nothing, or over the free part of a stage. */
  readonly onLoose: (row: string, stage: string | undefined) => void;
  readonly onKey: (event: KeyboardEvent, key: string) => void;
  readonly onMenu: (event: MouseEvent, key: string) => void;
  readonly onOpen: (key: string) => void;
  readonly clipboard: Pick<HTMLAttributes<HTMLElement>, 'onCopy' | 'onCut' | 'onPaste'>;
  /** What floats over the map; it is told how near the map is. */
  readonly children: (zoom: number) => ReactNode;
  readonly ref: Ref<MapHandle>;
}

/** The map on React Flow. One stop of the tab key; the mouse and the keyboard both end in commands of the editor, never in the canvas. */
export function MapCanvas(props: MapCanvasProps) {
  return (
    <ReactFlowProvider>
      <Canvas {...props} />
    </ReactFlowProvider>
  );
}

function Canvas({ view, ways, selection, label, begins, ref, clipboard, children, ...on }: MapCanvasProps) {
  const say = useWords();
  const { plan, direction, chosen } = view;
  // A colleague may remove the card that holds the focus.
  const holder = useKeptFocus<HTMLElement>('[data-map]');
  const flow = useReactFlow();
  const zoom = useStore((state) => state.transform[2]);
  const [connecting, setConnecting] = useState(false);
  const sight = useMapSight(plan, direction);
  const printing = usePrinting();
  const { nodes, onNodesChange, guides, letGo } = useMapNodes(plan, ways, direction, selection, on.onSelect);
  const edges = useMemo(() => linesOf(ways, direction, chosen), [ways, direction, chosen]);
  const focus = useCallback(
    (key: string) => {
      sight.reveal(key);
      const find = () => holder.current?.querySelector<HTMLElement>(`[data-map="${CSS.escape(key)}"]`);
      const here = find();
      if (here) here.focus({ preventScroll: true });
      // What lies outside the window is drawn once the map has moved there.
      else requestAnimationFrame(() => requestAnimationFrame(() => find()?.focus({ preventScroll: true })));
    },
    [sight, holder],
  );
  useImperativeHandle(ref, () => ({ focus, reveal: sight.reveal, fit: sight.fit, scale: sight.scale }), [focus, sight]);

  const keyAt = (target: EventTarget): string | undefined =>
    target instanceof Element ? (target.closest<HTMLElement>('[data-map]')?.dataset.map ?? undefined) : undefined;
  const stageUnder = (event: globalThis.MouseEvent | TouchEvent): string | undefined => {
    const { clientX, clientY } = 'changedTouches' in event ? (event.changedTouches[0] ?? { clientX: 0, clientY: 0 }) : event;
    const at = flow.screenToFlowPosition({ x: clientX, y: clientY });
    return stageAt(plan, mirroredPoint(at, 0, direction));
  };
  const dropped = (): readonly Dropped[] =>
    flow.getNodes().flatMap((node) => {
      const box = plan.byId.get(node.id);
      const inner = flow.getInternalNode(node.id);
      if (!box || !inner || (!node.dragging && !node.selected)) return [];
      const { x, y } = inner.internals.positionAbsolute;
      return [{ id: node.id, at: mirroredPoint({ x, y }, box.width, direction) }];
    });

  return (
    <MapViewContext.Provider value={view}>
      <section
        ref={holder}
        {...clipboard}
        className={styles.canvas}
        aria-label={label}
        style={paperStyle(plan, direction)}
        data-far={(zoom < wordsFrom && !printing) || undefined}
        data-connecting={connecting || undefined}
        onKeyDown={(event) => {
          const key = keyAt(event.target);
          if (key !== undefined) on.onKey(event, key);
        }}
        onFocus={(event) => {
          const key = keyAt(event.target);
          if (key !== undefined) view.reach(key);
        }}
        onClick={(event) => {
          const key = keyAt(event.target);
          if (key !== undefined && !event.shiftKey && !event.ctrlKey && !event.metaKey) view.choose(key);
        }}
        onDoubleClick={(event) => {
          const key = keyAt(event.target);
          if (key !== undefined) on.onOpen(key);
        }}
        onContextMenu={(event) => {
          event.preventDefault();
          on.onMenu(event, keyAt(event.target) ?? '');
        }}
      >
        <ReactFlow
          nodes={nodes}
          edges={edges}
          nodeTypes={nodeTypes}
          edgeTypes={edgeTypes}
          onNodesChange={onNodesChange}
          onNodeDragStop={(_, node, moved) => {
            const ids = new Set([node.id, ...moved.map(({ id }) => id)]);
            on.onDrop(dropped().filter(({ id }) => ids.has(id)));
            letGo();
          }}
          onSelectionDragStop={(_, moved) => {
            const ids = new Set(moved.map(({ id }) => id));
            on.onDrop(dropped().filter(({ id }) => ids.has(id)));
            letGo();
          }}
          onConnectStart={() => setConnecting(true)}
          onClickConnectStart={() => setConnecting(true)}
          onClickConnectEnd={() => setConnecting(false)}
          onConnect={({ sourceHandle, target }) => sourceHandle && on.onConnect(sourceHandle, target)}
          onConnectEnd={(event, state) => {
            setConnecting(false);
            const row = state.fromHandle?.id;
            if (typeof row === 'string' && !state.toNode && isFar(state.from, state.to)) on.onLoose(row, stageUnder(event));
          }}
          onEdgeClick={(_, edge) => edge.sourceHandle && view.choose(edge.sourceHandle)}
          onPaneClick={() => view.choose('')}
          minZoom={0.15}
          maxZoom={2}
          zIndexMode="manual"
          nodeDragThreshold={4}
          nodesDraggable={view.mayDraw}
          nodesConnectable={view.mayDraw}
          nodesFocusable={false}
          edgesFocusable={false}
          onlyRenderVisibleElements={nodes.length > 120 && !printing}
          disableKeyboardA11y
          deleteKeyCode={null}
          selectionKeyCode="Shift"
          multiSelectionKeyCode={['Control', 'Meta']}
          ariaLabelConfig={{ ...unspoken, 'minimap.ariaLabel': say('map.mini') }}
          panOnScroll
          zoomOnDoubleClick={false}
          autoPanOnNodeFocus={false}
          connectionRadius={24}
          attributionPosition={direction === 'ltr' ? 'top-right' : 'top-left'}
          connectionLineType={ConnectionLineType.SmoothStep}
          onInit={() => (begins ? begins(sight) : sight.begin(chosen))}
        >
          <MiniMap
            className={styles.mini ?? ''}
            nodeClassName={miniClass}
            pannable
            zoomable
            position={direction === 'ltr' ? 'bottom-right' : 'bottom-left'}
            style={{ width: 140, height: 84 }}
          />
          <Background gap={16} size={1} color="var(--dot)" />
          <ViewportPortal>
            {guides.map(({ axis, at }) => (
              <div
                key={`${axis}${at}`}
                className={lines.guide}
                data-axis={axis}
                style={{ transform: axis === 'x' ? `translate(${at}px, -4000px)` : `translate(-4000px, ${at}px)` }}
              />
            ))}
          </ViewportPortal>
        </ReactFlow>
        <div className={styles.floats} dir={direction}>
          {children(zoom)}
        </div>
      </section>
    </MapViewContext.Provider>
  );
}

/** A press on a port is no drag: it begins a line that the next press ends. */
const isFar = (from: Point | null, to: Point | null): boolean => Boolean(from && to && Math.hypot(from.x - to.x, from.y - to.y) > 24);

const miniClass = ({ type }: Node): string => `map-mini-${type ?? ''}`;

const mirroredPoint = ({ x, y }: { readonly x: number; readonly y: number }, width: number, direction: MapView['direction']) => {
  const rect = mirroredRect({ x, y, width, height: 0 }, direction);
  return { x: rect.x, y: rect.y };
};
