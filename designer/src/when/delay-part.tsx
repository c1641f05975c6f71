import { Repeat, Trash2 } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { Uses } from '../forms-editor/uses.tsx';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf } from '../model/loose-json.ts';
import { usesOf } from '../model/uses.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { DelayFields } from './delay-fields.tsx';
import { lengthIn } from './length.ts';
import { fullLength } from './length-words.ts';
import styles from './when.module.css';

/** A length of time: how long, by which calendar, and where it counts. */
export function DelayPart({ delay, ...panel }: PanelProps & { readonly delay: string }) {
  const say = useWords();
  const text = useText();
  const { definition, act, onChoose } = panel;
  const written = fieldsOf(fieldsOf(fieldsOf(definition).delays)[delay]);
  const isUsed = usesOf(definition, 'delay', delay).length > 0;
  return (
    <div className={styles.when}>
      {(written.repeat === true || lengthIn(written).is !== 'plain') && (
        <p className={styles.sentence}>
          {fullLength(written, { definition, say, text })}{' '}
          {written.repeat === true && (
            <Chip tone="time" icon={Repeat}>
              {say('when.repeats')}
            </Chip>
          )}
        </p>
      )}
      <DelayFields definition={definition} length={written} onWrite={(length) => act({ name: 'delay.set', payload: { delay, length } })} />
      <Uses {...panel} kind="delay" name={delay} />
      <Removal
        isUsed={isUsed}
        onRemove={() => {
          if (act({ name: 'delay.remove', payload: { delay } })) onChoose('');
        }}
      />
    </div>
  );
}

/** What is used stays: why not is said instead of a button that refuses. */
export function Removal({ isUsed, onRemove }: { readonly isUsed: boolean; readonly onRemove: () => void }) {
  const say = useWords();
  return isUsed ? (
    <p className={panelStyles.quiet}>{say('when.used-stays')}</p>
  ) : (
    <div>
      <Button icon={Trash2} onPress={onRemove}>
        {say('outline.remove')}
      </Button>
    </div>
  );
}
