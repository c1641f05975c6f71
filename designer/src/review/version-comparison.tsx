import type { JsonObject } from '@redress/engine';
import { X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../base/button.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { changesBetween } from '../compare/changes.ts';
import { CompareView } from '../compare/compare-view.tsx';
import { useWords } from '../language/words.tsx';
import { problemOf } from '../server/problem.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useDrawing } from './use-review.ts';
import styles from './versions.module.css';

interface Side {
  readonly definition: JsonObject;
  readonly layout: JsonObject;
  readonly name: string;
}

/** Two versions, or a version and the draft, one on the other. */
export function VersionComparison({
  id,
  from,
  to,
  onClose,
}: {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const [chosen, setChosen] = useState('');
  const before = useSide(id, from);
  const after = useSide(id, to);
  const [one, other] = [before.data, after.data];
  const changes = useMemo(() => (one && other ? changesBetween(one.definition, other.definition) : []), [one, other]);
  const failed = before.error ?? after.error;
  return (
    <section className={styles.comparison} aria-label={say('review.compare')}>
      <div className={styles.close}>
        <Button kind="quiet" icon={X} label={say('dialog.close')} onPress={onClose} />
      </div>
      {failed && <ProblemNote problem={problemOf(failed)} />}
      {one && other ? (
        <CompareView
          before={one}
          after={other}
          changes={changes}
          names={{ before: one.name, after: other.name }}
          chosen={chosen}
          onChoose={setChosen}
        />
      ) : (
        !failed && <SkeletonRows rows={6} />
      )}
    </section>
  );
}

function useSide(id: string, which: string) {
  const say = useWords();
  const { data, error } = useDrawing(id, which);
  const side = useMemo(
    (): Side | undefined =>
      data && {
        definition: data.document as JsonObject,
        layout: data.layout as JsonObject,
        name: which === 'draft' ? say('review.draft-now') : say('review.version', { version: Number(which) }),
      },
    [data, which, say],
  );
  return { data: side, error };
}
