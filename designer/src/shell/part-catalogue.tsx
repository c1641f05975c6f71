import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { SkeletonRows } from '../base/skeleton.tsx';
import type { Language } from '../language/language.ts';
import { loadPartMessages, type WordyPart } from '../language/messages.ts';
import { useLanguage } from '../language/words.tsx';
import { useLostSince } from '../server/connection.ts';
import { problemOf } from '../server/problem.ts';
import { useEarly } from './late.tsx';
import { ProblemNote } from './problem-note.tsx';

/** The words of a part of the window come with it: nobody else needs them. `waiting` stands there until they come. */
export function PartCatalogue({
  of,
  waiting = <SkeletonRows rows={8} />,
  children,
}: {
  readonly of: WordyPart;
  readonly waiting?: ReactNode;
  readonly children: ReactNode;
}) {
  const language = useLanguage();
  const { locale, messages, onError } = useIntl();
  const beginning = beginningOf(of);
  const isThere = useMemo(
    () => Object.keys(messages).some((id) => id.startsWith(beginning) && id !== `${beginning}title`),
    [messages, beginning],
  );
  const { data, isError, error, refetch } = useQuery({ ...wordsOf(of, language), enabled: !isThere });
  const all = useMemo(() => Object.assign({}, messages, data), [messages, data]);
  useLostSince(isError ? refetch : undefined);
  if (isThere) return children;
  if (isError) return <ProblemNote problem={problemOf(error)} onRetry={() => void refetch()} />;
  if (!data) return waiting;
  return (
    <IntlProvider locale={locale} messages={all} onError={onError}>
      {children}
    </IntlProvider>
  );
}

/** Fetches the words of a part with the reader's first touch, so that they are there when it is opened. */
export function useEarlyWords(of: WordyPart): void {
  const language = useLanguage();
  const queries = useQueryClient();
  useEarly(useMemo(() => [{ ahead: async () => await queries.prefetchQuery(wordsOf(of, language)) }], [of, language, queries]));
}

const wordsOf = (of: WordyPart, language: Language) =>
  queryOptions({
    queryKey: ['messages', of, language],
    queryFn: () => loadPartMessages(of, language),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

/** How words begin that the part alone has; its title may be known everywhere. */
const beginningOf = (of: WordyPart): string =>
  (({ check: 'check.verdict.', details: 'quarrel.', incidents: 'incident.reason.' }) as Partial<Record<WordyPart, string>>)[of] ?? `${of}.`;
