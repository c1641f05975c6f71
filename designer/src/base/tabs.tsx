import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { useWords } from '../language/words.tsx';
import { Icon } from './icon.tsx';
import styles from './tabs.module.css';
import unseen from './unseen.module.css';

export interface TabView {
  readonly id: string;
  readonly name: string;
  /** Already in the reader's digits. */
  readonly count?: string | undefined;
  /** How many problems wait in it. */
  readonly problems?: number;
  readonly children: ReactNode;
}

/** Views of one thing. Arrow keys move between them; the first letter of each stands on the heading's line. */
export function Tabs({ label, tabs, chosen, onChoose, inset = false, look = 'page' }: TabsProps) {
  return (
    <AriaTabs className={styles.tabs ?? ''} selectedKey={chosen} onSelectionChange={(key) => onChoose(String(key))}>
      <TabList aria-label={label} className={`${styles.list} ${inset ? styles.inset : ''} ${look === 'fields' ? styles.close : ''}`}>
        {tabs.map(({ id, name, count, problems }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {name}
            {count !== undefined && <span className={styles.count}>{count}</span>}
            {problems !== undefined && <Problems count={problems} />}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, children }) => (
        <TabPanel key={id} id={id} className={`${styles.panel} ${look === 'fields' ? styles.fields : ''}`}>
          {children}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

export interface TabsProps {
  readonly label: string;
  readonly tabs: readonly TabView[];
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
  /** Page padding on the list itself, where its line runs from edge to edge. */
  readonly inset?: boolean;
  /** Few words each, and fields under each other in them. */
  readonly look?: 'page' | 'fields';
}

function Problems({ count }: { readonly count: number }) {
  const say = useWords();
  return (
    <span className={styles.problems}>
      <Icon of={TriangleAlert} />
      <span className={unseen.unseen}>{say('outline.problems', { count })}</span>
    </span>
  );
}
