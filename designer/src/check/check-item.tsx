import { Play } from 'lucide-react';
import { Fragment, useId } from 'react';
import { Button } from '../base/button.tsx';
import { type FixAct, FixOffer } from '../fixes/fix-offer.tsx';
import { isolated } from '../language/isolated.ts';
import { nameOf } from '../outline/outline-words.ts';
import styles from './check.module.css';
import type { CheckedRule } from './checked-draft.ts';
import { messageWords } from './message-words.ts';
import { addressIn, type SpeakingOfDraft, wayAt, wayName } from './speaking.ts';
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
      {first && <p className={styles.message}>{messageWords(words.message, first, speaking)}</p>}
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
  if (rule.verdict === 'not-decided') return <p className={styles.message}>{boundWords(rule.bound ?? '', speaking)}</p>;
  if (rule.verdict === 'vacuous') return <p className={styles.quiet}>{say('check.vacuous-why')}</p>;
  if (rule.verdict === 'needs-person')
    return <p className={styles.quiet}>{say(rule.proved === 'records' ? 'check.person.records' : 'check.person.attestation')}</p>;
  if (rule.verdict !== 'holds') return null;
  const proof = [...new Map(rule.proof.map((element) => [addressIn(speaking.tree, element), element] as const))].filter(
    ([at]) => at !== '',
  );
  if (proof.length === 0) return <p className={styles.quiet}>{say('check.proof-whole')}</p>;
  const shown = proof.slice(0, proofMost);
  return (
    <p className={styles.proof}>
      {say('check.proof')}{' '}
      {shown.map(([at, element], index) => (
        <Fragment key={at}>
          {index > 0 && say('list.separator')}
          <Button forReaders kind="link" onPress={() => onChoose(at)}>
            {elementName(element, at, speaking)}
          </Button>
        </Fragment>
      ))}
      {proof.length > proofMost && ` ${say('check.proof-more', { count: proof.length - proofMost })}`}
    </p>
  );
}
const proofMost = 5;

/** A step or way by its name. */
export function elementName(element: string, at: string, speaking: SpeakingOfDraft): string {
  const { tree, say, text } = speaking;
  const row = wayAt(speaking, element);
  return row ? wayName(speaking, row) : isolated(nameOf(tree.byId.get(at), say, text));
}

/** Which bound was hit, and how to get an answer nevertheless. */
export function boundWords(bound: string, { say, procedureName }: SpeakingOfDraft): string {
  const [kind, process = ''] = bound.split(' ');
  if (kind === 'unknown') return say('check.bound.unknown', { process: isolated(procedureName(process)) });
  return say(kind === 'positions' || kind === 'microsteps' || kind === 'formula' ? `check.bound.${kind}` : 'check.bound.answers');
}
