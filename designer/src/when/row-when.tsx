import { Button } from '../base/button.tsx';
import { Switch } from '../base/checkbox.tsx';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf } from '../model/loose-json.ts';
import type { TreeElement, TreeRow } from '../model/tree.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { clockName } from './clock-words.ts';
import { DelayFields } from './delay-fields.tsx';
import { withRule } from './length.ts';
import { SharedLength } from './shared-length.tsx';
import styles from './when.module.css';

/** When a way comes by itself: after which time, whether again and again; or which clock brings it. Nothing for what a person does. */
export function RowWhen({ row, source, ...panel }: PanelProps & { readonly row: TreeRow; readonly source: TreeElement | undefined }) {
  const say = useWords();
  const text = useText();
  const { definition, act, onChoose } = panel;
  const [, clock, moment] = row.via === 'on' && row.name.startsWith('clock.') ? row.name.split('.') : [];
  if (clock !== undefined)
    return (
      <p className={styles.sentence}>
        {say(moment === 'warn' ? 'when.clock-warns-way' : 'when.clock-due-way', { clock: clockName(clock, { definition, say, text }) })}{' '}
        <Button kind="link" onPress={() => onChoose(`clock:${clock}`)}>
          {say('when.open-clock')}
        </Button>
      </p>
    );
  if (row.via !== 'after') return null;
  const written = fieldsOf(fieldsOf(fieldsOf(definition).delays)[row.name]);
  const repeats = written.repeat === true;
  const leadsAway = (source?.rows ?? []).some(({ via, name, to }) => via === 'after' && name === row.name && to.length > 0);
  return (
    <div className={styles.when}>
      <DelayFields
        definition={definition}
        length={written}
        onWrite={(length) => act({ name: 'delay.set', payload: { delay: row.name, length } })}
      />
      <div data-field="repeat">
        <Switch
          label={say('when.repeat')}
          hint={say(leadsAway && !repeats ? 'when.repeat-leads' : 'when.repeat-hint')}
          value={repeats}
          isDisabled={leadsAway && !repeats}
          onChange={(again) =>
            act({ name: 'delay.set', payload: { delay: row.name, length: withRule(written, 'repeat', again ? true : undefined) } })
          }
        />
      </div>
      <p className={panelStyles.quiet}>{say(leadsAway ? 'when.leads-away' : 'when.stays')}</p>
      <SharedLength {...panel} step={row.source} delay={row.name} />
    </div>
  );
}
