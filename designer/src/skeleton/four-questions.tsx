import type { SkeletonAnswers } from '@redress/definitions';
import { MessageCircleQuestion } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Button } from '../base/button.tsx';
import { Checkbox, CheckboxGroup } from '../base/checkbox.tsx';
import { Icon } from '../base/icon.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { TextField } from '../base/text-field.tsx';
import { localeOf } from '../language/language.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import type { OrganisationView } from '../server/shapes/people.ts';
import styles from './four-questions.module.css';
import { useAnswers } from './use-answers.ts';

/** What the letters say of it, and in which language first. */
type Organisation = Pick<OrganisationView, 'language' | 'externalBody' | 'externalTimeLimit'>;

/** An empty procedure begins by talking: who can complain, who answers, by when, and what if they disagree. */
export function FourQuestions({
  languages,
  organisation,
  onDraw,
  onEmpty,
}: {
  /** Of the procedure. */
  readonly languages: readonly string[];
  readonly organisation: Organisation;
  readonly onDraw: (drawn: object) => void;
  readonly onEmpty: () => void;
}) {
  const say = useWords();
  const title = useId();
  const { answers, typed, wrong, set, type, draw } = useAnswers([...languages, organisation.language]);
  return (
    <section className={styles.sheet} aria-labelledby={title}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const drawn = draw();
          if (drawn) onDraw(drawn);
        }}
      >
        <header className={styles.head}>
          <Icon of={MessageCircleQuestion} size={28} />
          <h2 id={title}>{say('skeleton.title')}</h2>
          <p>{say('skeleton.lead')}</p>
        </header>
        <ol className={styles.questions}>
          <Question>
            <CheckboxGroup
              label={say('skeleton.who')}
              hint={say('skeleton.who.hint')}
              boxes={[
                { id: 'representative', name: say('skeleton.who.representative'), note: say('skeleton.who.representative-note') },
                { id: 'desk', name: say('skeleton.who.desk'), note: say('skeleton.who.desk-note') },
              ]}
              value={(['representative', 'desk'] as const).filter((who) => answers[who])}
              onChange={(who) => set({ representative: who.includes('representative'), desk: who.includes('desk') })}
            />
          </Question>
          <Question>
            <RadioCards
              look="list"
              label={say('skeleton.answers')}
              hint={say('skeleton.answers.hint')}
              cards={(['one', 'two', 'three'] as const).map((id) => ({
                id,
                name: say(`skeleton.answers.${id}`),
                note: say(`skeleton.answers.${id}-note`),
              }))}
              value={answers.answering}
              onChange={(answering) => set({ answering: answering as SkeletonAnswers['answering'] })}
            />
          </Question>
          <Question name={say('skeleton.when')}>
            <div className={styles.length}>
              <TextField
                label={say('skeleton.when.answer')}
                inputMode="numeric"
                value={typed.answer}
                {...problem(wrong.answer)}
                onChange={(answer) => type({ answer })}
              />
              <RadioCards
                look="segments"
                label={say('skeleton.when.unit')}
                cards={(['days', 'workingDays'] as const).map((id) => ({ id, name: say(`skeleton.when.${id}`) }))}
                value={answers.answerBy.unit}
                onChange={(unit) => set({ answerBy: { ...answers.answerBy, unit: unit === 'days' ? 'days' : 'workingDays' } })}
              />
            </div>
            <TextField
              label={say('skeleton.when.acknowledge')}
              inputMode="numeric"
              value={typed.acknowledge}
              {...problem(wrong.acknowledge)}
              onChange={(acknowledge) => type({ acknowledge })}
            />
          </Question>
          <Question name={say('skeleton.disagree')}>
            <Checkbox label={say('skeleton.disagree.again')} value={answers.again} onChange={(again) => set({ again })} />
            <RadioCards
              look="list"
              label={say('skeleton.disagree.outside')}
              cards={[
                { id: 'named', name: say('skeleton.disagree.named') },
                { id: 'awaited', name: say('skeleton.disagree.awaited') },
                { id: 'procedure', name: say('skeleton.disagree.procedure'), note: say('skeleton.disagree.procedure-note') },
              ]}
              value={answers.outside}
              onChange={(outside) => set({ outside: outside as SkeletonAnswers['outside'] })}
            />
            <p className={styles.quiet}>
              {say('skeleton.disagree.body', { body: organisation.externalBody, limit: organisation.externalTimeLimit })}
            </p>
          </Question>
        </ol>
        <footer className={styles.foot}>
          <Written languages={answers.languages} />
          <Button kind="primary" type="submit">
            {say('skeleton.draw')}
          </Button>
          <Button onPress={onEmpty}>{say('skeleton.empty')}</Button>
        </footer>
      </form>
    </section>
  );
}

const problem = (words: string | undefined) => (words === undefined ? {} : { problem: words });

/** A question with several fields has its name over them. */
function Question({ name, children }: { readonly name?: string; readonly children: ReactNode }) {
  return (
    <li className={styles.question}>
      {name === undefined ? (
        children
      ) : (
        <fieldset className={styles.several}>
          <legend>{name}</legend>
          {children}
        </fieldset>
      )}
    </li>
  );
}

function Written({ languages }: { readonly languages: readonly string[] }) {
  const say = useWords();
  const locale = localeOf[useLanguage()];
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const list = new Intl.ListFormat(locale).format(languages.map((language) => names.of(language) ?? language));
  return <p className={styles.quiet}>{say('skeleton.languages', { languages: list })}</p>;
}
