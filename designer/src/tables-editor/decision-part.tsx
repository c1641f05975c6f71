import { useParams } from '@tanstack/react-router';
import { Table2, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { Button, ButtonLink } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { Uses } from '../forms-editor/uses.tsx';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { usesOf } from '../model/uses.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { draftTable } from './draft-table.ts';
import { FormulaTitles } from './formula-titles.tsx';
import { HitField } from './hit-field.tsx';
import { checkedTable, tableNotes } from './table-notes.ts';
import styles from './tables.module.css';

/** Of values without a row, so many are told of here; the table tells of all. */
const examplesMost = 3;

/** A decision table in short: what it asks and sets, whether it leaves something open, where it is used. */
export function DecisionPart({ decision, ...panel }: PanelProps & { readonly decision: string }) {
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const { date, number } = useDates();
  const { procedure } = useParams({ strict: false });
  const { definition, act, onChoose } = panel;
  const table = draftTable(definition, decision, text);
  const coverage = useMemo(() => checkedTable(definition, decision), [definition, decision]);
  const notes = coverage && tableNotes({ table, speaking: { say, language, date, number } }, coverage);
  const problems = [...(notes?.overlaps ?? []), ...(notes?.others ?? [])].filter(({ isProblem }) => isProblem);
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const names = (columns: readonly { readonly name: string }[]) =>
    columns.length === 0 ? say('tables.nothing') : list.format(columns.map(({ name }) => name));
  const isUsed = usesOf(definition, 'decision', decision).length > 0;
  return (
    <div className={styles.part}>
      <dl className={styles.facts}>
        <dt>{say('tables.asks')}</dt>
        <dd>{names(table.inputs)}</dd>
        <dt>{say('tables.sets')}</dt>
        <dd>{names(table.outputs)}</dd>
        <dt>{say('tables.rows')}</dt>
        <dd>{say('tables.row-count', { count: table.rows.length })}</dd>
      </dl>
      {procedure !== undefined && (
        <div data-field="rows">
          <ButtonLink
            kind="plain"
            icon={Table2}
            to="/procedures/$procedure/table"
            params={{ procedure }}
            search={{ at: `decision:${decision}` }}
          >
            {say('tables.open')}
          </ButtonLink>
        </div>
      )}
      <FormulaTitles {...panel} table={table} />
      <HitField table={table} act={act} />
      {problems.map(({ words }) => (
        <Note key={words} tone="bad">
          {words}
        </Note>
      ))}
      {notes && notes.gaps.length > 0 && (
        <Note>
          {say('tables.gap-count', { count: notes.gaps.length })}
          <ul className={styles.examples}>
            {notes.gaps.slice(0, examplesMost).map(({ words }) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Note>
      )}
      <Uses {...panel} kind="decision" name={decision} />
      <div>
        <Button
          kind="danger"
          icon={Trash2}
          isDisabled={isUsed}
          onPress={() => {
            if (act({ name: 'decision.remove', payload: { decision } })) onChoose('');
          }}
        >
          {say('tables.remove')}
        </Button>
        {isUsed && <p className={styles.quiet}>{say('tables.remove-used')}</p>}
      </div>
    </div>
  );
}
