import { Link } from '@tanstack/react-router';
import { type ReactNode, useId } from 'react';
import { languages, ownNames } from '../language/language.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import { Logo } from '../shell/logo.tsx';
import { useSeatIfAny } from '../shell/session.tsx';
import styles from './door.module.css';

/** The pages before the door: sign in, join, set up. The form on one side, the house's tiles on the other. */
export function Door({
  children,
  foot,
  wide = false,
}: {
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  readonly wide?: boolean;
}) {
  const say = useWords();
  const language = useLanguage();
  const signedIn = useSeatIfAny() !== undefined; // Then the language is the person's, and chosen in the menu.
  return (
    <div className={`${styles.door} ${wide ? styles.wide : ''}`}>
      <div className={styles.side}>
        <header className={styles.header}>
          <Logo />
          <b>Redress</b>
          {!signedIn && <LanguageChoice />}
        </header>
        <main id="main" className={styles.main}>
          {children}
        </main>
        <footer className={styles.foot}>
          {foot}
          {!signedIn && (
            <Link to="/notices" search={{ language }}>
              {say('notices.title')}
            </Link>
          )}
        </footer>
      </div>
      <div className={styles.tiles}>
        <Tiles />
        <div className={styles.saying}>
          <i />
          <p>{say('door.saying')}</p>
        </div>
      </div>
    </div>
  );
}

/** Before anybody is known the language stands in the address: nothing is kept in the browser. */
function LanguageChoice() {
  const say = useWords();
  const now = useLanguage();
  const addressIn = (language: string) => {
    const words = new URLSearchParams(window.location.search);
    words.set('language', language);
    return `${window.location.pathname}?${words}`;
  };
  return (
    <nav aria-label={say('person-menu.language')} className={styles.languages}>
      {languages.map((language) => (
        <a
          key={language}
          href={addressIn(language)}
          lang={language}
          hrefLang={language}
          {...(language === now ? { 'aria-current': 'true' as const } : {})}
        >
          {ownNames[language]}
        </a>
      ))}
    </nav>
  );
}

/** Eight-pointed stars and crosses, as on the walls of Isfahan, fading into the ground. */
function Tiles() {
  const id = useId();
  return (
    <svg aria-hidden="true" className={styles.pattern}>
      <defs>
        <pattern id={`${id}-star`} width="120" height="120" patternUnits="userSpaceOnUse">
          <g fill="none" stroke="#fff" strokeOpacity=".16" strokeWidth="1.2">
            <path d="M60 4l16.4 16.4h23.2v23.2L116 60 99.6 76.4v23.2H76.4L60 116 43.6 99.6H20.4V76.4L4 60l16.4-16.4V20.4h23.2z" />
            <path d="M60 30l8.8 8.8h12.4v12.4L90 60l-8.8 8.8v12.4H68.8L60 90l-8.8-8.8H38.8V68.8L30 60l8.8-8.8V38.8h12.4z" />
            <path d="M60 4v26M60 90v26M4 60h26M90 60h26M0 0l20 20M120 0l-20 20M0 120l20-20M120 120l-20-20" />
          </g>
        </pattern>
        <linearGradient id={`${id}-fade`} x1="0" y1="0" x2="0" y2="1">
          <stop offset=".35" stopColor="#0B6E75" stopOpacity="0" />
          <stop offset="1" stopColor="#084F55" />
        </linearGradient>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id}-star)`} />
      <rect width="100%" height="100%" fill={`url(#${id}-fade)`} />
    </svg>
  );
}
