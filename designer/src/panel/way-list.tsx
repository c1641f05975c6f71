import { Button } from '../base/button.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { conditionWords } from '../conditions/condition-words.ts';
import { useText, useWords } from '../language/words.tsx';
import type { TreeRow } from '../model/tree.ts';
import { leadsWords, nameOf, rowWords } from '../outline/outline-words.ts';
import type { PanelProps } from './draft-panel.tsx';
import styles from './panel.module.css';

/** Ways out of a step, each a way to its own panel; inherited ones say which stage they come from. */
export function WayList({
  rows,
  inherited = false,
  ...panel
}: PanelProps & { readonly rows: readonly TreeRow[]; readonly inherited?: boolean }) {
  return (
    <ul className={styles.ways}>
      {rows.map((row) => (
        <Way key={row.address} row={row} inherited={inherited} {...panel} />
      ))}
    </ul>
  );
}

function Way({ row, inherited, definition, tree, onChoose }: PanelProps & { readonly row: TreeRow; readonly inherited: boolean }) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const leads = leadsWords(tree, row, say, text);
  const stage = row.source === '' ? text(tree.title) : nameOf(tree.byId.get(row.source), say, text);
  return (
    <li>
      <Button forReaders kind="link" onPress={() => onChoose(row.address)}>
        {rowWords(
          definition,
          row,
          say,
          text,
          row.condition === undefined ? undefined : conditionWords(definition, row.condition, say, text, dates),
        )}
      </Button>
      <small>
        {inherited ? say('outline.from-stage', { stage }) : row.leads === 'on' ? say('outline.leads-to', { to: leads }) : leads}
      </small>
    </li>
  );
}
