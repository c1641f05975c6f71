import { type FormEvent, useMemo, useState } from 'react';
import { Button } from '../base/button.tsx';
import { ComboBox } from '../base/combo-box.tsx';
import { type FieldProblem, ProblemSummary } from '../base/problem-summary.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { PasswordField, TextArea, TextField, type TextFieldProps } from '../base/text-field.tsx';
import { isLanguage, type Language, languages, ownNames } from '../language/language.ts';
import type { MessageId } from '../language/messages.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import { setUp } from '../server/session.ts';
import type { SetUp } from '../server/shapes/people.ts';
import { useCommand } from '../server/use-command.ts';
import { PageHeading, useTitle } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { enter } from '../shell/surroundings.ts';
import { Door } from './door.tsx';
import { takeOver } from './handed-code.ts';
import styles from './pages.module.css';
import { countriesIn, guessPlace, timeZones, zoneIn } from './places.ts';

/** One page: the code from the console, the organisation, the first administrator. Nothing is created until all of it fits. */
export function SetUpPage() {
  const say = useWords();
  const language = useLanguage();
  const [answers, setAnswers] = useState(() => firstAnswers(language));
  const [attempt, setAttempt] = useState(0);
  const command = useCommand(setUp, () => enter('/welcome'));
  const problems = attempt === 0 ? {} : problemsOf(answers);
  useTitle(say('set-up.title'));

  const set = (name: Name) => (value: string) =>
    setAnswers((known) => ({ ...known, [name]: value, ...(name === 'country' && { timeZone: zoneIn(value, known.timeZone) }) }));
  const field = (name: Name, label: MessageId): TextFieldProps => {
    const problem = problems[name];
    return { id: name, label: say(label), value: answers[name], onChange: set(name), problem: problem && say(hereOf[problem]) };
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    if (Object.keys(problemsOf(answers)).length === 0) void command.run(requestOf(answers));
  };
  const summary = Object.entries(problems).map(
    ([name, problem]): FieldProblem => ({ fieldId: name, label: say(labels[name] ?? 'set-up.code'), words: say(problem) }),
  );
  return (
    <Door wide>
      <form className={styles.form} onSubmit={submit} noValidate>
        <header>
          <PageHeading>{say('set-up.title')}</PageHeading>
          <p className={styles.lead}>{say('set-up.lead')}</p>
        </header>
        <ProblemSummary problems={summary} attempt={attempt} />
        <section className={styles.section}>
          <TextField {...field('code', 'set-up.code')} hint={say('set-up.code-hint')} latin autoComplete="one-time-code" autoFocus />
        </section>
        <OrganisationPart field={field} answers={answers} set={set} />
        <section className={styles.section}>
          <h2>{say('set-up.you')}</h2>
          <p>{say('set-up.you-lead')}</p>
          <div className={styles.two}>
            <TextField {...field('personName', 'person.name')} autoComplete="name" />
            <TextField {...field('email', 'person.email')} type="email" autoComplete="username" />
          </div>
          <PasswordField {...field('password', 'person.password')} hint={say('person.password-hint')} autoComplete="new-password" />
        </section>
        <ProblemNote problem={command.problem} />
        <div className={styles.buttons}>
          <Button type="submit" kind="primary" size="big" isPending={command.isBusy}>
            {say('set-up.create')}
          </Button>
        </div>
      </form>
    </Door>
  );
}

interface PartProps {
  readonly field: (name: Name, label: MessageId) => TextFieldProps;
  readonly answers: Answers;
  readonly set: (name: Name) => (value: string) => void;
}

function OrganisationPart({ field, answers, set }: PartProps) {
  const say = useWords();
  const language = useLanguage();
  const countries = useMemo(() => countriesIn(language), [language]);
  const zones = useMemo(timeZones, []);
  return (
    <section className={styles.section}>
      <h2>{say('set-up.organisation')}</h2>
      <TextField {...field('name', 'organisation.name')} autoComplete="organization" />
      <RadioCards
        label={say('organisation.language')}
        hint={say('organisation.language-hint')}
        cards={languages.map((one) => ({ id: one, name: ownNames[one], lang: one }))}
        value={answers.language}
        onChange={set('language')}
      />
      <div className={styles.two}>
        <ComboBox
          {...field('country', 'organisation.country')}
          hint={say('organisation.country-hint')}
          options={countries}
          onChange={(id) => set('country')(id ?? '')}
          none={say('field.none-fits')}
        />
        <ComboBox
          {...field('timeZone', 'organisation.time-zone')}
          options={zones}
          onChange={(id) => set('timeZone')(id ?? '')}
          none={say('field.none-fits')}
        />
      </div>
      <TextArea {...field('contact', 'organisation.contact')} hint={say('organisation.contact-hint')} rows={2} maxLength={500} />
      <TextArea
        {...field('externalBody', 'organisation.external-body')}
        hint={say('organisation.external-body-hint')}
        rows={2}
        maxLength={500}
      />
      <TextField
        {...field('externalTimeLimit', 'organisation.external-limit')}
        hint={say('organisation.external-limit-hint')}
        maxLength={200}
      />
    </section>
  );
}

interface Answers {
  readonly code: string;
  readonly name: string;
  readonly language: string;
  readonly country: string;
  readonly timeZone: string;
  readonly contact: string;
  readonly externalBody: string;
  readonly externalTimeLimit: string;
  readonly personName: string;
  readonly email: string;
  readonly password: string;
}
type Name = keyof Answers;

const labels: Readonly<Record<string, MessageId>> = {
  code: 'set-up.code',
  name: 'organisation.name',
  country: 'organisation.country',
  timeZone: 'organisation.time-zone',
  contact: 'organisation.contact',
  externalBody: 'organisation.external-body',
  externalTimeLimit: 'organisation.external-limit',
  personName: 'person.name',
  email: 'person.email',
  password: 'person.password',
};

function firstAnswers(language: Language): Answers {
  const place = guessPlace();
  const empty = {
    code: takeOver(),
    name: '',
    contact: '',
    externalBody: '',
    externalTimeLimit: '',
    personName: '',
    email: '',
    password: '',
  };
  return { ...empty, language, country: place.country ?? '', timeZone: place.timeZone };
}

type Wrong = 'keyword.required' | 'keyword.format' | 'keyword.password-short';
/** What the summary says, as the field says it. */
const hereOf: Readonly<Record<Wrong, MessageId>> = {
  'keyword.required': 'here.required',
  'keyword.format': 'here.format',
  'keyword.password-short': 'here.password-short',
};

function problemsOf(answers: Answers): { readonly [Field in Name]?: Wrong } {
  const problems: { [Field in Name]?: Wrong } = {};
  for (const [name, value] of Object.entries(answers)) {
    if (isName(name, answers) && value.trim() === '') problems[name] = 'keyword.required';
  }
  if (!problems.email && !/^[^\s@]+@[^\s@]+$/.test(answers.email.trim())) problems.email = 'keyword.format';
  if (!problems.password && answers.password.length < 12) problems.password = 'keyword.password-short';
  return problems;
}

const isName = (name: string, answers: Answers): name is Name => name in answers;

function requestOf(answers: Answers): SetUp {
  const { code, personName, email, password, language, ...organisation } = answers;
  const trimmed = Object.fromEntries(Object.entries(organisation).map(([name, value]) => [name, value.trim()]));
  return {
    code: code.trim(),
    organisation: { ...organisation, ...trimmed, language: isLanguage(language) ? language : 'en' },
    person: { name: personName.trim(), email: email.trim(), password },
  };
}
