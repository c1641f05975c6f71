import { useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { TryFreely } from '../base/only-look.tsx';
import { Tabs } from '../base/tabs.tsx';
import { DefinitionForm } from '../form/definition-form.tsx';
import { useForm } from '../form/use-form.ts';
import { directionOf, type Language, languages, localeOf, ownNames } from '../language/language.ts';
import { loadMessages, type MessageId } from '../language/messages.ts';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import type { FormView } from '../server/shapes/work.ts';
import { draftForm } from './draft-form.ts';
import styles from './forms.module.css';

/** The form as it will stand in front of whoever fills it in, in each language. What is typed here goes nowhere. */
export function FormPreview({
  definition,
  form,
  onClose,
}: {
  readonly definition: object;
  readonly form: string;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const text = useText();
  const mine = useLanguage();
  const [chosen, setChosen] = useState<string>(mine);
  const [view] = useState(() => draftForm(definition, form));
  return (
    <Dialog
      title={say('forms.preview-of', { name: text(view.title) || form })}
      isOpen
      wide
      onClose={onClose}
      actions={<Button onPress={onClose}>{say('dialog.close')}</Button>}
    >
      <Tabs
        label={say('forms.preview-languages')}
        chosen={chosen}
        onChoose={setChosen}
        tabs={languages.map((language) => ({
          id: language,
          name: ownNames[language],
          children: <InLanguage language={language} view={view} />,
        }))}
      />
    </Dialog>
  );
}

function InLanguage({ language, view }: { readonly language: Language; readonly view: FormView }) {
  const [messages, setMessages] = useState<Record<MessageId, string>>();
  useEffect(() => {
    let current = true;
    void loadMessages(language).then((loaded) => current && setMessages(loaded));
    return () => {
      current = false;
    };
  }, [language]);
  if (!messages) return null;
  return (
    <IntlProvider locale={localeOf[language]} messages={messages}>
      <I18nProvider locale={localeOf[language]}>
        <div lang={language} dir={directionOf[language]} className={styles.preview} data-nothing-to-lose>
          <TryFreely>
            <Filled view={view} />
          </TryFreely>
        </div>
      </I18nProvider>
    </IntlProvider>
  );
}

function Filled({ view }: { readonly view: FormView }) {
  return <DefinitionForm state={useForm({ form: view })} />;
}
