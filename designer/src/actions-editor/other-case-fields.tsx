import { ComboBox } from '../base/combo-box.tsx';
import { Select } from '../base/select.tsx';
import { type CaseField, caseFields } from '../conditions/case-fields.ts';
import { useText, useWords } from '../language/words.tsx';
import { type Fields, fieldsOf, textOf, wordOf } from '../model/loose-json.ts';
import { allPlaces } from '../model/places.ts';
import type { ActionEditing } from './action-fields.tsx';
import { type OtherProcedure, useOtherProcedures } from './other-procedures.ts';
import { FormulaField } from './value-fields.tsx';
import { ValuesList } from './values-list.tsx';

/** Which procedure is begun, found by its name. */
export function ProcedureField({ params, at, set, procedures }: ActionEditing & { readonly procedures: readonly OtherProcedure[] }) {
  const say = useWords();
  const chosen = wordOf(params.definition) ?? '';
  const known = procedures.some(({ id }) => id === chosen);
  return (
    <div data-field={`${at}/definition`}>
      <ComboBox
        key={`${chosen} ${procedures.length}`} // Names come from the server: the field is drawn anew with them.
        label={say('actions.field.procedure')}
        options={chosen === '' || known ? procedures : [...procedures, { id: chosen, name: chosen, document: undefined }]}
        value={chosen === '' ? undefined : chosen}
        none={say('actions.nothing-found')}
        onChange={(id) => id !== undefined && id !== chosen && set(['definition'], id)}
      />
    </div>
  );
}

/** What another case is given, into the data that its procedure keeps. */
export function HandedOver({
  params,
  at,
  sources,
  hasProblem,
  set,
  rename,
  fields,
}: ActionEditing & { readonly fields: readonly CaseField[] | undefined }) {
  const say = useWords();
  return (
    <ValuesList
      label={say('actions.field.data')}
      values={fieldsOf(params.data)}
      fields={fields}
      sources={sources}
      at={`${at}/data`}
      addLabel={say(fields === undefined ? 'actions.value.name' : 'actions.value.hand-over')}
      handsOver
      hasProblem={hasProblem}
      onSet={(field, value) => set(['data', field], value)}
      onField={(field, to) => rename(['data', field], to)}
    />
  );
}

/** Another case that goes on by itself. */
export function StartFields(editing: ActionEditing) {
  const say = useWords();
  const text = useText();
  const { params, at, set } = editing;
  const procedures = useOtherProcedures();
  const document = procedures.find(({ id }) => id === params.definition)?.document;
  return (
    <>
      <ProcedureField {...editing} procedures={procedures} />
      <div data-field={`${at}/link`}>
        <Select
          label={say('actions.field.link')}
          options={[
            { id: 'follows', name: say('actions.link.follows') },
            { id: 'relates', name: say('actions.link.relates') },
          ]}
          value={wordOf(params.link) ?? 'follows'}
          onChange={(id) => id !== (params.link ?? 'follows') && set(['link'], id)}
        />
      </div>
      <HandedOver {...editing} fields={document && caseFields(document, text)} />
    </>
  );
}

/** Something that another case is told, as if somebody there had pressed a button. */
export function SendFields(editing: ActionEditing) {
  const say = useWords();
  const text = useText();
  const { definition, params, at, set } = editing;
  const procedures = useOtherProcedures();
  const to = wordOf(params.to) ?? '';
  const isNamed = to === 'parent' || to === 'children';
  const messages = messagesTo(to, fieldsOf(definition), procedures).flatMap(({ name, document }) =>
    Object.entries(fieldsOf(document?.events)).map(([id, event]) => ({ id, name: text(textOf(fieldsOf(event).label)) || id, note: name })),
  );
  const unique = messages.filter(({ id }, index) => messages.findIndex((other) => other.id === id) === index);
  const event = wordOf(params.event) ?? '';
  const known = unique.some(({ id }) => id === event);
  return (
    <>
      <div data-field={`${at}/to`}>
        <Select
          label={say('actions.field.receiver')}
          options={[
            { id: 'parent', name: say('actions.receiver.parent') },
            { id: 'children', name: say('actions.receiver.children') },
            { id: 'case', name: say('actions.receiver.case') },
          ]}
          value={isNamed ? to : 'case'}
          onChange={(id) => id !== (isNamed ? to : 'case') && set(['to'], id === 'case' ? '= ' : id)}
        />
        {!isNamed && <FormulaField value={to} onWrite={(formula) => set(['to'], formula)} />}
      </div>
      <div data-field={`${at}/event`}>
        <ComboBox
          key={`${event} ${unique.length}`} // Names come from the server: the field is drawn anew with them.
          label={say('actions.field.message')}
          options={event === '' || known ? unique : [...unique, { id: event, name: event }]}
          value={event === '' ? undefined : event}
          none={say('actions.nothing-found')}
          onChange={(id) => id !== undefined && id !== event && set(['event'], id)}
        />
      </div>
      <HandedOver {...editing} fields={undefined} />
    </>
  );
}

/** Procedures that may be told something from here: that begin this one, that it begins, or any. */
function messagesTo(to: string, definition: Fields, procedures: readonly OtherProcedure[]): readonly OtherProcedure[] {
  if (to === 'parent') return procedures.filter(({ document }) => document && calledBy(document).includes(String(definition.id)));
  if (to === 'children') return procedures.filter(({ id }) => calledBy(definition).includes(id));
  return procedures;
}

const calledBy = (definition: Fields): readonly string[] =>
  allPlaces(definition).flatMap(({ state }) => {
    const { src, input } = fieldsOf(state.invoke);
    const called = src === 'case' ? wordOf(fieldsOf(input).definition) : undefined;
    return called === undefined ? [] : [called];
  });
