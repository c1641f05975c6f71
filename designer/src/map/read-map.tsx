import { type ReactNode, type Ref, useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useConditionOf } from '../conditions/way-conditions.ts';
import { directionOf } from '../language/language.ts';
import { useLanguage } from '../language/words.tsx';
import type { DesignDocument } from '../model/document.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { treeOf } from '../model/tree.ts';
import { MapCanvas, type MapHandle } from './map-canvas.tsx';
import { mapKey } from './map-keys.ts';
import { planOf, spotOf } from './map-plan.ts';
import { boxOfRow, stepFrom } from './map-steps.ts';
import { MapZoom } from './map-tools.tsx';
import type { MapMarks, MapView } from './map-view.ts';
import { useMapWays } from './use-map-ways.ts';

const nothing = () => undefined;
const nobody: ReadonlySet<string> = new Set();

export interface ReadMapProps {
  readonly document: Pick<DesignDocument, 'definition' | 'layout'>;
  readonly label: string;
  readonly marks: MapMarks | undefined;
  /** What is moved into sight whenever it becomes another; the keyboard begins there. */
  readonly inSight: string | undefined;
  readonly chosen?: string | undefined;
  readonly onChoose?: (key: string) => void;
  /** First sight is the whole map, where its words can be read so far away. */
  readonly wholeFirst?: boolean;
  /** What floats over the map beside its tools. */
  readonly children?: ReactNode;
  readonly ref?: Ref<Pick<MapHandle, 'focus'>>;
}

/** A map on which nothing is drawn: one walks on it, folds stages for oneself, and sees what its marks tell. */
export function ReadMap({ document, label, marks, inSight, chosen, onChoose = nothing, wholeFirst = false, children, ref }: ReadMapProps) {
  const { definition, layout } = document;
  const direction = directionOf[useLanguage()];
  const map = useRef<MapHandle>(null);
  const [folds, setFolds] = useState<Readonly<Record<string, boolean>>>({});
  const tree = useMemo(() => treeOf(definition), [definition]);
  const plan = useMemo(() => planOf(tree, withFolds(layout, folds)), [tree, layout, folds]);
  const ways = useMapWays(plan);
  const conditionOf = useConditionOf(definition);
  const [walked, setWalked] = useState<string>();
  const isThere = (key: string | undefined): key is string =>
    key !== undefined && (plan.byId.has(key) || boxOfRow(plan, key) !== undefined);
  const reached = [walked, inSight].find(isThere) ?? plan.boxes[0]?.id ?? '';
  const view: MapView = {
    definition,
    tree,
    conditionOf,
    plan,
    direction,
    sides: ways.sides,
    problems: new Map(),
    chosen,
    reached,
    placing: undefined,
    others: [],
    mayDraw: false,
    ...(marks ? { marks } : {}),
    choose: onChoose,
    reach: setWalked,
    addInto: nothing,
    addAfter: nothing,
    fold: (stage, folded) => setFolds((now) => ({ ...now, [stage]: folded })),
    resize: nothing,
  };
  useImperativeHandle(ref, () => ({ focus: (key) => map.current?.focus(key) }), []);
  const seen = useRef(inSight); // First sight is where the map begins.
  useEffect(() => {
    if (inSight === undefined || inSight === seen.current) return;
    seen.current = inSight;
    setWalked(undefined);
    map.current?.reveal(inSight);
  }, [inSight]);
  return (
    <MapCanvas
      ref={map}
      view={view}
      ways={ways}
      selection={nobody}
      label={label}
      begins={(sight) => (wholeFirst ? sight.beginWhole(inSight) : sight.begin(inSight))}
      onSelect={nothing}
      onDrop={nothing}
      onConnect={nothing}
      onLoose={nothing}
      onKey={(event, key) => {
        const meant = mapKey(event, direction, false);
        if (!meant) return;
        event.preventDefault();
        if ('step' in meant) map.current?.focus(stepFrom(plan, ways, key, meant.step));
        else if (meant.act === 'fit') map.current?.fit();
        else if (meant.act === 'nearer' || meant.act === 'further') map.current?.scale(meant.act === 'nearer' ? 1.25 : 0.8);
        else if (meant.act === 'choose' || meant.act === 'open') onChoose(key);
      }}
      clipboard={{}}
      onMenu={nothing}
      onOpen={nothing}
    >
      {(zoom) => (
        <>
          {children}
          <MapZoom zoom={zoom} onScale={(factor) => map.current?.scale(factor)} onFit={() => map.current?.fit()} onTidy={undefined} />
        </>
      )}
    </MapCanvas>
  );
}

/** Folded as whoever looks has folded it; the document stays as it is. */
function withFolds(layout: object, folds: Readonly<Record<string, boolean>>): object {
  const stages = Object.entries(folds);
  if (stages.length === 0) return layout;
  const steps = stages.map(([id, collapsed]) => [id, { ...spotOf(layout, id), collapsed }] as const);
  return { ...layout, steps: { ...fieldsOf(fieldsOf(layout).steps), ...Object.fromEntries(steps) } };
}
