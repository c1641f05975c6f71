import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import styles from './tabs.module.css';

export interface TabView {
  readonly id: string;
  readonly name: string;
  /** Already in the reader's digits. */
  readonly count?: string | undefined;
  readonly children: ReactNode;
}

/** Views of one thing. Arrow keys move between them; the first letter of each stands on the heading's line. */
export function Tabs({ label, tabs, chosen, onChoose, inset = false }: TabsProps) {
  return (
    <AriaTabs className={styles.tabs ?? ''} selectedKey={chosen} onSelectionChange={(key) => onChoose(String(key))}>
      <TabList aria-label={label} className={`${styles.list} ${inset ? styles.inset : ''}`}>
        {tabs.map(({ id, name, count }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {name}
            {count !== undefined && <span className={styles.count}>{count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, children }) => (
        <TabPanel key={id} id={id} className={styles.panel ?? ''}>
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
}
