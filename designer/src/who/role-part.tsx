import { competenceWords } from '@redress/definitions';
import { Trash2 } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { Checkbox } from '../base/checkbox.tsx';
import { ChosenList } from '../base/chosen-list.tsx';
import { Select } from '../base/select.tsx';
import formStyles from '../forms-editor/forms.module.css';
import { useText, useWords } from '../language/words.tsx';
import { type Fields, fieldsOf, textOf, wordOf, wordsOf } from '../model/loose-json.ts';
import { parties, type RoleField } from '../model/role-commands.ts';
import { usesOf } from '../model/uses.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { PartClause } from '../proof/clause-chip.tsx';
import { Holders } from './holders.tsx';
import { RoleUses } from './role-uses.tsx';

/** A list of choices has no empty id. */
const none = '(none)';

/** A role of the procedure: whom it belongs to, what it asks of a person, who holds it, where it is named. */
export function RolePart({ role, ...panel }: PanelProps & { readonly role: string }) {
  const say = useWords();
  const { definition, act } = panel;
  const written = fieldsOf(fieldsOf(fieldsOf(definition).roles)[role]);
  const party = parties.find((one) => one === written.party);
  const isOurs = party === 'organisation';
  const uses = usesOf(definition, 'role', role);
  const used = uses.length;
  return (
    <div className={formStyles.parts}>
      <div data-field="party">
        <Select
          label={say('who.party')}
          options={parties.map((id) => ({ id, name: say(`party.${id}`), note: say(`who.party-hint.${id}`) }))}
          value={party}
          onChange={(id) => {
            const to = parties.find((one) => one === id);
            if (to !== undefined && to !== party) act({ name: 'role.party', payload: { role, party: to } });
          }}
        />
      </div>
      {(!isOurs || written.independent !== undefined) && (
        <div data-field="independent">
          <Checkbox
            label={say('who.independent')}
            hint={say('who.independent-hint')}
            value={written.independent === true}
            onChange={(independent) => act({ name: 'role.independent', payload: { role, independent } })}
          />
        </div>
      )}
      <Competences {...panel} role={role} written={written} />
      <CaseField {...panel} role={role} which="heldBy" written={written} />
      {(!isOurs || written.addressedBy !== undefined) && <CaseField {...panel} role={role} which="addressedBy" written={written} />}
      {isOurs && written.heldBy === undefined && <Holders definition={definition} role={role} />}
      <RoleUses {...panel} uses={uses} />
      <div>
        <Button
          icon={Trash2}
          isDisabled={used > 0}
          onPress={() => {
            if (act({ name: 'role.remove', payload: { role } })) panel.onChoose('');
          }}
        >
          {say('who.remove-role')}
        </Button>
        {used > 0 && <p className={panelStyles.quiet}>{say('who.remove-used', { count: used })}</p>}
      </div>
    </div>
  );
}

function Competences({ role, written, definition, act }: PanelProps & { readonly role: string; readonly written: Fields }) {
  const say = useWords();
  const text = useText();
  const chosen = wordsOf(written.competence);
  const write = (words: readonly string[]) => act({ name: 'role.competence', payload: { role, words } });
  const named = (word: string) => text(competenceWords.get(word)) || word;
  return (
    <ChosenList
      label={say('who.competence')}
      empty={say('who.competence-none')}
      hint={say('who.competence-hint')}
      field="competence"
      chosen={chosen.map((id, index) => ({
        id,
        name: named(id),
        isLocked: !competenceWords.has(id),
        note: index === 0 && <PartClause definition={definition} part="competence" />,
      }))}
      options={[...competenceWords.keys()].filter((id) => !chosen.includes(id)).map((id) => ({ id, name: named(id) }))}
      addLabel={say('who.competence-add')}
      none={say('who.nothing-found')}
      locked={say('who.locked')}
      removeName={(name) => say('who.remove', { name })}
      onAdd={(id) => write([...chosen, id])}
      onRemove={(id) => write(chosen.filter((word) => word !== id))}
    />
  );
}

/** Fields of the case that may say it: who holds a role is a person or a unit, an address is a text. */
function CaseField({
  role,
  which,
  written,
  definition,
  act,
}: PanelProps & { readonly role: string; readonly which: RoleField; readonly written: Fields }) {
  const say = useWords();
  const text = useText();
  const field = wordOf(written[which]);
  const fits = (value: unknown) => {
    const { holds, schema } = fieldsOf(value);
    const { type, items } = fieldsOf(schema);
    if (which === 'heldBy') return holds === 'person' || holds === 'unit';
    return holds === undefined && (type === 'string' || (type === 'array' && fieldsOf(items).type === 'string'));
  };
  const fields = Object.entries(fieldsOf(fieldsOf(definition).data)).filter(([id, value]) => id === field || fits(value));
  const known = fields.some(([id]) => id === field);
  if (fields.length === 0 && field === undefined && which === 'heldBy')
    return <p className={panelStyles.quiet}>{say('who.held-no-field')}</p>;
  return (
    <div data-field={which}>
      <Select
        label={say(`who.${which}`)}
        hint={say(`who.${which}-hint`)}
        options={[
          { id: none, name: say(`who.${which}-none`) },
          ...fields.map(([id, value]) => ({ id, name: text(textOf(fieldsOf(value).title)) || id })),
          ...(field === undefined || known ? [] : [{ id: field, name: field }]),
        ]}
        value={field ?? none}
        onChange={(id) => {
          if (id !== (field ?? none)) act({ name: 'role.field', payload: { role, which, ...(id === none ? {} : { field: id }) } });
        }}
      />
    </div>
  );
}
