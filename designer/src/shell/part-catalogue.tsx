import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { SkeletonRows } from '../base/skeleton.tsx';
import { loadPartMessages, type WordyPart } from '../language/messages.ts';
import { useLanguage } from '../language/words.tsx';
import { problemOf } from '../server/problem.ts';
import { ProblemNote } from './problem-note.tsx';

/** The words of a part of the window come with it: nobody else needs them. */
export function PartCatalogue({ of, children }: { readonly of: WordyPart; readonly children: ReactNode }) {
  const language = useLanguage();
  const { locale, messages, onError } = useIntl();
  // Its name alone is known everywhere.
  const isThere = Object.keys(messages).some((id) => id.startsWith(`${of}.`) && id !== `${of}.title`);
  const part = useQuery({
    queryKey: ['messages', of, language],
    queryFn: () => loadPartMessages(of, language),
    enabled: !isThere,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (isThere) return children;
  if (part.isError) return <ProblemNote problem={problemOf(part.error)} onRetry={() => void part.refetch()} />;
  if (!part.data) return <SkeletonRows rows={8} />;
  return (
    <IntlProvider locale={locale} messages={Object.assign({}, messages, part.data)} onError={onError}>
      {children}
    </IntlProvider>
  );
}
