import type { Script, ScriptStep } from '@redress/engine';
import { UserPlus } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { Select } from '../base/select.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { conditionWords, type Written } from '../conditions/condition-words.ts';
import { useLanguage, useText, useWords, Words } from '../language/words.tsx';
import { fieldsOf, textOf, wordOf } from '../model/loose-json.ts';
import { treeOf } from '../model/tree.ts';
import { OfferForm } from './offer-form.tsx';
import { groupsOf, type OfferGroup } from './offer-groups.ts';
import { leadsOfOffer } from './offer-leads.ts';
import { TaskHolding } from './task-holding.tsx';
import styles from './trial.module.css';
import { offersOf, waysOf } from './trial-marks.ts';
import type { Trial, TrialOffer } from './trial-play.ts';
import { definitionOf, eventWords, personWords, type Speaking, stepsWords } from './trial-words.ts';

type Played = Extract<Trial, { readonly ok: true }>;

/** Who one plays, what that person could do now, and why other things are not possible yet. */
export function TrialActs({
  definitions,
  people,
  trial,
  person,
  onPerson,
  onAnother,
  onAct,
}: {
  readonly definitions: readonly object[];
  readonly people: Script['people'];
  readonly trial: Played;
  readonly person: string;
  readonly onPerson: (person: string) => void;
  /** One more person in the role of the one who is played. */
  readonly onAnother: () => void;
  readonly onAct: (step: ScriptStep) => void;
}) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const speaking: Speaking = { definitions, people, say, text };
  const options = Object.keys(people).map((id) => {
    const tasks = openTasks(trial.offers, id);
    const name = personWords(speaking, id);
    return { id, name: tasks === 0 ? name : say('trial.with-tasks', { name, count: tasks }) };
  });
  const mine = offersOf(trial.offers, person);
  const groups = groupsOf(
    mine.filter(({ possible }) => possible),
    trial.rehearsal,
  );
  const notNow = mine.filter(({ possible, because }) => !possible && because !== 'role');
  const [main] = trial.rehearsal.cases;
  return (
    <>
      <div className={styles.as}>
        <Select label={say('trial.act-as')} options={options} value={person} onChange={onPerson} />
        <Button kind="link" icon={UserPlus} onPress={onAnother}>
          {say('trial.another')}
        </Button>
      </div>
      {groups.map((group, index) => (
        <Group key={group.key} {...{ group, people, person, speaking, trial, onAct }} main={main?.process} isFirst={index === 0} />
      ))}
      {groups.length === 0 && <p className={styles.quiet}>{say(main?.status === 'active' ? 'trial.nothing-to-do' : 'trial.over')}</p>}
      <Systems {...{ trial, speaking, onAct }} />
      {notNow.map((offer) => (
        <p key={`${offer.caseId} ${offer.from} ${offer.event} ${offer.task}`} className={styles.quiet}>
          <Words
            id="outcome.impossible"
            facts={{ outcome: eventWords(speaking, offer.process, offer.event), reason: reasonWords(offer, speaking, dates) }}
          />
        </p>
      ))}
    </>
  );
}

function Group({
  group,
  people,
  person,
  speaking,
  trial,
  main,
  isFirst,
  onAct,
}: {
  readonly group: OfferGroup;
  readonly people: Script['people'];
  readonly person: string;
  readonly speaking: Speaking;
  readonly trial: Played;
  readonly main: string | undefined;
  readonly isFirst: boolean;
  readonly onAct: (step: ScriptStep) => void;
}) {
  const { say } = speaking;
  const language = useLanguage();
  const { offers, process, caseId, step, form, isTask } = group;
  const within = process === main ? {} : { in: process };
  const title =
    isTask && step !== undefined
      ? stepsWords(speaking, process, [step])
      : offers.map(({ event }) => eventWords(speaking, process, event)).join(say('list.separator'));
  const body = (
    <>
      {isTask && <TaskHolding {...{ group, trial, people, person, speaking, within, onAct }} />}
      <OfferForm
        definition={definitionOf(speaking, process)}
        form={form}
        values={(form && trial.filled[caseId]?.[form]) || {}}
        at={trial.rehearsal.at}
        buttons={offers.map((offer) => {
          const { style, confirm } = fieldsOf(fieldsOf(fieldsOf(definitionOf(speaking, process)).events)[offer.event]);
          return {
            id: offer.event,
            name: eventWords(speaking, process, offer.event),
            leadsTo: leadsOfOffer(offer, speaking, language),
            style: wordOf(style),
            question: speaking.text(textOf(confirm)),
          };
        })}
        leads={isFirst}
        onDo={(event, values) => {
          const [offer] = offers.filter((each) => each.event === event);
          if (offer) onAct({ send: event, by: offer.person, values, ...(step === undefined ? {} : { task: step }), ...within });
        }}
      />
    </>
  );
  return isFirst ? (
    <section className={styles.group}>
      <h2>
        <bdi>{title}</bdi>
      </h2>
      {body}
    </section>
  ) : (
    <details className={styles.group}>
      <summary dir="auto">{title}</summary>
      {body}
    </details>
  );
}

/** Letters that somebody has to post, and services that a step waits for: nobody of the story does these. */
function Systems({
  trial,
  speaking,
  onAct,
}: {
  readonly trial: Played;
  readonly speaking: Speaking;
  readonly onAct: (step: ScriptStep) => void;
}) {
  const { say } = speaking;
  const [main] = trial.rehearsal.cases;
  return trial.rehearsal.cases
    .filter(({ status }) => status === 'active')
    .flatMap(({ caseId, process, state, steps }) => {
      const within = process === main?.process ? {} : { in: process };
      const tree = treeOf(definitionOf(speaking, process));
      const waits = steps.filter((id) => tree.byId.get(id)?.kind === 'automatic');
      const posts = state.tasks.filter(({ kind }) => kind === 'print');
      return [
        ...posts.map(({ id, role, letter }) => (
          <Act
            key={`${caseId} ${id}`}
            words={say('trial.post')}
            onPress={() => onAct({ post: String(letter?.letter ?? ''), by: role, ...within })}
          />
        )),
        ...waits.flatMap((step) => [
          <Act
            key={`${caseId} ${step} answer`}
            words={say('trial.answered', { step: stepsWords(speaking, process, [step]) })}
            onPress={() => onAct({ answer: step, ...within })}
          />,
          <Act
            key={`${caseId} ${step} fail`}
            words={say('trial.failed', { step: stepsWords(speaking, process, [step]) })}
            onPress={() => onAct({ fail: step, ...within })}
          />,
        ]),
      ];
    });
}

function Act({ words, onPress }: { readonly words: string; readonly onPress: () => void }) {
  return (
    <div>
      <Button onPress={onPress}>{words}</Button>
    </div>
  );
}

function reasonWords(offer: TrialOffer, speaking: Speaking, written: Written): string {
  const { say, text } = speaking;
  const { because, facts } = offer;
  if (because === 'excluded') return say('trial.because.excluded', { role: personWords(speaking, String(facts?.role ?? '')) });
  if (because === 'claimed') return say('trial.because.claimed', { person: personWords(speaking, String(facts?.by ?? '')) });
  const definition = definitionOf(speaking, offer.process);
  const [row] = waysOf(treeOf(definition)).filter(
    ({ via, name, source, condition }) => via === 'on' && name === offer.event && source === offer.from && condition !== undefined,
  );
  if (!row) return say('trial.because.condition');
  return say('trial.because.unless', { condition: conditionWords(definition, row.condition, say, text, written) });
}

/** Open work that this person could do. */
const openTasks = (offers: readonly TrialOffer[], person: string): number =>
  new Set(
    offers.flatMap((offer) =>
      offer.person === person && offer.possible && offer.task !== undefined ? [`${offer.caseId} ${offer.task}`] : [],
    ),
  ).size;
