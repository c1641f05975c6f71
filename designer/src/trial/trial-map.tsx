import { useEffect, useRef, useState } from 'react';
import { useConditionOf } from '../conditions/way-conditions.ts';
import { directionOf } from '../language/language.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import styles from '../map/map.module.css';
import { MapCanvas, type MapHandle } from '../map/map-canvas.tsx';
import { mapKey } from '../map/map-keys.ts';
import { planOf } from '../map/map-plan.ts';
import { stepFrom } from '../map/map-steps.ts';
import { MapZoom } from '../map/map-tools.tsx';
import type { MapStory, MapView } from '../map/map-view.ts';
import { useMapWays } from '../map/use-map-ways.ts';
import type { DesignDocument } from '../model/document.ts';
import { type ProcedureTree, treeOf } from '../model/tree.ts';
import own from './trial.module.css';

const nothing = () => undefined;
const nobody: ReadonlySet<string> = new Set();

/** The map of the draft with the story on it: walked, here, possible, later. Nothing is drawn here. */
export function TrialMap({
  document,
  marks,
}: {
  readonly document: Pick<DesignDocument, 'definition' | 'layout'>;
  readonly marks: MapStory | undefined;
}) {
  const say = useWords();
  const direction = directionOf[useLanguage()];
  const map = useRef<MapHandle>(null);
  const tree: ProcedureTree = treeOf(document.definition);
  const plan = planOf(tree, document.layout);
  const ways = useMapWays(plan);
  const here = [...(marks?.steps ?? [])].find(([id, mark]) => mark === 'here' && tree.byId.get(id)?.children.length === 0)?.[0];
  const [reached, setReached] = useState(here ?? plan.boxes[0]?.id ?? '');
  const view: MapView = {
    definition: document.definition,
    tree,
    conditionOf: useConditionOf(document.definition),
    plan,
    direction,
    sides: ways.sides,
    problems: new Map(),
    chosen: undefined,
    reached: plan.byId.has(reached) ? reached : (plan.boxes[0]?.id ?? ''),
    placing: undefined,
    others: [],
    mayDraw: false,
    ...(marks ? { story: marks } : {}),
    choose: nothing,
    reach: setReached,
    addInto: nothing,
    addAfter: nothing,
    fold: nothing,
    resize: nothing,
  };
  useEffect(() => {
    if (here !== undefined) map.current?.reveal(here);
  }, [here]);
  return (
    <MapCanvas
      ref={map}
      view={view}
      ways={ways}
      selection={nobody}
      label={say('map.label')}
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
      }}
      clipboard={{}}
      onMenu={nothing}
      onOpen={nothing}
    >
      {(zoom) => (
        <>
          <ul className={`${styles.float} ${own.legend}`} data-place="start">
            {(['walked', 'here', 'next', 'later'] as const).map((mark) => (
              <li key={mark} data-story={mark}>
                {say(`trial.mark.${mark}`)}
              </li>
            ))}
          </ul>
          <MapZoom zoom={zoom} onScale={(factor) => map.current?.scale(factor)} onFit={() => map.current?.fit()} onTidy={undefined} />
        </>
      )}
    </MapCanvas>
  );
}
