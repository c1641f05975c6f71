import { X } from 'lucide-react';
import { type Ref, useEffect, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Note } from '../base/note.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { SidePanel, useOpenedHeading } from '../base/side-panel.tsx';
import { useKeptFocus } from '../base/use-kept-focus.ts';
import type { DraftProblem } from '../findings/draft-problems.ts';
import type { FixAct } from '../fixes/fix-offer.tsx';
import { useLanguage, useText, useWords, Words } from '../language/words.tsx';
import type { ProcedureTree } from '../model/tree.ts';
import { clauseNumber } from '../proof/clause-number.ts';
import styles from './check.module.css';
import { groupsOf, isOpen, summaryOf, verdicts } from './check-groups.ts';
import { CheckItem } from './check-item.tsx';
import type { CheckAnswer } from './checked-draft.ts';
import { LawCatalogue } from './law-catalogue.tsx';
import { LawLabel, useGroupName } from './law-words.tsx';
import { PathList } from './path-list.tsx';
import type { Check } from './use-check.ts';
import { useSpeaking } from './use-speaking.ts';

export interface CheckPanelProps {
  readonly check: Check;
  readonly definition: object;
  readonly tree: ProcedureTree;
  /** Nothing where one may only read. */
  readonly act: FixAct | undefined;
  /** What stops the draft from running. */
  readonly problems: readonly DraftProblem[];
  readonly onRepair: (problem: DraftProblem) => void;
  readonly onChoose: (element: string) => void;
  readonly ref?: Ref<HTMLElement>;
}

/** What the rules say of the draft, live while it is drawn: under each standard and clause its points, worst words first where something is open. */
export default function CheckPanel({ check, definition, tree, act, problems, onRepair, onChoose, ref }: CheckPanelProps) {
  const say = useWords();
  const speaking = useSpeaking(definition, tree);
  const heading = useOpenedHeading(check.isCalled && check.place?.rule === undefined);
  const { checked, played, go } = check;
  const { answer, state } = checked;
  const stops = problems.filter(({ severity }) => severity === 'error');
  const isOld = state === 'stopped' || state === 'failed';
  return (
    <SidePanel {...(ref ? { ref } : {})} look="below" label={say('check.title')}>
      <header className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {say('check.title')}
        </h2>
        <span className={styles.meta} aria-busy={state === 'checking'}>
          {state === 'checking' ? say('check.running') : ''}
        </span>
        <Button forReaders kind="quiet" icon={X} label={say('check.close')} onPress={() => go(undefined)} />
      </header>
      {state === 'failed' && <Note tone="bad">{say('check.failed')}</Note>}
      {state === 'stopped' && (
        <Note tone="bad">
          {say('check.stopped', { count: stops.length })}
          <ul className={styles.stops}>
            {stops.map((problem) => (
              <li key={`${problem.at} ${problem.words}`}>
                <Button forReaders kind="link" onPress={() => onRepair(problem)}>
                  <bdi>{problem.place}</bdi>
                </Button>
                <span>{problem.words}</span>
              </li>
            ))}
          </ul>
        </Note>
      )}
      {isOld && answer && <p className={styles.quiet}>{say('check.from-before')}</p>}
      {answer && (
        <div className={styles.verdicts} data-old={isOld || undefined}>
          {played ? (
            <PathList played={played} go={go} speaking={speaking} onChoose={onChoose} />
          ) : (
            <LawCatalogue isNeeded={answer.rules.some(({ law }) => law)}>
              <Verdicts answer={answer} check={check} act={isOld ? undefined : act} speaking={speaking} onChoose={onChoose} />
            </LawCatalogue>
          )}
        </div>
      )}
    </SidePanel>
  );
}

function Verdicts({
  answer,
  check,
  act,
  speaking,
  onChoose,
}: Pick<CheckPanelProps, 'act' | 'check' | 'onChoose'> & {
  readonly answer: CheckAnswer;
  readonly speaking: ReturnType<typeof useSpeaking>;
}) {
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const list = useKeptFocus<HTMLElement>('[data-rule]');
  const nameOf = useGroupName(say('check.sound'));
  const summary = summaryOf(answer);
  const { rule: reached } = check.place ?? {};
  const isHidden = reached !== undefined && answer.rules.some((rule) => rule.rule === reached && !isOpen(rule));
  const [chosen, setShown] = useState<'open' | 'all'>();
  const shown = chosen ?? (isHidden || summary.open === 0 ? 'all' : 'open');
  const rules = answer.rules.filter((rule) => shown === 'all' || isOpen(rule));
  useEffect(() => {
    if (reached === undefined) return;
    const item = list.current?.querySelector<HTMLElement>(`[data-rule="${CSS.escape(reached)}"]`);
    (item?.querySelector<HTMLElement>('[data-show] button') ?? item)?.focus();
  }, [reached, list]);
  if (answer.rules.length === 0) return <p className={styles.quiet}>{say('check.no-rules')}</p>;
  return (
    <>
      <div className={styles.summary}>
        <div className={styles.share} aria-hidden="true">
          {verdicts.map((verdict) => (
            <i key={verdict} data-verdict={verdict} style={{ flexGrow: summary.counts[verdict] }} />
          ))}
        </div>
        <p>
          {say('check.summary', {
            implemented: summary.guidance.holding,
            checkable: summary.guidance.checkable,
            open: summary.guidance.open,
            version: summary.versions.map((version) => clauseNumber(language, version)).join(say('list.separator')),
          })}
        </p>
        {summary.laws && <p>{say('law.summary', { ...summary.laws })}</p>}
        <ul className={styles.counts}>
          {verdicts
            .filter((verdict) => summary.counts[verdict] > 0)
            .map((verdict) => (
              <li key={verdict} data-verdict={verdict}>
                <Words id={`check.count.${verdict}`} facts={{ count: summary.counts[verdict] }} />
              </li>
            ))}
        </ul>
      </div>
      <RadioCards
        label={say('check.filter')}
        labelHidden
        look="segments"
        cards={(['open', 'all'] as const).map((id) => ({ id, name: say(`check.filter.${id}`) }))}
        value={shown}
        onChange={(id) => setShown(id === 'open' ? 'open' : 'all')}
      />
      {rules.length === 0 && <p className={styles.quiet}>{say('check.none-open')}</p>}
      <section ref={list} className={styles.groups} aria-label={say('check.points')} tabIndex={-1}>
        {groupsOf(rules).map((group) => (
          <section key={group.name ?? ''}>
            <h3>{nameOf(group)}</h3>
            {group.law && (
              <p className={styles.quiet}>
                <LawLabel law={group.law} />
              </p>
            )}
            {group.clauses.map(({ clause, rules: asked }) => (
              <div key={clause?.id ?? ''} className={styles.clause}>
                {clause && (
                  <h4>
                    {say('proof.clause', { number: clauseNumber(language, clause.number) })} <bdi>{text(clause.title)}</bdi>
                  </h4>
                )}
                <ul>
                  {asked.map((rule) => (
                    <CheckItem
                      key={rule.rule}
                      rule={rule}
                      isReached={rule.rule === reached}
                      go={check.go}
                      {...{ act, speaking, onChoose }}
                    />
                  ))}
                </ul>
              </div>
            ))}
          </section>
        ))}
      </section>
    </>
  );
}
