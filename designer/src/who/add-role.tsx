import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { Select } from '../base/select.tsx';
import { TextField } from '../base/text-field.tsx';
import formStyles from '../forms-editor/forms.module.css';
import { useLanguage, useWords } from '../language/words.tsx';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import { type Party, parties } from '../model/role-commands.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';

/** A new role by its name and whom it belongs to; the rest is said at the role. */
export function AddRole({ definition, act, onChoose }: Pick<PanelProps, 'definition' | 'act' | 'onChoose'>) {
  const say = useWords();
  const [asking, setAsking] = useState(false);
  return (
    <div>
      <Button kind="link" icon={Plus} onPress={() => setAsking(true)}>
        {say('who.add-role')}
      </Button>
      {asking && (
        <NewRoleDialog
          definition={definition}
          onClose={() => setAsking(false)}
          onAdd={(title, party) => {
            setAsking(false);
            const [chosen] = act({ name: 'role.add', payload: { title, party } }) ?? [];
            if (chosen !== undefined) onChoose(chosen);
          }}
        />
      )}
    </div>
  );
}

function NewRoleDialog({
  definition,
  onAdd,
  onClose,
}: {
  readonly definition: object;
  readonly onAdd: (title: Readonly<Record<string, string>>, party: Party) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const language = useLanguage();
  const [name, setName] = useState('');
  const [party, setParty] = useState<Party>('organisation');
  const [tried, setTried] = useState(false);
  const languages = wordsOf(fieldsOf(definition).languages);
  const written = languages.includes(language) ? language : (languages[0] ?? language);
  const nameless = name.trim() === '';
  return (
    <Dialog
      title={say('who.add-role')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form="new-role">
            {say('outline.add')}
          </Button>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
        </>
      }
    >
      <form
        id="new-role"
        className={formStyles.parts}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!nameless) onAdd({ [written]: name.trim() }, party);
        }}
      >
        <TextField
          label={say('who.role-name')}
          value={name}
          onChange={setName}
          autoFocus
          {...(tried && nameless ? { problem: say('outline.name-missing') } : {})}
        />
        <Select
          label={say('who.party')}
          options={parties.map((id) => ({ id, name: say(`party.${id}`), note: say(`who.party-hint.${id}`) }))}
          value={party}
          onChange={(id) => setParty(parties.find((one) => one === id) ?? party)}
        />
      </form>
    </Dialog>
  );
}
