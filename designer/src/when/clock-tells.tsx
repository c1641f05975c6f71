import { Select } from '../base/select.tsx';
import { useText, useWords } from '../language/words.tsx';
import { usesOf } from '../model/uses.ts';
import panelStyles from '../panel/panel.module.css';
import { partsOf } from '../panel/parts.ts';
import type { ClockProps } from './clock-limit.tsx';
import styles from './when.module.css';

/** What the procedure does when a clock warns and when it runs out: where nothing yet, a letter is sent from here. */
export function ClockTells({ clock, written, definition, act }: ClockProps) {
  const say = useWords();
  const text = useText();
  const letters = partsOf(definition, 'letter', text);
  const uses = usesOf(definition, 'clock', clock);
  const moments = written.warnAt === undefined ? (['due'] as const) : (['warn', 'due'] as const);
  const silent = moments.filter((moment) => !uses.some((use) => use.startsWith(`/on/clock.${clock}.${moment}/`)));
  if (silent.length === 0 || letters.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{say('when.tells')}</h3>
      {silent.map((moment) => (
        <Select
          key={moment}
          label={say(moment === 'warn' ? 'when.tells-warn' : 'when.tells-due')}
          placeholder={say('when.no-letter')}
          options={letters}
          value={undefined}
          onChange={(letter) =>
            act({
              name: 'row.add',
              payload: { step: '', via: 'on', name: `clock.${clock}.${moment}`, actions: [{ type: 'letter', params: { letter } }] },
            })
          }
        />
      ))}
      <p className={panelStyles.quiet}>{say('when.tells-hint')}</p>
    </section>
  );
}
