import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { FormattedMessage, type IntlShape, useIntl } from 'react-intl';
import { chooseLanguage, type Language } from './language.ts';
import type { MessageId } from './messages.ts';

export type Facts = Readonly<Record<string, string | number | boolean | Date | null | undefined>>;
export type Say = (id: MessageId, facts?: Facts) => string;

/** The catalogue's words as text: `const say = useWords(); say('people.invite')`. */
export function useWords(): Say {
  const intl = useIntl();
  return useMemo(() => sayWith(intl), [intl]);
}

export function sayWith(intl: IntlShape): Say {
  return (id, facts) => intl.formatMessage({ id }, facts);
}

/** The same for words with marked parts: `<b>` in a catalogue is the strong part of the sentence, `<u>` isolates what a person typed. */
export function Words({ id, facts }: { readonly id: MessageId; readonly facts?: Readonly<Record<string, ReactNode>> }) {
  return <FormattedMessage id={id} values={{ ...facts, b: strong, u: isolated }} />;
}

const strong = (chunks: ReactNode) => <b>{chunks}</b>;
const isolated = (chunks: ReactNode) => <bdi>{chunks}</bdi>;

export function useLanguage(): Language {
  return chooseLanguage([useIntl().locale]);
}

/** Words of a definition in several languages: the reader's, else the definition's first. */
export function useText(): (text: Readonly<Record<string, string>> | undefined) => string {
  const language = useLanguage();
  return useMemo(() => (text) => text?.[language] ?? Object.values(text ?? {})[0] ?? '', [language]);
}

/** Whether the text a definition gives is in another language than the page, so that a screen reader pronounces it rightly. */
export function foreignLanguage(text: Readonly<Record<string, string>> | undefined, language: Language): string | undefined {
  return text && !(language in text) ? Object.keys(text)[0] : undefined;
}

/** Today's organisation: time zone of every date on the page. */
export const TimeZone = createContext('UTC');
export const useTimeZone = () => useContext(TimeZone);
