import { useNavigate, useSearch } from '@tanstack/react-router';
import { Tabs } from '../base/tabs.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';
import type { CaseView, LetterView } from '../server/shapes/cases.ts';
import { holdsRight, useSession } from '../shell/session.tsx';
import styles from './case.module.css';
import { Facts } from './facts.tsx';
import { letterState } from './letter-states.ts';
import { Letters } from './letters.tsx';
import { Timers } from './timers.tsx';

const tabs = ['facts', 'letters', 'deadlines'] as const;

/** What is known, what was written, what runs. */
export function CaseAside({ found, letters }: { readonly found: CaseView; readonly letters: readonly LetterView[] }) {
  const say = useWords();
  const dates = useDates();
  const session = useSession();
  const { tab } = useSearch({ from: '/inside/cases/$caseId' });
  const navigate = useNavigate();
  const chosen = tabs.find((each) => each === tab) ?? 'facts';
  const mayMove = found.status === 'active' && holdsRight(session, 'team-lead');
  const unsent = letters.filter(({ state }) => letterState(state).byHand || state === 'to-print').length;
  return (
    <Tabs
      inset
      label={say('case.aside')}
      chosen={chosen}
      onChoose={(next) =>
        void navigate({ to: '/cases/$caseId', params: { caseId: found.id }, search: next === 'facts' ? {} : { tab: next }, replace: true })
      }
      tabs={[
        {
          id: 'facts',
          name: say('case.tab.facts'),
          children: (
            <div className={styles.tab}>
              <Facts found={found} />
            </div>
          ),
        },
        {
          id: 'letters',
          name: say('case.tab.letters'),
          count: unsent > 0 ? dates.number(unsent) : undefined,
          children: (
            <div className={styles.tab}>
              <Letters found={found} letters={letters} />
            </div>
          ),
        },
        {
          id: 'deadlines',
          name: say('case.tab.deadlines'),
          children: (
            <div className={styles.tab}>
              <Timers found={found} mayAct={mayMove} />
            </div>
          ),
        },
      ]}
    />
  );
}
