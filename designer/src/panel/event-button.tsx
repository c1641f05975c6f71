import { Select } from '../base/select.tsx';
import { useWords } from '../language/words.tsx';
import { buttonStyles } from '../model/button-commands.ts';
import { fieldsOf, textOf, wordOf } from '../model/loose-json.ts';
import type { PanelProps } from './draft-panel.tsx';
import styles from './panel.module.css';
import { TitleFields } from './title-fields.tsx';
import { Unfolding } from './unfolding.tsx';

/** How a button looks and what is asked before it does something, wherever it stands. */
export function EventButton({ event, definition, act }: Pick<PanelProps, 'definition' | 'act'> & { readonly event: string }) {
  const say = useWords();
  const written = fieldsOf(fieldsOf(fieldsOf(definition).events)[event]);
  const style = wordOf(written.style) ?? 'neutral';
  const isKnown = buttonStyles.some((known) => known === style);
  return (
    <>
      <div data-field="style">
        <Select
          label={say('panel.style')}
          options={[
            ...buttonStyles.map((id) => ({ id, name: say(`panel.style.${id}`) })),
            ...(isKnown ? [] : [{ id: style, name: style }]),
          ]}
          value={style}
          onChange={(id) => {
            const next = buttonStyles.find((known) => known === id);
            if (next === undefined || next === style) return;
            act({ name: 'event.style', payload: { event, ...(next === 'neutral' ? {} : { style: next }) } });
          }}
        />
      </div>
      <Unfolding title={say('panel.confirm')} isSaid={written.confirm !== undefined}>
        <p className={styles.quiet}>{say('panel.confirm-hint')}</p>
        <TitleFields
          definition={definition}
          words={textOf(written.confirm)}
          at="confirm"
          about={say('panel.confirm')}
          onWrite={(language, words) => act({ name: 'event.confirm', payload: { event, language, words } })}
        />
      </Unfolding>
    </>
  );
}
