import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { IntlProvider, useIntl } from 'react-intl';
import { SkeletonRows } from '../base/skeleton.tsx';
import { loadGuideMessages } from '../language/messages.ts';
import { useLanguage } from '../language/words.tsx';
import { problemOf } from '../server/problem.ts';
import { ProblemNote } from '../shell/problem-note.tsx';

/** The words of the guide come with it: nobody else needs them. */
export function GuideCatalogue({ children }: { readonly children: ReactNode }) {
  const language = useLanguage();
  const { locale, messages, onError } = useIntl();
  const isThere = 'guide.lead' in messages;
  const guide = useQuery({
    queryKey: ['messages', 'guide', language],
    queryFn: () => loadGuideMessages(language),
    enabled: !isThere,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (isThere) return children;
  if (guide.isError) return <ProblemNote problem={problemOf(guide.error)} onRetry={() => void guide.refetch()} />;
  if (!guide.data) return <SkeletonRows rows={8} />;
  return (
    <IntlProvider locale={locale} messages={Object.assign({}, messages, guide.data)} onError={onError}>
      {children}
    </IntlProvider>
  );
}
