import { useEffect, useState } from 'react';
import { FormulaField } from '../actions-editor/value-fields.tsx';
import { formulaIn, sourceIn, sourcesOf } from '../actions-editor/value-sources.ts';
import { Checkbox } from '../base/checkbox.tsx';
import { ComboBox } from '../base/combo-box.tsx';
import { Select } from '../base/select.tsx';
import { ConditionFields } from '../conditions/condition-fields.tsx';
import { useText, useWords } from '../language/words.tsx';
import type { LinePlace } from '../model/form-commands.ts';
import { type Fields, wordOf } from '../model/loose-json.ts';
import type { FormsPanel } from './form-part.tsx';
import styles from './forms.module.css';

/** When a field is asked or shown at all, whether it is only shown, and what it begins with. */
export function LineMore({
  definition,
  line,
  name,
  place,
  findings,
  act,
}: Pick<FormsPanel, 'definition' | 'findings' | 'act'> & { readonly line: Fields; readonly name: string; readonly place: LinePlace }) {
  const say = useWords();
  const at = ['sections', String(place.section), 'fields', String(place.line)];
  const hasProblem = findings.some(({ field }) => at.every((key, index) => field[index] === key) && field.length > at.length + 1);
  const [opened, setOpened] = useState(hasProblem);
  const isShown = line.readOnly === true;
  useEffect(() => {
    if (hasProblem) setOpened(true); // A problem shows itself; what somebody is at never closes by itself.
  }, [hasProblem]);
  return (
    <details className={styles.more} open={opened} onToggle={({ currentTarget }) => setOpened(currentTarget.open)}>
      <summary aria-label={say(isShown ? 'forms.more-shown-of' : 'forms.more-of', { name })}>
        {say(isShown ? 'forms.more-shown' : 'forms.more')}
      </summary>
      {opened && (
        <>
          <Checkbox
            label={say('forms.shown-switch')}
            spoken={say('forms.shown-of', { name })}
            value={isShown}
            onChange={(shown) => act({ name: 'form.shown', payload: { ...place, shown } })}
          />
          <ConditionFields
            definition={definition}
            condition={line.when}
            field={[...at, 'when'].join('/')}
            place={[...at, 'when']}
            always={isShown ? 'forms.shown-always' : 'forms.asked-always'}
            label={isShown ? 'forms.shown-if' : 'forms.asked-if'}
            findings={findings}
            onWrite={(condition) => act({ name: 'form.when', payload: { ...place, ...(condition && { condition }) } })}
          />
          {/* What is only shown begins with nothing, unless somebody wrote so. */}
          {(!isShown || line.prefill !== undefined) && (
            <Prefill definition={definition} line={line} place={place} at={[...at, 'prefill'].join('/')} act={act} />
          )}
        </>
      )}
    </details>
  );
}

function Prefill({
  definition,
  line,
  place,
  at,
  act,
}: Pick<FormsPanel, 'definition' | 'act'> & { readonly line: Fields; readonly place: LinePlace; readonly at: string }) {
  const say = useWords();
  const text = useText();
  const formula = wordOf(line.prefill);
  const sources = sourcesOf(definition, { say, text }).filter(({ id }) => formulaIn(id) !== line.field);
  const source = formula === undefined ? undefined : sourceIn(sources, `= ${formula}`);
  const mode = formula === undefined ? 'nothing' : source ? 'source' : 'formula';
  const write = (next: string | undefined) =>
    act({ name: 'form.prefill', payload: { ...place, ...(next === undefined ? {} : { formula: next }) } });
  return (
    <div className={styles.parts} data-field={at}>
      <Select
        label={say('forms.prefill')}
        options={[
          { id: 'nothing', name: say('forms.prefill.nothing') },
          { id: 'source', name: say('actions.mode.source') },
          { id: 'formula', name: say('actions.mode.formula') },
        ]}
        value={mode}
        onChange={(next) => {
          const [first] = sources;
          if (next === mode) return;
          if (next === 'nothing') write(undefined);
          if (next === 'source' && first) write(formulaIn(first.id));
          if (next === 'formula') write('');
        }}
      />
      {mode === 'source' && (
        <ComboBox
          label={say('actions.value.source')}
          options={sources}
          value={source?.id}
          none={say('condition.no-field')}
          onChange={(id) => id !== undefined && id !== source?.id && write(formulaIn(id))}
        />
      )}
      {mode === 'formula' && <FormulaField value={`= ${formula ?? ''}`} onWrite={(next) => write(formulaIn(next))} />}
    </div>
  );
}
