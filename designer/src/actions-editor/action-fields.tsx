import { recordWords } from '@redress/definitions';
import type { Json } from '@redress/engine';
import { Pencil } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { ComboBox } from '../base/combo-box.tsx';
import { Select } from '../base/select.tsx';
import { caseFields } from '../conditions/case-fields.ts';
import { useText, useWords } from '../language/words.tsx';
import type { ValuePath } from '../model/action-commands.ts';
import { type Fields, fieldsOf, wordOf } from '../model/loose-json.ts';
import { type PartKind, partsOf } from '../panel/parts.ts';
import type { KnownAction } from './action-sorts.ts';
import { recordName } from './action-words.ts';
import { LetterTo } from './letter-to.tsx';
import { SendFields, StartFields } from './other-case-fields.tsx';
import type { Source } from './value-sources.ts';
import { ValuesList } from './values-list.tsx';

export interface ActionEditing {
  readonly definition: object;
  readonly params: Fields;
  /** Where the parameters are written, from the element: `entry/0/params`. */
  readonly at: string;
  readonly sources: readonly Source[];
  /** Whether something is wrong there, by the way from the element. */
  readonly hasProblem: (at: string) => boolean;
  readonly set: (at: ValuePath, value: Json | undefined) => unknown;
  readonly rename: (at: ValuePath, field: string) => void;
  readonly onChoose: (id: string) => void;
}

/** What an action needs to know, in the fields that its sort has. */
export function ActionFields({ sort, ...editing }: ActionEditing & { readonly sort: KnownAction['sort'] }) {
  switch (sort) {
    case 'letter':
      return (
        <>
          <PartField {...editing} kind="letter" path="letter" />
          <LetterTo {...editing} />
        </>
      );
    case 'record':
      return <RecordField {...editing} />;
    case 'set':
      return <SetFields {...editing} />;
    case 'decide':
      return <PartField {...editing} kind="decision" path="decision" />;
    case 'reassign':
      return <PartField {...editing} kind="role" path="to" />;
    case 'clock':
      return <ClockFields {...editing} />;
    case 'start':
      return <StartFields {...editing} />;
    case 'send':
      return <SendFields {...editing} />;
    case 'call':
      return <CallFields {...editing} />;
  }
}

const labels = {
  letter: 'actions.field.letter',
  decision: 'actions.field.decision',
  role: 'actions.field.role',
  clock: 'actions.field.clock',
  service: 'actions.field.service',
} as const;

/** A part of the procedure, found by typing its name, with the way to its own panel. */
export function PartField({
  definition,
  params,
  at,
  set,
  onChoose,
  kind,
  path,
}: ActionEditing & { readonly kind: keyof typeof labels & PartKind; readonly path: string }) {
  const say = useWords();
  const text = useText();
  const chosen = wordOf(params[path]) ?? '';
  const parts = partsOf(definition, kind, text);
  const known = parts.some(({ id }) => id === chosen);
  return (
    <div data-field={`${at}/${path}`}>
      <ComboBox
        label={say(labels[kind])}
        options={chosen === '' || known ? parts : [...parts, { id: chosen, name: chosen }]}
        value={chosen === '' ? undefined : chosen}
        none={say(parts.length === 0 ? 'actions.none-yet' : 'actions.nothing-found')}
        onChange={(id) => id !== undefined && id !== chosen && set([path], id)}
      />
      {known && (
        <Button forReaders kind="link" icon={Pencil} onPress={() => onChoose(`${kind}:${chosen}`)}>
          {say(`actions.open.${kind}`)}
        </Button>
      )}
    </div>
  );
}

function RecordField({ params, at, set }: ActionEditing) {
  const say = useWords();
  const text = useText();
  const chosen = wordOf(params.record) ?? '';
  const known = [...recordWords.keys()];
  const options = [...known, ...(chosen === '' || known.includes(chosen) ? [] : [chosen])];
  return (
    <div data-field={`${at}/record`}>
      <ComboBox
        label={say('actions.field.record')}
        options={options.map((id) => ({ id, name: recordName(id, { text }) }))}
        value={chosen === '' ? undefined : chosen}
        none={say('actions.nothing-found')}
        onChange={(id) => id !== undefined && id !== chosen && set(['record'], id)}
      />
    </div>
  );
}

function SetFields({ definition, params, at, sources, hasProblem, set, rename }: ActionEditing) {
  const say = useWords();
  const text = useText();
  return (
    <ValuesList
      label={say('actions.field.set')}
      values={params}
      fields={caseFields(definition, text)}
      sources={sources}
      at={at}
      addLabel={say('actions.value.add')}
      handsOver={false}
      hasProblem={hasProblem}
      onSet={(field, value) => set([field], value)}
      onField={(field, to) => rename([field], to)}
    />
  );
}

function ClockFields(editing: ActionEditing) {
  const say = useWords();
  const { params, at, set } = editing;
  return (
    <>
      <div data-field={`${at}/do`}>
        <Select
          label={say('actions.field.do')}
          options={[
            { id: 'stop', name: say('actions.do.stop') },
            { id: 'extend', name: say('actions.do.extend') },
          ]}
          value={wordOf(params.do)}
          onChange={(id) => id !== params.do && set(['do'], id)}
        />
      </div>
      <PartField {...editing} kind="clock" path="clock" />
    </>
  );
}

/** What a connected system is called with, by the names it knows. */
export function CallFields(editing: ActionEditing) {
  const say = useWords();
  const { params, at, sources, hasProblem, set, rename } = editing;
  return (
    <>
      <PartField {...editing} kind="service" path="service" />
      <ValuesList
        label={say('actions.field.with')}
        values={fieldsOf(params.with)}
        fields={undefined}
        sources={sources}
        at={`${at}/with`}
        addLabel={say('actions.value.name')}
        handsOver
        hasProblem={hasProblem}
        onSet={(field, value) => set(['with', field], value)}
        onField={(field, to) => rename(['with', field], to)}
      />
    </>
  );
}
