import { Check } from 'lucide-react';
import { Icon } from '../base/icon.tsx';
import unseen from '../base/unseen.module.css';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import type { DefinitionState } from '../server/shapes/definitions.ts';
import styles from './review.module.css';

const way: readonly DefinitionState[] = ['draft', 'submitted', 'approved', 'published'];
const names: Readonly<Record<DefinitionState, MessageId>> = {
  draft: 'procedures.state.draft',
  submitted: 'procedures.state.submitted',
  approved: 'procedures.state.approved',
  published: 'procedures.state.published',
  retired: 'procedures.state.retired',
};

/** How far the draft has come on its way to being in force. */
export function ReviewSteps({ state }: { readonly state: DefinitionState }) {
  const say = useWords();
  const here = way.indexOf(state);
  return (
    <ol className={styles.steps} aria-label={say('review.state')}>
      {way.map((step, index) => (
        <li key={step} {...(index === here ? { 'aria-current': 'step' } : {})} data-done={index < here || undefined}>
          <i aria-hidden="true">{index < here && <Icon of={Check} size={12} />}</i>
          {say(names[step])}
          {index < here && <span className={unseen.unseen}>{say('review.state-done', { state: '' })}</span>}
        </li>
      ))}
    </ol>
  );
}
