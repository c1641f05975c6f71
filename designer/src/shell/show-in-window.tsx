import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider, useLocation } from '@tanstack/react-router';
import { type RenderResult, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'react-intl';
import { fetchDayPicker } from '../base/date-field.tsx';
import { fetchDialog } from '../base/dialog.tsx';
import { fetchMenu } from '../base/menu.tsx';
import { fetchToasts } from '../base/toast.tsx';
import { NowProvider } from '../calendar/now.tsx';
import { provideAriaWords } from '../language/aria-words.ts';
import { directionOf, type Language, localeOf } from '../language/language.ts';
import { loadMessages } from '../language/messages.ts';
import { TimeZone } from '../language/words.tsx';
import { createQueryClient } from '../server/query-client.ts';

export interface Around {
  readonly language?: Language;
  /** UTC ISO: the pretend clock of the page. */
  readonly now?: string;
  readonly timeZone?: string;
}

/** For tests: draws a part of the window as it would stand there, in a language, at a time, in a zone. */
export async function showInWindow(
  part: ReactNode,
  { language = 'en', now = '2026-11-23T09:00:00Z', timeZone = 'Europe/Warsaw' }: Around = {},
): Promise<RenderResult> {
  const [messages] = await Promise.all([
    loadMessages(language),
    provideAriaWords(language),
    fetchDayPicker(), // This and what follows comes with a reader's first touch.
    fetchDialog(),
    fetchMenu(),
    fetchToasts(),
  ]);
  // What jsdom does not bring: a page to scroll, and the escape that React Aria uses for its own ids.
  Element.prototype.scrollIntoView ??= () => undefined;
  Object.assign(window, { scrollTo: () => undefined });
  if (!('CSS' in globalThis)) Object.assign(globalThis, { CSS: { escape: (id: string) => id } });
  document.documentElement.lang = language;
  document.documentElement.dir = directionOf[language];
  return render(
    <IntlProvider locale={localeOf[language]} messages={messages} onError={throwIt}>
      <I18nProvider locale={localeOf[language]}>
        <QueryClientProvider client={createQueryClient()}>
          <TimeZone.Provider value={timeZone}>
            <NowProvider fixed={Date.parse(now)}>{part}</NowProvider>
          </TimeZone.Provider>
        </QueryClientProvider>
      </I18nProvider>
    </IntlProvider>,
  );
}

/** The same for a page with links: where they lead to stands as a heading, e.g. `/cases/42`. */
export async function showPage(page: ReactNode, around: Around = {}): Promise<RenderResult> {
  const root = createRootRoute();
  const here = createRoute({ getParentRoute: () => root, path: '/', component: () => page });
  const elsewhere = createRoute({ getParentRoute: () => root, path: '$', component: Elsewhere });
  const router = createRouter({
    routeTree: root.addChildren([here, elsewhere]),
    history: createMemoryHistory({ initialEntries: ['/'] }),
  });
  await router.load();
  return await showInWindow(<RouterProvider router={router} />, around);
}

function Elsewhere() {
  return <h1>{useLocation().pathname}</h1>;
}

/** A word that is missing fails the test that needs it. */
function throwIt(error: Error): never {
  throw error;
}
