import { useQueryClient } from '@tanstack/react-query';
import { MailCheck, MailX, Save } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '../base/button.tsx';
import { Switch } from '../base/checkbox.tsx';
import { ComboBox } from '../base/combo-box.tsx';
import { Note } from '../base/note.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { TextArea, TextField } from '../base/text-field.tsx';
import { confirm } from '../base/toast.tsx';
import { SigningKey } from '../bundle/signing-key.tsx';
import { isLanguage, languages, ownNames } from '../language/language.ts';
import { useWords } from '../language/words.tsx';
import { changeOrganisation } from '../server/office.ts';
import { chooseHandling, readSession } from '../server/session.ts';
import type { OrganisationView } from '../server/shapes/people.ts';
import { useCommand } from '../server/use-command.ts';
import { LeavingQuestion } from '../shell/leaving-question.tsx';
import { Page } from '../shell/page.tsx';
import { PartCatalogue } from '../shell/part-catalogue.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { holdsRight, useSeat } from '../shell/session.tsx';
import { elseRenewed } from './else-renewed.ts';
import { LawsField } from './laws-field.tsx';
import styles from './pages.module.css';
import { timeZones } from './places.ts';
import { useTyped } from './use-typed.ts';

/** What letters say about the organisation, the switch that holds its mail, and the administrator's own choice. */
export function OrganisationPage() {
  const say = useWords();
  const { session } = useSeat();
  return (
    <Page title={say('organisation.title')} lead={say('organisation.lead')} beside={<Beside />}>
      <OrganisationForm organisation={session.organisation} />
    </Page>
  );
}

function OrganisationForm({ organisation }: { readonly organisation: OrganisationView }) {
  const say = useWords();
  const { session, update } = useSeat();
  const queries = useQueryClient();
  // What is switched beside, or saved by a colleague, changes the organisation as well, and nothing typed here.
  const { wish, isWritten, type: setWish, forget } = useTyped(organisation);
  const zones = useMemo(timeZones, []);
  const command = useCommand(useChange(), async (saved) => {
    update({ ...session, organisation: saved });
    forget();
    confirm(say('organisation.saved'));
    await queries.invalidateQueries();
  });
  const field = (name: 'name' | 'contact' | 'externalBody' | 'externalTimeLimit' | 'numberPattern') => ({
    value: wish[name],
    onChange: (value: string) => setWish({ [name]: value }),
    problem: wish[name].trim() === '' ? say('here.required') : undefined,
  });
  const { name, language, timeZone, contact, externalBody, externalTimeLimit, numberPattern, laws } = wish;
  const lines = { name, language, timeZone, contact, externalBody, externalTimeLimit, numberPattern };
  const complete = Object.values(lines).every((value) => value.trim() !== '');
  return (
    <>
      <section className={styles.section}>
        <TextField label={say('organisation.name')} {...field('name')} />
        <RadioCards
          label={say('organisation.language')}
          hint={say('organisation.language-hint')}
          look="segments"
          cards={languages.map((one) => ({ id: one, name: ownNames[one], lang: one }))}
          value={wish.language}
          onChange={(id) => isLanguage(id) && setWish({ language: id })}
        />
        <ComboBox
          label={say('organisation.time-zone')}
          options={zones}
          value={wish.timeZone}
          onChange={(zone) => zone && setWish({ timeZone: zone })}
          none={say('field.none-fits')}
        />
        <TextField
          label={say('organisation.number-pattern')}
          hint={say('organisation.number-pattern-hint')}
          latin
          {...field('numberPattern')}
        />
      </section>
      <section className={styles.section}>
        <h2>{say('organisation.letters')}</h2>
        <p>{say('organisation.letters-hint')}</p>
        <TextArea label={say('organisation.contact')} rows={2} maxLength={500} {...field('contact')} />
        <TextArea label={say('organisation.external-body')} rows={2} maxLength={500} {...field('externalBody')} />
        <TextField label={say('organisation.external-limit')} {...field('externalTimeLimit')} />
      </section>
      <section className={styles.section}>
        <PartCatalogue of="law">
          <LawsField value={laws} onChange={(chosen) => setWish({ laws: chosen })} />
        </PartCatalogue>
      </section>
      <ProblemNote problem={command.problem} />
      <LeavingQuestion isWritten={isWritten} />
      <div className={styles.buttons}>
        <Button
          kind="primary"
          size="big"
          icon={Save}
          isPending={command.isBusy}
          isDisabled={!complete}
          onPress={() => void command.run({ ...lines, laws }, organisation.revision)}
        >
          {say('organisation.save')}
        </Button>
      </div>
    </>
  );
}

/** Changes the organisation; where a colleague did so first, the seat hears of it. */
function useChange() {
  const { update } = useSeat();
  return elseRenewed(changeOrganisation, async () => {
    const now = await readSession();
    if (now.ok) update(now.value);
  });
}

function Beside() {
  return (
    <>
      <Switches />
      <SigningKey className={`${styles.card} ${styles.padded}`} />
    </>
  );
}

function Switches() {
  const say = useWords();
  const { session, update } = useSeat();
  const { organisation } = session;
  const hold = useCommand(useChange(), (saved) => update({ ...session, organisation: saved }));
  const handle = useCommand(chooseHandling, update);
  return (
    <>
      <section className={`${styles.card} ${styles.padded}`}>
        <Switch
          label={say('mail.hold')}
          hint={say('mail.hold-hint')}
          value={organisation.mailHeld}
          isDisabled={hold.isBusy}
          onChange={(mailHeld) => void hold.run({ mailHeld }, organisation.revision)}
        />
        <Note
          tone={organisation.mailServer && !organisation.mailHeld ? 'good' : 'time'}
          icon={organisation.mailServer && !organisation.mailHeld ? MailCheck : MailX}
        >
          {say(organisation.mailHeld ? 'mail.held' : organisation.mailServer ? 'mail.sent' : 'mail.no-server')}
        </Note>
        <ProblemNote problem={hold.problem} />
      </section>
      {holdsRight(session, 'administrator') && (
        <section className={`${styles.card} ${styles.padded}`}>
          <Switch
            label={say('welcome.yes')}
            hint={say('welcome.gives')}
            value={session.handlesComplaints}
            isDisabled={handle.isBusy}
            onChange={(handlesComplaints) => void handle.run({ handlesComplaints })}
          />
          <ProblemNote problem={handle.problem} />
        </section>
      )}
    </>
  );
}
