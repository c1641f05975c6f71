import { belongsTo, clausesOf, kebab, meanings } from '@redress/definitions';
import { Checkbox, CheckboxGroup } from '../base/checkbox.tsx';
import { Select } from '../base/select.tsx';
import { ElementClauses } from '../check/element-clauses.tsx';
import formStyles from '../forms-editor/forms.module.css';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf, wordOf, wordsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { parties } from '../model/role-commands.ts';
import { rowAt } from '../model/rows.ts';
import type { TreeRow } from '../model/tree.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { actOfEvent } from './act-of.ts';
import { ClauseChips, PartClause } from './clause-chip.tsx';
import { kindOf } from './kind-of.ts';

/** A list of choices has no empty id. */
const none = '(none)';

/** Whether a way can mean something to the standards: somebody sends it, or another procedure ended. */
export const provesSomething = (row: TreeRow): boolean =>
  (row.via === 'on' && !row.name.includes('.')) || row.via === 'invoke/onDone' || row.via === 'onDone';

/** What a way means to the standards: said here, else at its button, else by the name of that; whose consent it stores. */
export function WayProof({ row, ...panel }: PanelProps & { readonly row: TreeRow }) {
  const say = useWords();
  const { definition, act } = panel;
  const meta = fieldsOf(rowAt(definition, placesOf(definition), row.address)?.row.meta);
  const consent = wordsOf(meta.consent);
  const fromButton = row.via === 'on' ? actOfEvent(definition, row.name) : undefined;
  const kind = kindOf(definition);
  const asksConsent = kind === 'dispute' || kind === 'general' || meta.consent !== undefined || meta.binding !== undefined;
  return (
    <div className={formStyles.parts}>
      <ElementClauses element={row.address} />
      <ActField
        definition={definition}
        field="meta/act"
        chosen={wordOf(meta.act)}
        otherwise={fromButton}
        onChoose={(word) => act({ name: 'row.act', payload: { row: row.address, ...(word === undefined ? {} : { act: word }) } })}
      />
      {asksConsent && (
        <div data-field="meta/consent">
          <CheckboxGroup
            label={say('proof.consent')}
            hint={say('proof.consent-hint')}
            boxes={parties.map((id) => ({ id, name: say(`party.${id}`) }))}
            value={consent}
            onChange={(next) => act({ name: 'row.consent', payload: { row: row.address, parties: next } })}
          />
          {consent.length > 0 && <PartClause definition={definition} part="consent" />}
        </div>
      )}
      {asksConsent && (
        <div data-field="meta/binding">
          <Checkbox
            label={say('proof.binding')}
            hint={say('proof.binding-hint')}
            value={meta.binding === true}
            onChange={(binding) => act({ name: 'row.binding', payload: { row: row.address, binding } })}
          />
        </div>
      )}
    </div>
  );
}

/** The same for a button or message, wherever it stands. */
export function EventProof({ event, definition, act }: PanelProps & { readonly event: string }) {
  const chosen = wordOf(fieldsOf(fieldsOf(fieldsOf(definition).events)[event]).act);
  return (
    <div className={formStyles.parts}>
      <ActField
        definition={definition}
        field="act"
        chosen={chosen}
        otherwise={kebab(event)}
        onChoose={(word) => act({ name: 'event.act', payload: { event, ...(word === undefined ? {} : { act: word }) } })}
      />
    </div>
  );
}

function ActField({
  definition,
  field,
  chosen,
  otherwise,
  onChoose,
}: {
  readonly definition: object;
  readonly field: string;
  readonly chosen: string | undefined;
  /** What it means where nothing is said here. */
  readonly otherwise: string | undefined;
  readonly onChoose: (word: string | undefined) => void;
}) {
  const say = useWords();
  const text = useText();
  const kind = kindOf(definition);
  const named = (word: string) => text(meanings.acts.get(word)?.title) || word;
  const offered = [...meanings.acts].filter(([word, meaning]) => belongsTo(meaning, kind) || word === chosen);
  const inherited = otherwise !== undefined && meanings.acts.has(otherwise) ? otherwise : undefined;
  const clauses = clausesOf(meanings.acts.get(chosen ?? inherited ?? ''), kind);
  return (
    <div data-field={field}>
      <Select
        label={say('proof.act')}
        hint={say('proof.act-hint')}
        options={[
          { id: none, name: inherited === undefined ? say('proof.act-none') : say('proof.act-as-button', { act: named(inherited) }) },
          ...offered.map(([id]) => ({ id, name: named(id) })),
          ...(chosen === undefined || meanings.acts.has(chosen) ? [] : [{ id: chosen, name: say('proof.act-other', { act: chosen }) }]),
        ]}
        value={chosen ?? none}
        onChange={(id) => {
          if (id !== (chosen ?? none)) onChoose(id === none ? undefined : id);
        }}
      />
      {clauses.length > 0 && <ClauseChips clauses={clauses} />}
    </div>
  );
}
