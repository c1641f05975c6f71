import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { useNow } from '../calendar/now.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { instantAt } from '../calendar/wall-time.ts';
import { MomentField } from '../case/moment-field.tsx';
import { useTimeZone, useWords } from '../language/words.tsx';
import { publishDraft } from '../server/procedures.ts';
import type { Answer } from '../server/request.ts';
import { useCommand } from '../server/use-command.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import styles from './review.module.css';

const dayMs = 86_400_000;

/** The last step: from when new cases take the version. What happens then is said before it is pressed. */
export function PublishForm({
  procedure,
  revision,
  next,
  onRefused,
  onPublished,
}: {
  readonly procedure: string;
  readonly revision: number;
  readonly next: number;
  readonly onRefused: <Value>(answer: Answer<Value>) => Promise<Answer<Value>>;
  readonly onPublished: (version: number) => void;
}) {
  const say = useWords();
  const now = useNow();
  const dates = useDates();
  const timeZone = useTimeZone();
  const [when, setWhen] = useState('now');
  const [from, setFrom] = useState(() => instantAt({ day: dates.localDay(now + dayMs), time: '00:00' }, timeZone));
  const past = when === 'date' && Date.parse(from) <= now;
  const publishing = useCommand(
    async () => await onRefused(await publishDraft(procedure, when === 'date' ? { validFrom: from } : {}, revision)),
    ({ version }) => onPublished(version),
  );
  return (
    <>
      <RadioCards
        label={say('review.from')}
        look="segments"
        value={when}
        onChange={setWhen}
        cards={[
          { id: 'now', name: say('review.from-now') },
          { id: 'date', name: say('review.from-date') },
        ]}
      />
      {when === 'date' && (
        <MomentField
          label={say('review.from-date')}
          timeLabel={say('review.from-time')}
          value={from}
          onChange={setFrom}
          problem={past ? say('review.from-past') : undefined}
        />
      )}
      <ProblemNote problem={publishing.problem} />
      <Button kind="primary" size="big" isPending={publishing.isBusy} isDisabled={past} onPress={() => void publishing.run()}>
        {say('review.publish', { version: next })}
      </Button>
      <p className={styles.quiet}>{say('review.publish-note')}</p>
    </>
  );
}
