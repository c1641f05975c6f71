import { CheckboxGroup } from '../base/checkbox.tsx';
import { DateField } from '../base/date-field.tsx';
import { Select } from '../base/select.tsx';
import { useText, useWords } from '../language/words.tsx';
import { letterWays } from '../model/letter-commands.ts';
import { type Fields, wordOf, wordsOf } from '../model/loose-json.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { FiledRecords } from '../panel/filed-records.tsx';
import { partsOf } from '../panel/parts.ts';
import styles from './letters.module.css';

const nobody = '-';

/** What is seldom changed: how the letter goes out, what it files, who keeps its text right, and until when. */
export function LetterUpkeep({
  definition,
  act,
  letter,
  written,
}: Pick<PanelProps, 'definition' | 'act'> & { readonly letter: string; readonly written: Fields }) {
  const say = useWords();
  const text = useText();
  const owner = wordOf(written.owner);
  const day = wordOf(written.reviewBy) ?? '';
  const ways = wordsOf(written.via);
  const unknown = ways.filter((way) => !letterWays.some((known) => known === way));
  return (
    <details className={styles.upkeep}>
      <summary>{say('letters.upkeep')}</summary>
      <div className={styles.parts}>
        <div data-field="via">
          <CheckboxGroup
            label={say('letters.via')}
            hint={say('letters.via-hint')}
            boxes={[
              ...letterWays.map((way) => ({ id: way, name: say(`letters.way.${way}`) })),
              ...unknown.map((way) => ({ id: way, name: way })),
            ]}
            value={ways}
            onChange={(chosen) => act({ name: 'letter.via', payload: { letter, ways: chosen } })}
          />
        </div>
        <FiledRecords
          records={written.records}
          label={say('letters.records')}
          empty={say('letters.records-none')}
          addLabel={say('letters.records-add')}
          none={say('letters.records-nothing')}
          locked={say('letters.locked')}
          removeName={(name) => say('letters.take-out', { name })}
          onWrite={(records) => act({ name: 'letter.records', payload: { letter, records } })}
        />
        <div data-field="owner">
          <Select
            label={say('letters.owner')}
            options={[{ id: nobody, name: say('letters.owner-none') }, ...partsOf(definition, 'role', text)]}
            value={owner ?? nobody}
            onChange={(role) =>
              role !== (owner ?? nobody) && act({ name: 'letter.owner', payload: { letter, ...(role === nobody ? {} : { role }) } })
            }
          />
        </div>
        <div data-field="reviewBy">
          <DateField
            label={say('letters.review')}
            value={day}
            onChange={(next) => next !== day && act({ name: 'letter.review', payload: { letter, ...(next === '' ? {} : { day: next }) } })}
          />
        </div>
      </div>
    </details>
  );
}
