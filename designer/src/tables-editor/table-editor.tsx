import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { QuarrelDialog } from '../draft/quarrel-dialog.tsx';
import type { OpenDraft } from '../draft/use-draft.ts';
import { useWords } from '../language/words.tsx';
import { useOutlineActs } from '../outline/outline-acts.ts';
import { OutlineTop } from '../outline/outline-top.tsx';
import { Told } from '../outline/told.tsx';
import { useHistoryKeys } from '../outline/use-history-keys.ts';
import { useOutline } from '../outline/use-outline.ts';
import { useProblemWay } from '../outline/use-problem-way.ts';
import { TableBody } from './table-body.tsx';
import styles from './tables.module.css';

interface EditorProps {
  readonly draft: OpenDraft;
  readonly chosen: string | undefined;
  readonly above: ReactNode;
  readonly goTo: (view: 'outline' | 'map', chosen: string | undefined) => void;
}

/** A table with room for it: the grid, what it leaves open, and what it does with values. */
export function TableEditor({ draft, chosen, above, goTo }: EditorProps) {
  const say = useWords();
  const outline = useOutline(draft.editor, chosen);
  const acts = useOutlineActs(draft);
  useHistoryKeys(acts);
  const [wanted, setWanted] = useState<readonly string[]>([]);
  const wayTo = (at: string, field: readonly string[] = []) => {
    if (at === chosen) setWanted([...field]);
    else goTo('outline', at);
  };
  const problems = useProblemWay({ outline, chosen, wayTo, tell: acts.tell });
  const isTable = outline.part?.startsWith('decision:') === true;
  return (
    <div className={styles.page}>
      <OutlineTop
        {...{ outline, acts, draft, chosen, above }}
        problems={problems.all}
        onGo={problems.go}
        onChoose={(at) => goTo('outline', at)}
      />
      <div className={styles.body}>
        <div>
          <Button kind="link" icon={ArrowLeft} turn onPress={() => goTo('outline', chosen)}>
            {say('outline.back')}
          </Button>
        </div>
        {isTable ? (
          <TableBody
            key={outline.part}
            definition={outline.definition}
            findings={outline.here}
            decision={outline.part?.slice('decision:'.length) ?? ''}
            acts={acts}
            wanted={wanted}
          />
        ) : (
          <Note>{say('tables.gone')}</Note>
        )}
      </div>
      <Told acts={acts} />
      <QuarrelDialog draft={draft} />
    </div>
  );
}
