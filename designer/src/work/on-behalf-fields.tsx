import { RadioCards } from '../base/radio-cards.tsx';
import { TextArea } from '../base/text-field.tsx';
import { useNow } from '../calendar/now.tsx';
import { channelIcon, spokenChannels, useChannelWords } from '../case/channels.ts';
import { MomentField } from '../case/moment-field.tsx';
import { useWords } from '../language/words.tsx';
import type { PersonName } from '../server/shapes/people.ts';
import styles from './outcome.module.css';
import { OutsiderPicker } from './outsider-picker.tsx';

/** What is kept when staff record what somebody outside said: who, how, when, and what proves it. */
export interface Spoken {
  readonly person?: PersonName;
  readonly channel: string;
  /** UTC instant. */
  readonly saidAt: string;
  readonly evidence: string;
}

interface OnBehalfFieldsProps {
  readonly party: Exclude<PersonName['party'], 'organisation'>;
  readonly value: Spoken;
  readonly onChange: (spoken: Spoken) => void;
  readonly personMissing: boolean;
}

export function OnBehalfFields({ party, value, onChange, personMissing }: OnBehalfFieldsProps) {
  const say = useWords();
  const now = useNow();
  const channels = useChannelWords();
  return (
    <fieldset className={styles.spoken}>
      <legend>{say('behalf.title')}</legend>
      <OutsiderPicker
        label={say('behalf.person')}
        party={party}
        value={value.person}
        problem={personMissing ? say('behalf.person-missing') : undefined}
        onChange={(person) => {
          const { person: _before, ...rest } = value;
          onChange(person ? { ...rest, person } : rest);
        }}
      />
      <RadioCards
        label={say('behalf.channel')}
        value={value.channel}
        onChange={(channel) => onChange({ ...value, channel })}
        cards={spokenChannels.map((channel) => ({ id: channel, name: channels(channel), icon: channelIcon(channel) }))}
      />
      <MomentField label={say('behalf.said')} value={value.saidAt} latest={now} onChange={(saidAt) => onChange({ ...value, saidAt })} />
      <TextArea
        label={say('behalf.evidence')}
        hint={say('behalf.evidence-hint')}
        value={value.evidence}
        maxLength={2000}
        isOptional
        rows={2}
        onChange={(evidence) => onChange({ ...value, evidence })}
      />
    </fieldset>
  );
}
