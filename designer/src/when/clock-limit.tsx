import { Select } from '../base/select.tsx';
import { useText, useWords } from '../language/words.tsx';
import { type Fields, fieldsOf, isFields, wordOf } from '../model/loose-json.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { DelayFields } from './delay-fields.tsx';
import { delayOptions } from './delay-options.ts';
import { FieldFindings } from './field-findings.tsx';
import { SharedTarget } from './shared-length.tsx';
import styles from './when.module.css';

export interface ClockProps extends PanelProps {
  readonly clock: string;
  /** As it is written. */
  readonly written: Fields;
}

/** How long a clock has: one of the lengths of the procedure, changed here for everything that counts by it. */
export function ClockLimit({ clock, written, ...panel }: ClockProps) {
  const say = useWords();
  const limit = wordOf(written.limit);
  return (
    <section className={styles.part} data-field="limit">
      <LimitFields
        {...panel}
        but={`clock:${clock}`}
        label={say('when.clock-limit')}
        delay={limit}
        onChooseDelay={(delay) => panel.act({ name: 'clock.limit', payload: { clock, delay } })}
      />
      <FieldFindings {...panel} at="limit" />
    </section>
  );
}

/** Which length, and how long it is. */
export function LimitFields({
  but,
  label,
  delay,
  onChooseDelay,
  ...panel
}: PanelProps & {
  readonly but: string;
  readonly label: string;
  readonly delay: string | undefined;
  readonly onChooseDelay: (delay: string) => void;
}) {
  const say = useWords();
  const text = useText();
  const { definition, act } = panel;
  const delays = fieldsOf(fieldsOf(definition).delays);
  const written = delay === undefined ? undefined : delays[delay];
  return (
    <>
      <Select
        label={label}
        options={delayOptions({ definition, say, text }, delay)}
        value={delay}
        onChange={(id) => id !== delay && onChooseDelay(id)}
      />
      {delay !== undefined && isFields(written) && (
        <>
          <DelayFields
            definition={definition}
            length={written}
            onWrite={(length) => act({ name: 'delay.set', payload: { delay, length } })}
          />
          <SharedTarget {...panel} but={but} delay={delay} />
        </>
      )}
    </>
  );
}
