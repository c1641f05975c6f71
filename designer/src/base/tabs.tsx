import { TriangleAlert } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { directionOf } from '../language/language.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import { Icon } from './icon.tsx';
import styles from './tabs.module.css';
import unseen from './unseen.module.css';
import { useOwnStop } from './use-own-stop.ts';
import { type Walk, walkOf } from './walk-key.ts';

export interface TabView {
  readonly id: string;
  readonly name: string;
  /** Already in the reader's digits. */
  readonly count?: string | undefined;
  /** How many problems wait in it. */
  readonly problems?: number;
  readonly children: ReactNode;
}

/**
 * Views of one thing, after the pattern "Tabs with automatic activation" of the ARIA Authoring Practices. Arrow keys move between them; the first
 * letter of each stands on the heading's line.
 */
export function Tabs({ label, tabs, chosen, onChoose, inset = false, look = 'page' }: TabsProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const language = useLanguage();
  const place = Math.max(
    0,
    tabs.findIndex((tab) => tab.id === chosen),
  );
  const here = tabs[place];
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = placeAfter(walkOf(event.code, directionOf[language]), place, tabs.length);
    const tab = next === undefined ? undefined : tabs[next];
    if (next === undefined || !tab) return;
    event.preventDefault();
    onChoose(tab.id);
    const button = list.current?.children[next];
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <div className={styles.tabs}>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        aria-orientation="horizontal"
        className={`${styles.list} ${inset ? styles.inset : ''} ${look === 'fields' ? styles.close : ''}`}
        onKeyDown={onKeyDown}
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${id}-tab-${tab.id}`}
            aria-selected={tab === here}
            {...(tab === here ? { 'aria-controls': `${id}-panel` } : {})}
            tabIndex={tab === here ? 0 : -1}
            className={styles.tab}
            onClick={() => onChoose(tab.id)}
          >
            {tab.name}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
            {tab.problems !== undefined && <Problems count={tab.problems} />}
          </button>
        ))}
      </div>
      {here ? (
        <Panel key={here.id} id={`${id}-panel`} tab={`${id}-tab-${here.id}`} look={look}>
          {here.children}
        </Panel>
      ) : null}
    </div>
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

/** One can go into a view with the tab key even where nothing in it can be pressed. */
function Panel({
  id,
  tab,
  look,
  children,
}: {
  readonly id: string;
  readonly tab: string;
  readonly look: TabsProps['look'];
  readonly children: ReactNode;
}) {
  const panel = useRef<HTMLDivElement>(null);
  useOwnStop(panel);
  return (
    <div ref={panel} role="tabpanel" id={id} aria-labelledby={tab} className={`${styles.panel} ${look === 'fields' ? styles.fields : ''}`}>
      {children}
    </div>
  );
}

/** Round from the last to the first; up and down are the page's. */
function placeAfter(walk: Walk | undefined, place: number, count: number): number | undefined {
  switch (walk) {
    case 'forward':
      return (place + 1) % count;
    case 'back':
      return (place + count - 1) % count;
    case 'first':
      return 0;
    case 'last':
      return count - 1;
    default:
      return undefined;
  }
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
