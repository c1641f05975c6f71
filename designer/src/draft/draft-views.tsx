import { Link } from '@tanstack/react-router';
import { ClipboardCheck, FileText, List, Play, Workflow } from 'lucide-react';
import { Icon } from '../base/icon.tsx';
import type { CheckSearch } from '../check/check-place.ts';
import { useWords } from '../language/words.tsx';
import styles from './draft.module.css';

const views = [
  { to: '/procedures/$procedure/map', word: 'design.map', icon: Workflow },
  { to: '/procedures/$procedure/outline', word: 'design.outline', icon: List },
  { to: '/procedures/$procedure/text', word: 'design.text', icon: FileText },
  { to: '/procedures/$procedure/try', word: 'design.try', icon: Play },
  { to: '/procedures/$procedure/review', word: 'design.review', icon: ClipboardCheck },
] as const;

/** The views of one draft: what is chosen in one is chosen in the other. */
export function DraftViews({ procedure, search }: { readonly procedure: string; readonly search: CheckSearch & { readonly at?: string } }) {
  const say = useWords();
  return (
    <nav className={styles.views} aria-label={say('design.views')}>
      {views.map(({ to, word, icon }) => (
        <Link key={to} to={to} params={{ procedure }} search={search}>
          <Icon of={icon} />
          {say(word)}
        </Link>
      ))}
    </nav>
  );
}
