import './styles.css';
import { createRoot } from 'react-dom/client';
import { provideAriaWords } from './language/aria-words.ts';
import { chooseLanguage, directionOf } from './language/language.ts';
import { loadPageMessages } from './language/messages.ts';
import { createQueryClient } from './server/query-client.ts';
import { rememberSession } from './server/request.ts';
import { readSession, readSetUp } from './server/session.ts';
import { Application } from './shell/application.tsx';
import { showTheme } from './shell/surroundings.ts';

const signedIn = await readSession();
const session = signedIn.ok ? signedIn.value : undefined;
const wished = new URLSearchParams(window.location.search).get('language');
const language = session?.person.language ?? chooseLanguage([wished, ...navigator.languages]);
document.documentElement.lang = language;
document.documentElement.dir = directionOf[language];
if (session) {
  rememberSession(session);
  showTheme(session.theme);
}

// A part of the window did not come, or the machine has its network again: whether anything answers is found out by asking.
for (const sign of ['vite:preloadError', 'online']) window.addEventListener(sign, () => void readSession());
// A style that did not come is asked for again with its part: the loader takes one that stands here for one that came.
window.addEventListener('error', ({ target }) => target instanceof HTMLLinkElement && target.remove(), { capture: true });

const [messages, setUp] = await Promise.all([loadPageMessages(language), session ? undefined : readSetUp(), provideAriaWords(language)]);
const place = document.getElementById('window');
if (!place) throw new Error('index.html has no element #window');
createRoot(place).render(
  <Application
    language={language}
    messages={messages}
    session={session}
    setUpNeeded={setUp?.ok === true && setUp.value.needed}
    queries={createQueryClient()}
  />,
);
