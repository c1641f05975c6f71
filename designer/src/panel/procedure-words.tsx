import { CheckboxGroup } from '../base/checkbox.tsx';
import { Select } from '../base/select.tsx';
import { isLanguage, languages as ours, ownNames } from '../language/language.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import { fieldsOf, textOf, wordsOf } from '../model/loose-json.ts';
import type { PanelProps } from './draft-panel.tsx';
import styles from './panel.module.css';
import { RemarkField } from './remark-field.tsx';
import { TitleFields } from './title-fields.tsx';

/** What the procedure is for, and in which languages it is meant to be whole. */
export function ProcedureWords({ definition, act }: Pick<PanelProps, 'definition' | 'act'>) {
  const say = useWords();
  const names = new Intl.DisplayNames(useLanguage(), { type: 'language' });
  const written = wordsOf(fieldsOf(definition).languages);
  const all = [...new Set([...written, ...ours])];
  const nameOf = (language: string) => (isLanguage(language) ? ownNames[language] : (names.of(language) ?? language));
  const write = (languages: readonly string[]) => act({ name: 'languages.set', payload: { languages } });
  return (
    <>
      <details className={styles.more}>
        <summary>{say('panel.more-about')}</summary>
        <section>
          <TitleFields
            definition={definition}
            words={textOf(fieldsOf(definition).summary)}
            at="summary"
            about={say('panel.summary')}
            isProse
            onWrite={(language, words) => act({ name: 'summary.set', payload: { language, words } })}
          />
          <div data-field="languages">
            <CheckboxGroup
              label={say('panel.languages')}
              hint={say('panel.languages-hint')}
              look="row"
              boxes={all.map((id) => ({ id, name: nameOf(id) }))}
              value={written}
              // Some language there has to be; the first stays first.
              onChange={(next) => next.length > 0 && write(all.filter((language) => next.includes(language)))}
            />
          </div>
          {written.length > 1 && (
            <Select
              label={say('panel.first-language')}
              options={written.map((id) => ({ id, name: say('panel.first-language-of', { language: nameOf(id) }) }))}
              value={written[0]}
              onChange={(first) => first !== written[0] && write([first, ...written.filter((language) => language !== first)])}
            />
          )}
        </section>
      </details>
      <RemarkField
        remark={fieldsOf(fieldsOf(definition).machine).description}
        onWrite={(words) => act({ name: 'remark.set', payload: { step: '', words } })}
      />
    </>
  );
}
