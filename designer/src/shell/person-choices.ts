import { useNavigate } from '@tanstack/react-router';
import { Braces, CircleQuestionMark, Keyboard, LogOut, Monitor, Moon, Scale, Shapes, Sun } from 'lucide-react';
import { createContext, useContext } from 'react';
import type { MenuGroup } from '../base/menu.tsx';
import { isLanguage, languages, ownNames } from '../language/language.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import { changeMyChoices, signOut } from '../server/session.ts';
import type { MyChoices, Theme } from '../server/shapes/access.ts';
import { holdsRight, useSeat } from './session.tsx';
import { reload, reloadSignedOut, showTheme } from './surroundings.ts';

/** Opens the list of shortcuts; the provider is `Shortcuts`. */
export const ShortcutHelp = createContext<() => void>(() => undefined);

/** What somebody decides for himself: language, light, shortcuts, going. Kept by the server, not by the browser. */
export function usePersonChoices(): { readonly groups: readonly MenuGroup[]; readonly act: (id: string) => void } {
  const say = useWords();
  const language = useLanguage();
  const { session, update } = useSeat();
  const openHelp = useContext(ShortcutHelp);
  const navigate = useNavigate();

  const change = async (choices: MyChoices) => {
    const answer = await changeMyChoices(choices);
    if (!answer.ok) return;
    update(answer.value);
    if (choices.theme) showTheme(choices.theme);
    if (choices.language && choices.language !== language) reload();
  };
  const groups: readonly MenuGroup[] = [
    {
      id: 'language',
      title: say('person-menu.language'),
      chosen: language,
      entries: languages.map((one) => ({ id: one, name: ownNames[one], lang: one })),
    },
    {
      id: 'theme',
      title: say('person-menu.theme'),
      chosen: session.theme,
      entries: [
        { id: 'light', name: say('person-menu.light'), icon: Sun },
        { id: 'dark', name: say('person-menu.dark'), icon: Moon },
        { id: 'system', name: say('person-menu.system'), icon: Monitor },
      ],
    },
    ...(holdsRight(session, 'process-owner')
      ? [
          {
            id: 'designer',
            title: say('person-menu.designer'),
            chosen: session.expert ? 'expert' : 'simple',
            entries: [
              { id: 'simple', name: say('person-menu.simple'), icon: Shapes },
              { id: 'expert', name: say('person-menu.expert'), icon: Braces },
            ],
          },
        ]
      : []),
    {
      id: 'other',
      entries: [
        ...(holdsRight(session, 'process-owner', 'compliance')
          ? [{ id: 'guide', name: say('guide.title'), icon: CircleQuestionMark }]
          : []),
        { id: 'shortcuts', name: say('person-menu.shortcuts'), icon: Keyboard },
        { id: 'notices', name: say('notices.title'), icon: Scale },
        { id: 'sign-out', name: say('person-menu.sign-out'), icon: LogOut },
      ],
    },
  ];
  return {
    groups,
    act: (id) => {
      if (isLanguage(id)) void change({ language: id });
      else if (isTheme(id)) void change({ theme: id });
      else if (id === 'simple' || id === 'expert') void change({ expert: id === 'expert' });
      else if (id === 'shortcuts') openHelp();
      else if (id === 'guide') void navigate({ to: '/guide' });
      else if (id === 'notices') void navigate({ to: '/notices' });
      else if (id === 'sign-out') void signOut().then(() => reloadSignedOut(language));
    },
  };
}

const isTheme = (word: string): word is Theme => ['light', 'dark', 'system'].includes(word);
