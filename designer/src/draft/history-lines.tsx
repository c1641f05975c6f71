import { useIntl } from 'react-intl';
import { Button } from '../base/button.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useText, useWords } from '../language/words.tsx';
import { editWords, redoWords, undoWords } from '../model/edit-words.ts';
import type { DraftHistory } from '../server/shapes/definitions.ts';
import { type HistoryGroup, type HistoryLine, historyGroups } from './draft-history.ts';
import styles from './history.module.css';

/** Where a line leads, where what it changed is still there; without it lines are only read. */
export interface LineWay {
  readonly elementOf: (line: HistoryLine) => string | undefined;
  readonly onChoose: (element: string) => void;
}

/** Who changed what and when, for a version that was published. */
export function HistoryLines({ history }: { readonly history: DraftHistory }) {
  const say = useWords();
  const { messages } = useIntl();
  const groups = historyGroups(history.saves, (id) => id in messages);
  return (
    <div className={styles.history}>
      {groups.map((group) => (
        <HistoryPart key={group.key} group={group} />
      ))}
      <p className={styles.end}>{say(groups.length === 0 ? 'history.nothing' : history.complete ? 'history.begin' : 'history.cut')}</p>
    </div>
  );
}

/** What one person did in one go. */
export function HistoryPart({ group, way }: { readonly group: HistoryGroup; readonly way?: LineWay }) {
  const say = useWords();
  const dates = useDates();
  const { person, at, lines } = group;
  return (
    <section className={styles.group}>
      <h3>
        <bdi dir="auto">{at === undefined ? say('history.unsaved') : (person ?? say('draft.somebody'))}</bdi>
        {at !== undefined && <time dateTime={at}>{dates.moment(at)}</time>}
      </h3>
      <ul>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name but their place; a group that grows is drawn anew.
          <Line key={index} line={line} way={way} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line, way }: { readonly line: HistoryLine; readonly way: LineWay | undefined }) {
  const say = useWords();
  const text = useText();
  const words = { edit: editWords, undo: undoWords, redo: redoWords }[line.act](line.words, say, text);
  const element = way?.elementOf(line);
  return (
    <li>
      {way === undefined || element === undefined ? (
        <span>{words}</span>
      ) : (
        <Button kind="link" onPress={() => way.onChoose(element)}>
          {words}
        </Button>
      )}
    </li>
  );
}
