import { Lock, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Icon } from '../base/icon.tsx';
import { Select } from '../base/select.tsx';
import { TextField } from '../base/text-field.tsx';
import { readNumber } from '../calendar/digits.ts';
import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';
import { fieldsOf, textOf, wordOf } from '../model/loose-json.ts';
import { retentionEnds, retentionStarts } from '../model/profile-commands.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { TitleFields } from '../panel/title-fields.tsx';
import { Unfolding } from '../panel/unfolding.tsx';
import { PartClause } from './clause-chip.tsx';
import styles from './proof.module.css';

const units = ['Y', 'M', 'D'] as const;

/** How long records stay, from when, and what happens then; the same in words for the page and the letters. */
export function RetentionFields({ retention, ...panel }: PanelProps & { readonly retention: unknown }) {
  const say = useWords();
  const { definition, act } = panel;
  const written = fieldsOf(retention);
  return (
    <section className={panelStyles.titles} data-field="retention">
      <h3>
        {say('proof.retention')} <PartClause definition={definition} part="retention" />
      </h3>
      {retention === undefined ? (
        <div>
          <p className={panelStyles.quiet}>{say('proof.retention-none')}</p>
          <Button icon={Plus} onPress={() => act({ name: 'retention.set', payload: {} })}>
            {say('proof.retention-add')}
          </Button>
        </div>
      ) : (
        <>
          <Period period={wordOf(written.period) ?? ''} onWrite={(period) => act({ name: 'retention.set', payload: { period } })} />
          <Select
            label={say('proof.retention-from')}
            options={retentionStarts.map((id) => ({ id, name: say(`proof.retention-from.${id}`) }))}
            value={wordOf(written.from)}
            onChange={(id) => {
              const from = retentionStarts.find((one) => one === id);
              if (from !== undefined && from !== written.from) act({ name: 'retention.set', payload: { from } });
            }}
          />
          <Select
            label={say('proof.retention-then')}
            options={retentionEnds.map((id) => ({ id, name: say(`proof.retention-then.${id}`) }))}
            value={wordOf(written.then)}
            onChange={(id) => {
              const then = retentionEnds.find((one) => one === id);
              if (then !== undefined && then !== written.then) act({ name: 'retention.set', payload: { then } });
            }}
          />
          <Unfolding title={say('proof.retention-text')} isSaid={written.text !== undefined}>
            <TitleFields
              definition={definition}
              words={textOf(written.text)}
              at="retention/text"
              about={say('proof.retention-text')}
              isProse
              onWrite={(language, words) => act({ name: 'retention.text', payload: { language, words } })}
            />
          </Unfolding>
          <div>
            <Button icon={Trash2} onPress={() => act({ name: 'retention.remove', payload: {} })}>
              {say('proof.retention-remove')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

/** Whole years, months or days; a length of several of them stays as it is written. */
function Period({ period, onWrite }: { readonly period: string; readonly onWrite: (period: string) => void }) {
  const say = useWords();
  const dates = useDates();
  const [typed, setTyped] = useState<string>();
  const [, amount = '', letter] = /^P(\d+)([YMD])$/.exec(period) ?? [];
  const unit = units.find((one) => one === letter);
  if (unit === undefined)
    return (
      <p className={styles.locked}>
        <Icon of={Lock} label={say('proof.locked')} /> <bdi dir="ltr">{period}</bdi>
      </p>
    );
  const number = typed === undefined ? Number(amount) : readNumber(typed);
  const isLength = number !== undefined && Number.isInteger(number) && number > 0;
  return (
    <div className={panelStyles.length} data-field="retention/period">
      <TextField
        label={say('proof.retention-length')}
        inputMode="numeric"
        value={typed ?? dates.number(Number(amount))}
        {...(isLength ? {} : { problem: say('outline.length-wrong') })}
        onChange={(text) => {
          setTyped(text);
          const next = readNumber(text);
          if (next !== undefined && Number.isInteger(next) && next > 0 && String(next) !== amount) onWrite(`P${next}${unit}`);
        }}
        onBlur={() => setTyped(undefined)}
      />
      <Select
        label={say('outline.unit')}
        options={units.map((id) => ({ id, name: say(`proof.retention-unit.${id}`) }))}
        value={unit}
        onChange={(id) => id !== unit && onWrite(`P${amount}${id}`)}
      />
    </div>
  );
}
