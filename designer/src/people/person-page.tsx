import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { CheckboxGroup } from '../base/checkbox.tsx';
import { Icon } from '../base/icon.tsx';
import { Note } from '../base/note.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { TextField } from '../base/text-field.tsx';
import { confirm } from '../base/toast.tsx';
import { isLanguage, languages, ownNames } from '../language/language.ts';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { changePerson, readPerson } from '../server/people.ts';
import { answerOf, problemOf } from '../server/problem.ts';
import type { PersonRow } from '../server/shapes/people.ts';
import { useCommand } from '../server/use-command.ts';
import { LeavingQuestion } from '../shell/leaving-question.tsx';
import { Page, type PageProps } from '../shell/page.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { elseRenewed } from './else-renewed.ts';
import styles from './pages.module.css';
import { PersonAccess } from './person-access.tsx';
import { isRight, rights } from './rights.ts';
import { RolesField } from './roles-field.tsx';
import { useTyped } from './use-typed.ts';

/** One person: name, rights, roles of procedures, and the way in. */
export function PersonPage() {
  const say = useWords();
  const { personId } = useParams({ from: '/inside/people/$personId' });
  const person = useQuery({ queryKey: keys.person(personId), queryFn: async () => answerOf(await readPerson(personId)) });
  const above: PageProps['above'] = (
    <>
      <Link to="/people">{say('people.title')}</Link>
      <Icon of={ChevronRight} size={14} turn />
      {person.data ? <bdi>{person.data.name}</bdi> : null}
    </>
  );
  if (!person.data)
    return (
      <Page title={say('person.title')} above={above} width="narrow">
        {person.isError ? (
          <ProblemNote problem={problemOf(person.error)} onRetry={() => void person.refetch()} />
        ) : (
          <SkeletonRows rows={4} />
        )}
      </Page>
    );
  return (
    <Page title={person.data.name} above={above} beside={<PersonAccess person={person.data} />}>
      <PersonForm key={person.data.id} person={person.data} />
    </Page>
  );
}

/** What is known of one person, to be changed. */
export function PersonForm({ person }: { readonly person: PersonRow }) {
  const say = useWords();
  const queries = useQueryClient();
  const known = { ...person, email: person.email ?? '', organisationName: person.organisationName ?? '' };
  const { wish, isWritten, type: setWish, forget } = useTyped(known);
  const staff = person.party === 'organisation';
  const change = elseRenewed(changePerson, () => queries.invalidateQueries({ queryKey: keys.person(person.id) }));
  const command = useCommand(change, async (saved) => {
    confirm(say('person.saved', { name: saved.name }));
    queries.setQueryData(keys.person(saved.id), saved);
    forget();
    await queries.invalidateQueries({ queryKey: keys.people() });
  });
  const nameMissing = wish.name.trim() === '';
  const save = () => {
    const { name, email, organisationName, language, assignments } = wish;
    const plain = { name: name.trim(), email: email.trim(), organisationName: organisationName.trim(), language };
    if (!nameMissing) void command.run(person.id, staff ? { ...plain, rights: wish.rights, assignments } : plain, person.revision);
  };
  return (
    <>
      <LeavingQuestion isWritten={isWritten} />
      <section className={styles.section}>
        <div className={styles.two}>
          <TextField
            label={say('person.name')}
            value={wish.name}
            onChange={(name) => setWish({ name })}
            problem={nameMissing ? say('person.name-missing') : undefined}
          />
          <TextField
            label={say('person.email')}
            type="email"
            isOptional={!staff}
            value={wish.email}
            onChange={(email) => setWish({ email })}
          />
        </div>
        {!staff && (
          <TextField
            label={say('person.organisation')}
            isOptional
            value={wish.organisationName}
            onChange={(organisationName) => setWish({ organisationName })}
          />
        )}
        <RadioCards
          label={say('person.language')}
          cards={languages.map((one) => ({ id: one, name: ownNames[one], lang: one }))}
          value={wish.language}
          onChange={(language) => isLanguage(language) && setWish({ language })}
          look="segments"
        />
      </section>
      {staff && (
        <>
          <section className={styles.section}>
            <h2>{say('people.rights')}</h2>
            <p>{say('people.rights-hint')}</p>
            {person.handlesComplaints && (
              <Note>{say('person.handles-too', { handler: say('right.handler'), lead: say('right.team-lead') })}</Note>
            )}
            <CheckboxGroup
              label={say('people.rights')}
              labelHidden
              boxes={rights.map((right) => ({ id: right, name: say(`right.${right}`), note: say(`right-note.${right}`) }))}
              value={wish.rights}
              onChange={(ids) => setWish({ rights: ids.filter(isRight) })}
            />
          </section>
          <RolesField assignments={wish.assignments} onChange={(assignments) => setWish({ assignments })} />
        </>
      )}
      <ProblemNote problem={command.problem} />
      <div className={styles.buttons}>
        <Button kind="primary" size="big" isPending={command.isBusy} onPress={save}>
          {say('person.save')}
        </Button>
      </div>
    </>
  );
}
