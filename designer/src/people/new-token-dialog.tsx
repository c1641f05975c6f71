import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { CheckboxGroup } from '../base/checkbox.tsx';
import { Dialog } from '../base/dialog.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { TextField } from '../base/text-field.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { makeToken } from '../server/office.ts';
import type { CreatedToken, NewToken, TokenScope } from '../server/shapes/access.ts';
import type { Right } from '../server/shapes/basics.ts';
import { newIntent, useCommand } from '../server/use-command.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSession } from '../shell/session.tsx';
import { isRight } from './rights.ts';
import { SecretOnce } from './secret-once.tsx';

const scopes: readonly TokenScope[] = ['read', 'start', 'work'];
const lives = [30, 90, 365] as const;

/** What a token is called, as whom it acts, what it may do, and when it ends. It is shown once. */
export function NewTokenDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useWords();
  const dates = useDates();
  const queries = useQueryClient();
  const { person } = useSession();
  const [wish, setWish] = useState<Wish>({ name: '', owner: 'service', scope: ['read'], rights: [], days: 90 });
  const [tried, setTried] = useState(false);
  const [intent] = useState(newIntent);
  const [made, setMade] = useState<CreatedToken>();
  const command = useCommand(makeToken, async (created) => {
    setMade(created);
    await queries.invalidateQueries({ queryKey: keys.tokens });
  });
  const missing = {
    name: wish.name.trim() === '',
    scope: wish.scope.length === 0,
    rights: wish.owner === 'service' && wish.rights.length === 0,
  };
  const save = () => {
    setTried(true);
    if (!Object.values(missing).some(Boolean)) void command.run(requestOf(wish, person.id), intent);
  };
  if (made)
    return (
      <Dialog
        title={say('tokens.made', { name: made.row.name })}
        isOpen
        onClose={onClose}
        actions={<Button onPress={onClose}>{say('dialog.done')}</Button>}
      >
        <SecretOnce secret={made.token} words={say('tokens.once', { day: dates.date(made.row.endsAt) })} />
      </Dialog>
    );
  const actions = (
    <>
      <Button kind="primary" isPending={command.isBusy} onPress={save}>
        {say('tokens.make')}
      </Button>
      <Button kind="quiet" onPress={onClose}>
        {say('dialog.cancel')}
      </Button>
    </>
  );
  return (
    <Dialog title={say('tokens.new')} isOpen onClose={onClose} isBusy={command.isBusy} actions={actions}>
      <TextField
        label={say('tokens.name')}
        hint={say('tokens.name-hint')}
        value={wish.name}
        maxLength={100}
        autoFocus
        onChange={(name) => setWish({ ...wish, name })}
        problem={tried && missing.name ? say('tokens.name-missing') : undefined}
      />
      <TokenPowers wish={wish} setWish={setWish} problems={tried ? missing : {}} />
      <RadioCards
        label={say('tokens.days')}
        look="segments"
        cards={lives.map((days) => ({ id: String(days), name: say('tokens.days-count', { days }) }))}
        value={String(wish.days)}
        onChange={(days) => setWish({ ...wish, days: Number(days) })}
      />
      <ProblemNote problem={command.problem} />
    </Dialog>
  );
}

interface Wish {
  readonly name: string;
  readonly owner: string;
  readonly scope: readonly TokenScope[];
  readonly rights: readonly Right[];
  readonly days: number;
}

function TokenPowers({
  wish,
  setWish,
  problems,
}: {
  readonly wish: Wish;
  readonly setWish: (wish: Wish) => void;
  readonly problems: { readonly scope?: boolean; readonly rights?: boolean };
}) {
  const say = useWords();
  const { person } = useSession();
  return (
    <>
      <RadioCards
        label={say('tokens.owner')}
        cards={[
          { id: 'service', name: say('tokens.owner-service'), note: say('tokens.owner-service-note') },
          { id: 'me', name: say('tokens.owner-me'), note: say('tokens.owner-me-note') },
        ]}
        value={wish.owner}
        onChange={(owner) => setWish({ ...wish, owner })}
      />
      {wish.owner === 'service' && (
        <CheckboxGroup
          label={say('people.rights')}
          hint={say('tokens.rights-hint')}
          boxes={person.rights.map((right) => ({ id: right, name: say(`right.${right}`) }))}
          value={wish.rights}
          onChange={(ids) => setWish({ ...wish, rights: ids.filter(isRight) })}
          look="row"
          problem={problems.rights ? say('tokens.rights-missing') : undefined}
        />
      )}
      <CheckboxGroup
        label={say('tokens.scope')}
        hint={say('tokens.scope-hint')}
        boxes={scopes.map((scope) => ({ id: scope, name: say(`scope.${scope}`), note: say(`scope-note.${scope}`) }))}
        value={wish.scope}
        onChange={(ids) => setWish({ ...wish, scope: scopes.filter((scope) => ids.includes(scope)) })}
        problem={problems.scope ? say('tokens.scope-missing') : undefined}
      />
    </>
  );
}

function requestOf({ name, owner, scope, rights, days }: Wish, me: string): NewToken {
  const plain = { name: name.trim(), scope, days };
  return owner === 'me' ? { ...plain, person: me } : { ...plain, rights };
}
