import { useNavigate } from '@tanstack/react-router';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { Switch } from '../base/checkbox.tsx';
import { Dialog } from '../base/dialog.tsx';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import { changeMyChoices } from '../server/session.ts';
import { ShortcutHelp } from './person-choices.ts';
import { doesTasks, readsCases, registersComplaints, useSeat } from './session.tsx';
import styles from './shortcuts.module.css';

/** One key, by its place on the keyboard (`KeyN`), so that it works on Persian and Polish layouts alike. */
export interface Shortcut {
  readonly code: string;
  /** With Shift: the way back of the same key. */
  readonly shift?: boolean;
  readonly name: MessageId;
  readonly run: () => void;
}

/** Listens for single keys while nobody types; can be switched off. Never with Ctrl, Alt or Meta, which belong to the system. */
export function Shortcuts({ children }: { readonly children: ReactNode }) {
  const { session } = useSeat();
  const [helpOpen, setHelpOpen] = useState(false);
  const registered = useRef(new Set<Shortcut>());
  const register = useMemo(
    () => (shortcut: Shortcut) => {
      registered.current.add(shortcut);
      return () => void registered.current.delete(shortcut);
    },
    [],
  );
  useEffect(() => {
    if (!session.shortcuts) return;
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing || isTyping(event.target)) return;
      if (event.code === 'Slash' && event.shiftKey) setHelpOpen(true);
      const found = [...registered.current].findLast(({ code, shift = false }) => code === event.code && shift === event.shiftKey);
      if (!found) return;
      event.preventDefault();
      found.run();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [session.shortcuts]);
  return (
    <Registry.Provider value={register}>
      <ShortcutHelp.Provider value={() => setHelpOpen(true)}>
        <WaysByKey />
        {children}
        <Help isOpen={helpOpen} onClose={() => setHelpOpen(false)} shortcuts={() => [...registered.current]} />
      </ShortcutHelp.Provider>
    </Registry.Provider>
  );
}

/** A key of a page, as long as the page is there. */
export function useShortcut(shortcut: Shortcut | undefined): void {
  const register = useContext(Registry);
  const run = useRef(shortcut?.run);
  useEffect(() => {
    run.current = shortcut?.run;
  });
  const code = shortcut?.code;
  const shift = shortcut?.shift ?? false;
  const name = shortcut?.name;
  useEffect(() => (code && name ? register({ code, shift, name, run: () => run.current?.() }) : undefined), [register, code, shift, name]);
}

const Registry = createContext<(shortcut: Shortcut) => () => void>(() => () => undefined);

function WaysByKey() {
  const navigate = useNavigate();
  const { session } = useSeat();
  useShortcut(
    registersComplaints(session)
      ? { code: 'KeyN', name: 'navigation.new-complaint', run: () => void navigate({ to: '/cases/new' }) }
      : undefined,
  );
  useShortcut(doesTasks(session) ? { code: 'KeyT', name: 'navigation.tasks', run: () => void navigate({ to: '/tasks' }) } : undefined);
  useShortcut(readsCases(session) ? { code: 'KeyC', name: 'navigation.cases', run: () => void navigate({ to: '/cases' }) } : undefined);
  return null;
}

function Help({
  isOpen,
  onClose,
  shortcuts,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly shortcuts: () => readonly Shortcut[];
}) {
  const say = useWords();
  const { session, update } = useSeat();
  const change = async (on: boolean) => {
    const answer = await changeMyChoices({ shortcuts: on });
    if (answer.ok) update(answer.value);
  };
  return (
    <Dialog title={say('shortcuts.title')} isOpen={isOpen} onClose={onClose}>
      <Switch label={say('shortcuts.on')} hint={say('shortcuts.hint')} value={session.shortcuts} onChange={(on) => void change(on)} />
      <dl className={styles.list}>
        {isOpen &&
          shortcuts().map(({ code, shift, name }) => (
            <div key={name}>
              <dt>
                {shift && <kbd>Shift</kbd>} <kbd>{keyName(code)}</kbd>
              </dt>
              <dd>{say(name)}</dd>
            </div>
          ))}
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{say('shortcuts.help')}</dd>
        </div>
      </dl>
    </Dialog>
  );
}

const keyName = (code: string) =>
  code
    .replace(/^Key|^Digit/, '')
    .replace('Slash', '/')
    .replace('ArrowUp', '↑')
    .replace('ArrowDown', '↓');

/** Keys belong to whoever types. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.closest(
        'input, textarea, select, [contenteditable], [role="textbox"], [role="combobox"], [role="spinbutton"], [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]',
      ) !== null)
  );
}
