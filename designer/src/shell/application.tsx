import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type NavigateOptions, RouterProvider, type ToOptions } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { RouterProvider as AriaRouter, I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import { NowProvider } from '../calendar/now.tsx';
import { type Language, localeOf } from '../language/language.ts';
import type { MessageId } from '../language/messages.ts';
import { TimeZone } from '../language/words.tsx';
import { createLive, type Live } from '../server/live.ts';
import { rememberSession, whenSignedOut } from '../server/request.ts';
import type { SessionView } from '../server/shapes/people.ts';
import { LiveProvider } from '../server/use-live.tsx';
import { late } from './late.tsx';
import { createWindowRouter } from './routes.tsx';
import { SeatProvider } from './session.tsx';

const LateSessionEnded = late(async () => (await import('./session-ended.tsx')).SessionEnded, null);

export interface Start {
  readonly language: Language;
  readonly messages: Record<MessageId, string>;
  readonly session: SessionView | undefined;
  readonly setUpNeeded: boolean;
  readonly queries: QueryClient;
}

/** The whole window with everything around it. */
export function Application({ language, messages, session: first, setUpNeeded, queries }: Start) {
  const [session, setSession] = useState(first);
  const [router] = useState(() => createWindowRouter({ session: first, setUpNeeded }));
  const live = useLiveOf(session?.csrf);
  const [isEnded, setEnded] = useState(false);
  useEffect(() => whenSignedOut(() => setEnded(true)), []);
  const back = (again: SessionView) => {
    rememberSession(again);
    setSession(again);
    setEnded(false);
    void queries.invalidateQueries();
  };
  const seat = useMemo(() => session && { session, update: setSession }, [session]);
  return (
    <IntlProvider locale={localeOf[language]} messages={messages} onError={failLoudly}>
      <I18nProvider locale={localeOf[language]}>
        <AriaRouter navigate={(to) => void router.history.push(to ?? '/')}>
          <QueryClientProvider client={queries}>
            <LiveProvider value={live}>
              <SeatProvider value={seat}>
                <TimeZone.Provider value={session?.organisation.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone}>
                  <NowProvider>
                    <RouterProvider router={router} context={{ session, setUpNeeded }} />
                    {isEnded && session && <LateSessionEnded session={session} onBack={back} />}
                  </NowProvider>
                </TimeZone.Provider>
              </SeatProvider>
            </LiveProvider>
          </QueryClientProvider>
        </AriaRouter>
      </I18nProvider>
    </IntlProvider>
  );
}

declare module 'react-aria-components' {
  interface RouterConfig {
    href: ToOptions['to'];
    routerOptions: Omit<NavigateOptions, keyof ToOptions>;
  }
}

/** A socket belongs to a sign-in, which its token names. */
function useLiveOf(signedIn: string | undefined): Live | undefined {
  const [live, setLive] = useState<Live>();
  useEffect(() => {
    if (signedIn === undefined) return;
    const opened = createLive();
    setLive(opened);
    return () => opened.close();
  }, [signedIn]);
  return live;
}

/** A word that is missing or does not fit its facts is a defect, not a gap to read past. */
function failLoudly(error: Error): void {
  reportError(error);
}
