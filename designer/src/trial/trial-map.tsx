import { useWords } from '../language/words.tsx';
import styles from '../map/map.module.css';
import type { MapMarks } from '../map/map-view.ts';
import { ReadMap } from '../map/read-map.tsx';
import type { DesignDocument } from '../model/document.ts';
import { treeOf } from '../model/tree.ts';
import own from './trial.module.css';

/** The map of the draft with the story on it: walked, here, possible, later. Nothing is drawn here. */
export function TrialMap({
  document,
  marks,
}: {
  readonly document: Pick<DesignDocument, 'definition' | 'layout'>;
  readonly marks: MapMarks | undefined;
}) {
  const say = useWords();
  const tree = treeOf(document.definition);
  const here = [...(marks?.steps ?? [])].find(([id, mark]) => mark === 'here' && tree.byId.get(id)?.children.length === 0)?.[0];
  return (
    <ReadMap document={document} label={say('map.label')} marks={marks} inSight={here}>
      <ul className={`${styles.float} ${own.legend}`} data-place="start">
        {(['walked', 'here', 'next', 'later'] as const).map((mark) => (
          <li key={mark} data-mark={mark}>
            {say(`map.mark.${mark}`)}
          </li>
        ))}
      </ul>
    </ReadMap>
  );
}
