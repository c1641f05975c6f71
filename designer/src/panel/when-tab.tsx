import { Clock } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { useWords } from '../language/words.tsx';
import type { TreeElement } from '../model/tree.ts';
import type { PanelProps } from './draft-panel.tsx';
import styles from './panel.module.css';
import { WayList } from './way-list.tsx';

/** Its deadline, reminders and what else time does to a step. */
export function WhenTab({
  element,
  onAddDeadline,
  ...panel
}: PanelProps & { readonly element: TreeElement; readonly onAddDeadline: () => void }) {
  const say = useWords();
  const rows = element.rows.filter(({ via }) => via === 'after');
  return (
    <section>
      {rows.length === 0 && <p className={styles.quiet}>{say('panel.no-deadline')}</p>}
      <WayList {...panel} rows={rows} />
      <div className={styles.adds}>
        <Button kind="link" icon={Clock} onPress={onAddDeadline}>
          {say('outline.add-deadline')}
        </Button>
      </div>
    </section>
  );
}
