import { Link, Outlet } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { ButtonLink } from '../base/button.tsx';
import { Icon } from '../base/icon.tsx';
import { Toasts } from '../base/toast.tsx';
import { useWords } from '../language/words.tsx';
import styles from './frame.module.css';
import { Logo } from './logo.tsx';
import { sectionsFor } from './navigation.ts';
import { Count, type Counts, useCounts, useCountWords } from './navigation-counts.tsx';
import { OfflineBar } from './offline-bar.tsx';
import { PersonMenu } from './person-menu.tsx';
import { registersComplaints, useSession } from './session.tsx';
import { Shortcuts } from './shortcuts.tsx';
import { TabBar } from './tab-bar.tsx';

/** What stands around every page: where to go, who one is, what the page says. */
export function Frame() {
  const say = useWords();
  const counts = useCounts();
  return (
    <Shortcuts>
      <a className={styles.skip} href="#main">
        {say('page.skip')}
      </a>
      <div className={styles.app}>
        <Side counts={counts} />
        <div className={styles.content}>
          <OfflineBar />
          <main id="main" tabIndex={-1} className={styles.main}>
            <Outlet />
          </main>
          <TabBar counts={counts} />
        </div>
      </div>
      <Toasts />
    </Shortcuts>
  );
}

function Side({ counts }: { readonly counts: Counts }) {
  const say = useWords();
  const countWords = useCountWords(counts);
  const session = useSession();
  return (
    <div className={styles.edge}>
      <div className={styles.side}>
        <div className={styles.organisation}>
          <Logo />
          <b dir="auto">{session.organisation.name}</b>
        </div>
        {registersComplaints(session) && (
          <ButtonLink to="/cases/new" icon={Plus}>
            {say('navigation.new-complaint')}
          </ButtonLink>
        )}
        <nav aria-label={say('navigation.label')}>
          {sectionsFor(session).map((section) => (
            <div key={section.name}>
              <h2 className={styles.caption}>{say(section.name)}</h2>
              <ul>
                {section.destinations.map(({ to, name, icon, counted }) => (
                  <li key={to}>
                    <Link to={to} className={styles.link} activeProps={{ className: styles.here, 'aria-current': 'page' }}>
                      <Icon of={icon} />
                      {say(name)}
                      <Count words={countWords(counted)} />
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <PersonMenu />
      </div>
    </div>
  );
}
