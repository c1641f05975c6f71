import { useState } from 'react';
import { Select } from '../base/select.tsx';
import { useWords } from '../language/words.tsx';
import { type Party, parties } from '../model/role-commands.ts';
import { AddPart, NewPartDialog } from '../panel/add-part.tsx';
import type { PanelProps } from '../panel/draft-panel.tsx';

type Adding = Pick<PanelProps, 'definition' | 'act' | 'onChoose'>;

/** A new role by its name and whom it belongs to; the rest is said at the role. */
export function AddRole(panel: Adding) {
  const say = useWords();
  return <AddPart words={say('who.add-role')}>{(close) => <NewRoleDialog {...panel} onClose={close} />}</AddPart>;
}

function NewRoleDialog({ definition, act, onChoose, onClose }: Adding & { readonly onClose: () => void }) {
  const say = useWords();
  const [party, setParty] = useState<Party>('organisation');
  return (
    <NewPartDialog
      definition={definition}
      title={say('who.add-role')}
      nameLabel={say('who.role-name')}
      onClose={onClose}
      onAdd={(title) => {
        const [chosen] = act({ name: 'role.add', payload: { title, party } }) ?? [];
        if (chosen !== undefined) onChoose(chosen);
      }}
    >
      <Select
        label={say('who.party')}
        options={parties.map((id) => ({ id, name: say(`party.${id}`), note: say(`who.party-hint.${id}`) }))}
        value={party}
        onChange={(id) => setParty(parties.find((one) => one === id) ?? party)}
      />
    </NewPartDialog>
  );
}
