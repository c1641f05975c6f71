import { Play } from 'lucide-react';
import { Fragment, useId } from 'react';
import { Button } from '../base/button.tsx';
import { type FixAct, FixOffer } from '../fixes/fix-offer.tsx';
import { openWords, provingPlaces } from './because.ts';
import styles from './check.module.css';
import type { CheckedRule } from './checked-draft.ts';
import { LawSource } from './law-words.tsx';
import { messageWords } from './message-words.ts';
import { addressIn, type SpeakingOfDraft } from './speaking.ts';
import type { Check } from './use-check.ts';
import { VerdictChip } from './verdict-chip.tsx';

interface ItemProps {
  readonly rule: CheckedRule;
  readonly speaking: SpeakingOfDraft;
  readonly onChoose: (element: string) => void;
}

/** One point of a clause: what is asked, whether the drawing does it, and what shows that. */
export function CheckItem({
  rule,
  isReached,
  go,
  act,
  speaking,
  onChoose,
}: ItemProps & { readonly isReached: boolean; readonly go: Check['go']; readonly act: FixAct | undefined }) {
  const { say, text } = speaking;
  const id = useId();
  const { verdict, failures } = rule;
  const [first, ...others] = failures;
  const { words } = rule;
  return (
    <li className={styles.item} data-rule={rule.rule} data-verdict={verdict} data-reached={isReached || undefined} tabIndex={-1}>
      <p className={styles.line}>
        <VerdictChip verdict={verdict} />
        <span className={styles.severity}>{say(`check.severity.${rule.severity}`)}</span>
      </p>
      <p id={id} className={styles.requirement}>
        {text(words.requirement)}
      </p>
      {rule.law && (
        <p className={styles.quiet}>
          <LawSource law={rule.law} />
        </p>
      )}
      {first && <p className={styles.message}>{messageWords(words.message, first, speaking)}</p>}
      {rule.holdsAsDrawn && <p className={styles.quiet}>{say('check.drawn-why')}</p>}
      {verdict === 'possible' && <p className={styles.quiet}>{say('check.possible-why')}</p>}
      {first && (
        <p className={styles.acts} data-show>
          {first.path.length > 0 ? (
            <Button forReaders icon={Play} turn describedBy={id} onPress={() => go({ rule: rule.rule, way: 0, step: 0 })}>
              {say('check.show')}
            </Button>
          ) : (
            <Button forReaders kind="link" describedBy={id} onPress={() => onChoose(addressIn(speaking.tree, first.element))}>
              {say('check.place')}
            </Button>
          )}
          {others.length > 0 && <span className={styles.quiet}>{say('check.path.other-ways', { count: others.length })}</span>}
        </p>
      )}
      {first && act && <FixOffer rule={rule} definition={speaking.definition} act={act} describedBy={id} onChoose={onChoose} />}
      <Because rule={rule} speaking={speaking} onChoose={onChoose} />
    </li>
  );
}

/** Why there is no plain yes or no; of a yes, what shows it. */
function Because({ rule, speaking, onChoose }: ItemProps) {
  const { say } = speaking;
  const why = openWords(rule, speaking);
  if (why !== undefined) return <p className={rule.verdict === 'not-decided' ? styles.message : styles.quiet}>{why}</p>;
  if (rule.verdict !== 'holds') return null;
  const places = provingPlaces(rule, speaking);
  if (places.length === 0) return <p className={styles.quiet}>{say('check.proof-whole')}</p>;
  return (
    <p className={styles.proof}>
      {say('check.proof')}{' '}
      {places.slice(0, proofMost).map(({ at, name }, index) => (
        <Fragment key={at}>
          {index > 0 && say('list.separator')}
          <Button forReaders kind="link" onPress={() => onChoose(at)}>
            {name}
          </Button>
        </Fragment>
      ))}
      {places.length > proofMost && ` ${say('check.proof-more', { count: places.length - proofMost })}`}
    </p>
  );
}
const proofMost = 5;
