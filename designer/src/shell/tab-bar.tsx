import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Ellipsis, type LucideIcon, Plus } from 'lucide-react';
import { Button } from 'react-aria-components';
import { Icon } from '../base/icon.tsx';
import { Menu } from '../base/menu.tsx';
import { useWords } from '../language/words.tsx';
import { sectionsFor } from './navigation.ts';
import { Count, type Counts, useCountWords } from './navigation-counts.tsx';
import { usePersonChoices } from './person-choices.ts';
import { registersComplaints, useSession } from './session.tsx';
import styles from './tab-bar.module.css';

/** Besides "New" and "More". */
const tabsMost = 3;

const here = { className: styles.here, 'aria-current': 'page' } as const;

/** The navigation of a phone: the daily work, and everything else behind "More". */
export function TabBar({ counts }: { readonly counts: Counts }) {
  const say = useWords();
  const countWords = useCountWords(counts);
  const session = useSession();
  const navigate = useNavigate();
  const isNew = useLocation({ select: ({ pathname }) => pathname === '/cases/new' });
  const choices = usePersonChoices();
  const [first, ...sections] = sectionsFor(session);
  if (!first) return null;
  const others = [{ ...first, destinations: first.destinations.slice(tabsMost) }, ...sections].filter((one) => one.destinations.length > 0);
  const further = others.map(({ name, destinations }) => ({
    id: name,
    title: say(name),
    entries: destinations.map(({ to, name: place, icon, counted }) => {
      const count = countWords(counted);
      return { id: to, name: say(place), icon, ...(count ? { note: count.long } : {}) };
    }),
  }));
  return (
    <nav className={styles.bar} aria-label={say('navigation.label')}>
      {first.destinations.slice(0, tabsMost).map(({ to, name, icon, counted }) => (
        <Link key={to} to={to} className={styles.tab} activeProps={isNew ? {} : here}>
          <TabFace icon={icon} name={say(name)} />
          <Count words={countWords(counted)} onIcon />
        </Link>
      ))}
      {registersComplaints(session) && (
        <Link to="/cases/new" className={styles.tab} activeProps={here}>
          <TabFace icon={Plus} name={say('navigation.new')} />
        </Link>
      )}
      <Menu
        label={say('navigation.more')}
        placement="top end"
        groups={[...further, ...choices.groups]}
        onAction={(id) => {
          const place = others.flatMap(({ destinations }) => destinations).find(({ to }) => to === id);
          if (place) navigate({ to: place.to });
          else choices.act(id);
        }}
      >
        <Button className={styles.tab ?? ''}>
          <TabFace icon={Ellipsis} name={say('navigation.more')} />
        </Button>
      </Menu>
    </nav>
  );
}

function TabFace({ icon, name }: { readonly icon: LucideIcon; readonly name: string }) {
  return (
    <>
      <Icon of={icon} size={20} />
      {name}
    </>
  );
}
