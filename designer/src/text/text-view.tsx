import { useQuery } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { IntlProvider } from 'react-intl';
import { useStore } from 'zustand';
import { Button } from '../base/button.tsx';
import { Select } from '../base/select.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { DraftStatus } from '../draft/draft-status.tsx';
import type { OpenDraft } from '../draft/use-draft.ts';
import { useDrawLock } from '../draft/use-draw-lock.ts';
import { directionOf, isLanguage, type Language, languages, localeOf, ownNames } from '../language/language.ts';
import { loadMessages } from '../language/messages.ts';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import { treeOf } from '../model/tree.ts';
import { PageHeading } from '../shell/page.tsx';
import styles from './text.module.css';
import { TextDocument } from './text-document.tsx';

/** The procedure as a document that can be printed: in the reader's language, or in another one of the procedure. */
export function TextView({ draft, above }: { readonly draft: OpenDraft; readonly above: ReactNode }) {
  const say = useWords();
  const text = useText();
  const own = useLanguage();
  const lock = useDrawLock(draft);
  const [language, setLanguage] = useState<Language>(own);
  const definition = useStore(draft.editor.store, ({ document }) => document.definition);
  const spoken = wordsOf(fieldsOf(definition).languages);
  const offered = languages.filter((one) => one === own || spoken.includes(one));
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <div className={styles.titles}>
          <div className={styles.above}>{above}</div>
          <PageHeading>{text(treeOf(definition).title) || say('design.text')}</PageHeading>
          <DraftStatus link={draft.link} lock={lock} />
        </div>
        <div className={styles.tools}>
          <Select
            label={say('text.printed-in')}
            options={offered.map((id) => ({ id, name: ownNames[id] }))}
            value={language}
            onChange={(id) => isLanguage(id) && setLanguage(id)}
          />
          <Button icon={Printer} onPress={() => window.print()}>
            {say('text.print')}
          </Button>
        </div>
      </header>
      <InLanguage language={language}>
        <TextDocument draft={draft} />
      </InLanguage>
    </div>
  );
}

/** Everything in it speaks this language, whatever the window speaks. */
function InLanguage({ language, children }: { readonly language: Language; readonly children: ReactNode }) {
  const own = useLanguage();
  const words = useQuery({
    queryKey: ['messages', language],
    queryFn: () => loadMessages(language),
    enabled: language !== own,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (language === own) return children;
  if (!words.data) return <SkeletonRows rows={10} />;
  return (
    <IntlProvider locale={localeOf[language]} messages={words.data}>
      <div lang={language} dir={directionOf[language]} className={styles.foreign}>
        {children}
      </div>
    </IntlProvider>
  );
}
