import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { useKeptFocus } from '../base/use-kept-focus.ts';
import { ConditionFields } from '../conditions/condition-fields.tsx';
import { useWords } from '../language/words.tsx';
import { fieldsOf, isFields, listOf, textOf } from '../model/loose-json.ts';
import panelStyles from '../panel/panel.module.css';
import type { BlockProps } from './block-card.tsx';
import { LetterTexts } from './letter-text.tsx';
import styles from './letters.module.css';

/** The same content in other words, each with the condition under which it is used; the first that holds counts. */
export function Variants({ definition, act, findings, letter, block, at, placeholders }: BlockProps) {
  const say = useWords();
  const place = useKeptFocus<HTMLElement>();
  const variants = listOf(fieldsOf(block).variants);
  return (
    <section ref={place} tabIndex={-1} className={styles.part}>
      <h4>{say('letters.variants')}</h4>
      <p className={panelStyles.quiet}>{say('letters.variants-hint')}</p>
      {variants.map((variant, index) => {
        const name = say('letters.variant', { number: index + 1 });
        const here = `blocks/${at}/variants/${index}`;
        const payload = { letter, block: at, variant: index };
        return (
          // Other words have no names: their place is all there is to tell them by.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <fieldset key={index} className={styles.variant} data-field={here}>
            <legend>{name}</legend>
            {isFields(variant) ? (
              <>
                <ConditionFields
                  definition={definition}
                  condition={variant.when}
                  field={`${here}/when`}
                  place={['blocks', String(at), 'variants', String(index), 'when']}
                  always="letters.variant-always"
                  label="letters.variant-when"
                  findings={findings}
                  onWrite={(condition) => act({ name: 'block.when', payload: { ...payload, ...(condition && { condition }) } })}
                />
                <LetterTexts
                  {...{ definition, placeholders, findings }}
                  what={say('letters.text')}
                  words={textOf(variant.text)}
                  at={`${here}/text`}
                  onWrite={(language, words) => act({ name: 'block.text', payload: { ...payload, language, words } }) !== undefined}
                />
              </>
            ) : (
              <Note>{say('letters.kept')}</Note>
            )}
            <span className={styles.row}>
              <Button
                kind="quiet"
                icon={ArrowUp}
                label={say('letters.up', { name })}
                isDisabled={index === 0}
                onPress={() => act({ name: 'variant.move', payload: { ...payload, where: 'up' } })}
              />
              <Button
                kind="quiet"
                icon={ArrowDown}
                label={say('letters.down', { name })}
                isDisabled={index === variants.length - 1}
                onPress={() => act({ name: 'variant.move', payload: { ...payload, where: 'down' } })}
              />
              <Button
                kind="quiet"
                icon={Trash2}
                label={say('letters.take-away', { name })}
                onPress={() => act({ name: 'variant.remove', payload })}
              />
            </span>
          </fieldset>
        );
      })}
    </section>
  );
}
