import { Button } from '../base/button.tsx';
import { Switch } from '../base/checkbox.tsx';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { rowAt } from '../model/rows.ts';
import type { ProcedureTree, TreeElement, TreeRow } from '../model/tree.ts';
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
  const again = <StartAgain {...panel} row={row} />;
  const [, clock, moment] = row.via === 'on' && row.name.startsWith('clock.') ? row.name.split('.') : [];
  if (clock !== undefined)
    return (
      <p className={styles.sentence}>
        {say(moment === 'warn' ? 'when.clock-warns-way' : 'when.clock-due-way', { clock: clockName(clock, { definition, say, text }) })}{' '}
        <Button forReaders kind="link" onPress={() => onChoose(`clock:${clock}`)}>
          {say('when.open-clock')}
        </Button>
      </p>
    );
  if (row.via !== 'after') return again;
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
      {again}
      <p className={panelStyles.quiet}>{say(leadsAway ? 'when.leads-away' : 'when.stays')}</p>
      <SharedLength {...panel} step={row.source} delay={row.name} />
    </div>
  );
}

/** A way back into its own step, or into what is inside it, goes on with what runs there – or begins it anew. */
function StartAgain({ row, definition, tree, act }: PanelProps & { readonly row: TreeRow }) {
  const say = useWords();
  const staysInside = row.source !== '' && row.to.some((id) => isInside(tree, id, row.source));
  if (!staysInside) return null;
  const written = fieldsOf(rowAt(definition, placesOf(definition), row.address)?.row);
  return (
    <div data-field="reenter">
      <Switch
        label={say('when.again')}
        hint={say('when.again-hint')}
        value={written.reenter === true}
        onChange={(again) => act({ name: 'row.again', payload: { row: row.address, again } })}
      />
    </div>
  );
}

function isInside(tree: ProcedureTree, id: string, around: string): boolean {
  for (let at: string | undefined = id; at !== undefined && at !== ''; at = tree.byId.get(at)?.parent) if (at === around) return true;
  return false;
}
