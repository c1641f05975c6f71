import { CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { Icon } from '../base/icon.tsx';
import unseen from '../base/unseen.module.css';
import { useWords } from '../language/words.tsx';
import type { DraftProblem } from './draft-problems.ts';
import styles from './findings.module.css';
import type { Findings } from './use-findings.ts';

/** How many problems the draft has, and behind the button each of them with the way to it. */
export function ProblemsButton({
  state,
  problems,
  onGo,
}: {
  readonly state: Findings['state'];
  readonly problems: readonly DraftProblem[];
  readonly onGo: (problem: DraftProblem) => void;
}) {
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  const count = problems.length;
  const told = state === 'failed' ? say('outline.not-looked') : say('outline.problems', { count });
  return (
    <>
      <span className={styles.button} data-problems={count > 0}>
        <Button icon={count > 0 ? TriangleAlert : CircleCheck} onPress={() => setOpen(true)}>
          {count > 0 ? say('problems.button', { count }) : told}
        </Button>
      </span>
      <span role="status" className={unseen.unseen}>
        {told}
      </span>
      <Dialog title={say('problems.title', { count })} isOpen={isOpen} onClose={() => setOpen(false)} wide>
        <p className={styles.lead}>{count > 0 ? say('problems.lead') : told}</p>
        {count > 0 && (
          <ListBox
            aria-label={say('problems.title', { count })}
            className={styles.list ?? ''}
            selectionMode="none"
            autoFocus="first"
            onAction={(key) => {
              const problem = problems[Number(key)];
              setOpen(false);
              if (problem) onGo(problem);
            }}
          >
            {problems.map((problem, index) => (
              <ListBoxItem
                key={`${problem.at} ${problem.words}`}
                id={String(index)}
                textValue={`${problem.place}: ${problem.words}`}
                className={styles.problem ?? ''}
                data-severity={problem.severity}
              >
                <Icon of={problem.severity === 'error' ? TriangleAlert : Info} />
                <span className={styles.place}>
                  <bdi>{problem.place}</bdi>
                </span>
                <span className={styles.words}>
                  {problem.severity === 'error' ? problem.words : say('problems.warning', { words: problem.words })}
                </span>
              </ListBoxItem>
            ))}
          </ListBox>
        )}
      </Dialog>
    </>
  );
}
