import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, ButtonLink } from '../base/button.tsx';
import { CheckboxGroup } from '../base/checkbox.tsx';
import { Dialog } from '../base/dialog.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { TextField } from '../base/text-field.tsx';
import { confirm } from '../base/toast.tsx';
import { isolated } from '../language/isolated.ts';
import { isLanguage, languages, ownNames } from '../language/language.ts';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { addPerson } from '../server/people.ts';
import type { Right } from '../server/shapes/basics.ts';
import type { Invitation, NewPerson, PartyName } from '../server/shapes/people.ts';
import { newIntent, useCommand } from '../server/use-command.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { isRight, rights } from './rights.ts';
import { CodeOnce } from './secret-once.tsx';

type Kind = 'staff' | 'outside';
interface Invited {
  readonly person: string;
  readonly invitation: Invitation;
}

/** Somebody new: staff by a one-time code, or a person outside who does not sign in. */
export function AddPersonDialog({ kind, onClose }: { readonly kind: Kind | undefined; readonly onClose: () => void }) {
  return kind ? <OpenDialog key={kind} kind={kind} onClose={onClose} /> : null;
}

function OpenDialog({ kind, onClose }: { readonly kind: Kind; readonly onClose: () => void }) {
  const say = useWords();
  const queries = useQueryClient();
  const { organisation } = useSession();
  const [wish, setWish] = useState<Wish>({
    name: '',
    email: '',
    language: organisation.language,
    rights: ['handler'],
    party: 'complainant',
    organisationName: '',
  });
  const [tried, setTried] = useState(false);
  const [intent] = useState(newIntent);
  const [invited, setInvited] = useState<Invited>();
  const command = useCommand(addPerson, async (added) => {
    await queries.invalidateQueries({ queryKey: keys.people() });
    const { person, invitation } = added;
    if (invitation) return setInvited({ person: person.id, invitation });
    confirm(say('people.added', { name: person.name }));
    onClose();
  });
  const missing = { name: wish.name.trim() === '', email: kind === 'staff' && wish.email.trim() === '' };
  const save = () => {
    setTried(true);
    if (!missing.name && !missing.email) void command.run(requestOf(kind, wish), intent);
  };
  const works = wish.rights.some((right) => right === 'handler' || right === 'team-lead');
  if (invited)
    return (
      <Dialog
        title={say('people.invited', { name: wish.name })}
        isOpen
        onClose={onClose}
        actions={
          <>
            {works && (
              <ButtonLink kind="primary" to="/people/$personId" params={{ personId: invited.person }}>
                {say('people.give-roles')}
              </ButtonLink>
            )}
            <Button onPress={onClose}>{say('dialog.done')}</Button>
          </>
        }
      >
        <CodeOnce {...invited.invitation} />
        {works && <p>{say('people.no-role-yet', { name: isolated(wish.name) })}</p>}
      </Dialog>
    );
  return (
    <Dialog
      title={say(kind === 'staff' ? 'people.invite' : 'people.add-outside')}
      isOpen
      onClose={onClose}
      isBusy={command.isBusy}
      actions={
        <>
          <Button kind="primary" isPending={command.isBusy} onPress={save}>
            {say(kind === 'staff' ? 'people.make-code' : 'people.add')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {say('dialog.cancel')}
          </Button>
        </>
      }
    >
      <TextField
        label={say('person.name')}
        value={wish.name}
        onChange={(name) => setWish({ ...wish, name })}
        autoFocus
        problem={tried && missing.name ? say('person.name-missing') : undefined}
      />
      <TextField
        label={say('person.email')}
        type="email"
        value={wish.email}
        onChange={(email) => setWish({ ...wish, email })}
        isOptional={kind === 'outside'}
        problem={tried && missing.email ? say('sign-in.email-missing') : undefined}
      />
      {kind === 'staff' ? <StaffPart wish={wish} setWish={setWish} /> : <OutsidePart wish={wish} setWish={setWish} />}
      <ProblemNote problem={command.problem} />
    </Dialog>
  );
}

interface Wish {
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly rights: readonly Right[];
  readonly party: PartyName;
  readonly organisationName: string;
}
interface PartProps {
  readonly wish: Wish;
  readonly setWish: (wish: Wish) => void;
}

function StaffPart({ wish, setWish }: PartProps) {
  const say = useWords();
  return (
    <>
      <RadioCards
        label={say('person.language')}
        cards={languages.map((one) => ({ id: one, name: ownNames[one], lang: one }))}
        value={wish.language}
        onChange={(language) => setWish({ ...wish, language })}
        look="segments"
      />
      <CheckboxGroup
        label={say('people.rights')}
        hint={say('people.rights-hint')}
        boxes={rights.map((right) => ({ id: right, name: say(`right.${right}`), note: say(`right-note.${right}`) }))}
        value={wish.rights}
        onChange={(ids) => setWish({ ...wish, rights: ids.filter(isRight) })}
      />
    </>
  );
}

const outside = ['complainant', 'provider', 'customer'] as const;

function OutsidePart({ wish, setWish }: PartProps) {
  const say = useWords();
  return (
    <>
      <RadioCards
        label={say('people.party')}
        cards={outside.map((party) => ({ id: party, name: say(`party.${party}`) }))}
        value={wish.party}
        onChange={(id) => setWish({ ...wish, party: outside.find((party) => party === id) ?? 'complainant' })}
      />
      <TextField
        label={say('person.organisation')}
        hint={say('person.organisation-hint')}
        isOptional
        value={wish.organisationName}
        onChange={(organisationName) => setWish({ ...wish, organisationName })}
      />
    </>
  );
}

function requestOf(kind: Kind, wish: Wish): NewPerson {
  const name = wish.name.trim();
  const email = wish.email.trim();
  const organisationName = wish.organisationName.trim();
  if (kind === 'staff')
    return { name, email, rights: wish.rights, invite: true, ...(isLanguage(wish.language) ? { language: wish.language } : {}) };
  return { name, party: wish.party, ...(email === '' ? {} : { email }), ...(organisationName === '' ? {} : { organisationName }) };
}
