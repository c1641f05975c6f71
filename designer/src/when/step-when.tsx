import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Select } from '../base/select.tsx';
import { useKeptFocus } from '../base/use-kept-focus.ts';
import { lastMoment } from '../calendar/last-moment.ts';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useText, useTimeZone, useWords } from '../language/words.tsx';
import { deadlineOf } from '../model/delay-commands.ts';
import { fieldsOf, wordOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import type { TreeElement } from '../model/tree.ts';
import { nameOf } from '../outline/outline-words.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { dueOf, useCalendars } from './calendars.ts';
import { DueStrip } from './due-strip.tsx';
import { deadlinesAround, endsStep, type Rung, rungsOf } from './ladder.ts';
import { momentWords } from './length-words.ts';
import { RungDialog } from './rung-dialog.tsx';
import { RungItem, rungLooks } from './rung-item.tsx';
import { StageTarget } from './stage-target.tsx';
import { StepClocks } from './step-clocks.tsx';
import { StepVisits } from './step-visits.tsx';
import styles from './when.module.css';

/** A list of choices has no empty id. */
const none = '(none)';

/** What time does to a step or stage: reminders, escalations and the deadline as one ladder, in the order in which they come. */
export function StepWhen({ element, ...panel }: PanelProps & { readonly element: TreeElement }) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const timeZone = useTimeZone();
  const place = useKeptFocus<HTMLDivElement>();
  const [adds, setAdds] = useState(false);
  const { definition, tree, act, onChoose } = panel;
  const telling = { definition, say, text };
  const at = { definition, now: new Date(useNow()).toISOString(), calendars: useCalendars() };
  const rungs = rungsOf(element, at);
  const state = fieldsOf(placesOf(definition).get(element.id)?.state);
  const dueDelay = wordOf(fieldsOf(fieldsOf(state.invoke).input).due);
  const deadline = deadlineOf(definition, state);
  const isTask = fieldsOf(state.invoke).src === 'task';
  const dayOf = ({ written }: Rung) => {
    const due = dueOf(written, at);
    if (!due) return undefined;
    const day = dates.date(lastMoment(due.at, timeZone));
    return due.atLatest ? say('when.latest-day', { day }) : day;
  };
  const exactly = (rung: Rung | undefined) => {
    const due = rung && dueOf(rung.written, at);
    return due?.atLatest === false ? due.at : undefined;
  };
  const end = rungs.findIndex(({ rows }) => rows.some(endsStep));
  const upToEnd = end < 0 ? rungs : rungs.slice(0, end + 1);
  const endsAt = exactly(rungs[end]);
  const last = upToEnd.findLast(({ written }) => written.repeat !== true) ?? rungs.at(-1);
  return (
    <div ref={place} tabIndex={-1} className={styles.when}>
      {(element.kind === 'stage' || element.kind === 'tracks') && <StageTarget {...panel} element={element} />}
      <section className={styles.part} data-field="after">
        <h3>{say('when.ladder')}</h3>
        {rungs.length === 0 ? (
          <p className={panelStyles.quiet}>{say('panel.no-deadline')}</p>
        ) : (
          <ol className={styles.ladder}>
            <li className={styles.start}>{say('when.starts')}</li>
            {rungs.map((rung) => (
              <RungItem
                key={rung.delay}
                {...panel}
                element={element}
                rung={rung}
                due={dayOf(rung)}
                isDue={isTask && rung.delay === (dueDelay ?? deadline)}
                isTooLate={endsAt !== undefined && (exactly(rung) ?? endsAt) > endsAt}
              />
            ))}
          </ol>
        )}
        <div className={panelStyles.adds}>
          <Button kind="link" icon={Plus} onPress={() => setAdds(true)}>
            {say('when.add-rung')}
          </Button>
        </div>
        {last && (
          <DueStrip
            definition={definition}
            length={last.written}
            marks={upToEnd.filter((rung) => rung !== last).map(({ sort, written }) => ({ written, words: say(rungLooks[sort].word) }))}
          />
        )}
      </section>
      {isTask && rungs.length > 1 && (
        <div data-field="invoke/input/due">
          <Select
            label={say('when.due')}
            options={[
              { id: none, name: say('when.due-deadline') },
              ...rungs
                .filter(({ written }) => written.repeat !== true)
                .map(({ delay }) => ({ id: delay, name: momentWords(delay, telling) })),
              ...(dueDelay === undefined || rungs.some(({ delay }) => delay === dueDelay) ? [] : [{ id: dueDelay, name: dueDelay }]),
            ]}
            value={dueDelay ?? none}
            onChange={(id) =>
              id !== (dueDelay ?? none) && act({ name: 'due.set', payload: { step: element.id, ...(id === none ? {} : { delay: id }) } })
            }
          />
        </div>
      )}
      {deadlinesAround(element, tree).map((row) => (
        <p key={row.address} className={panelStyles.quiet}>
          {say('when.around', { moment: momentWords(row.name, telling), stage: nameOf(tree.byId.get(row.source), say, text) })}{' '}
          <Button forReaders kind="link" onPress={() => onChoose(row.source)}>
            {say('when.around-open')}
          </Button>
        </p>
      ))}
      <StepClocks {...panel} element={element} />
      <StepVisits {...panel} element={element} />
      {adds && (
        <RungDialog
          {...panel}
          element={element}
          hasDeadline={deadline !== undefined}
          onAdd={(command) => {
            setAdds(false);
            act(command);
          }}
          onClose={() => setAdds(false)}
        />
      )}
    </div>
  );
}
