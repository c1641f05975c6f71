import { recordWords } from '@redress/definitions';
import { ChosenList } from '../base/chosen-list.tsx';
import { Select } from '../base/select.tsx';
import formStyles from '../forms-editor/forms.module.css';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf, listOf, wordOf, wordsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import type { TreeElement } from '../model/tree.ts';
import { nameOf } from '../outline/outline-words.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { partsOf } from '../panel/parts.ts';
import { PartClause } from '../proof/clause-chip.tsx';
import { answersFor, heldByField } from './answers-for.ts';
import { AssignFields } from './assign-fields.tsx';
import { PriorityField } from './priority-field.tsx';

/** A list of choices has no empty id. */
const none = '(none)';

/** Who works on a step, who answers for it and why, who is kept away from it, and what is not shown there. */
export function StepWho({ element, ...panel }: PanelProps & { readonly element: TreeElement }) {
  const say = useWords();
  const text = useText();
  const { definition, act } = panel;
  const { src, input } = fieldsOf(placesOf(definition).get(element.id)?.state.invoke);
  const roles = partsOf(definition, 'role', text);
  if (element.kind === 'outcome' || element.kind === 'history') return null;
  return (
    <div className={formStyles.parts}>
      {element.role !== undefined && (
        <div data-field="invoke/input/role">
          <Select
            label={say('outline.who-works')}
            options={roles}
            value={element.role}
            onChange={(role) => role !== element.role && act({ name: 'role.set', payload: { step: element.id, role } })}
          />
        </div>
      )}
      <Owner {...panel} element={element} roles={roles} />
      {(src === 'task' || src === 'case') && (
        <Excludes {...panel} element={element} roles={roles} excludes={wordsOf(fieldsOf(input).excludes)} isSub={src === 'case'} />
      )}
      {src === 'task' && <Hides {...panel} element={element} hides={wordsOf(fieldsOf(input).hides)} />}
      {src === 'task' && <AssignFields {...panel} element={element} assign={fieldsOf(input).assign} />}
      {src === 'task' && <PriorityField {...panel} element={element} priority={fieldsOf(input).priority} />}
    </div>
  );
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The owner, and in a sentence who it is in the end, and why. */
function Owner({
  element,
  definition,
  tree,
  act,
  roles,
}: PanelProps & { readonly element: TreeElement; readonly roles: readonly Named[] }) {
  const say = useWords();
  const text = useText();
  const { role, because, stage, isTheirs } = answersFor(definition, tree, element);
  const said = because === 'here' ? role : undefined;
  const facts = { role: roles.find(({ id }) => id === role)?.name ?? role ?? '', stage: nameOf(stage, say, text) };
  return (
    <div data-field="meta/owner">
      <Select
        label={say('outline.who-answers')}
        hint={say(isTheirs && because !== 'here' ? `who.answers-theirs.${because}` : `who.answers.${because}`, facts)}
        options={[{ id: none, name: say('who.owner-follows') }, ...roles]}
        value={said ?? none}
        onChange={(id) => {
          if (id !== (said ?? none)) act({ name: 'owner.set', payload: { step: element.id, ...(id === none ? {} : { role: id }) } });
        }}
      />
    </div>
  );
}

function Excludes({
  element,
  definition,
  act,
  roles,
  excludes,
  isSub,
}: PanelProps & {
  readonly element: TreeElement;
  readonly roles: readonly Named[];
  readonly excludes: readonly string[];
  readonly isSub: boolean;
}) {
  const say = useWords();
  const write = (next: readonly string[]) => act({ name: 'excludes.set', payload: { step: element.id, roles: next } });
  const named = (id: string) => {
    const field = heldByField(definition, id);
    const role = roles.find((one) => one.id === id)?.name ?? id;
    return field === undefined ? say('who.not-holder', { role }) : say('who.not-named', { role });
  };
  return (
    <ChosenList
      label={say(isSub ? 'who.excludes-sub' : 'who.excludes')}
      hint={say('who.excludes-hint')}
      empty={say('who.excludes-none')}
      field="invoke/input/excludes"
      chosen={excludes.map((id, index) => ({
        id,
        name: named(id),
        isLocked: !roles.some((role) => role.id === id),
        note: index === 0 && <PartClause definition={definition} part="excludes" />,
      }))}
      options={roles.filter(({ id }) => !excludes.includes(id)).map(({ id }) => ({ id, name: named(id) }))}
      addLabel={say('who.excludes-add')}
      none={say('who.nothing-found')}
      locked={say('who.locked')}
      removeName={(name) => say('who.remove', { name })}
      onAdd={(id) => write([...excludes, id])}
      onRemove={(id) => write(excludes.filter((role) => role !== id))}
    />
  );
}

/** Records that some form, letter or way of the procedure files: others there are none to hide. */
function Hides({ element, definition, act, hides }: PanelProps & { readonly element: TreeElement; readonly hides: readonly string[] }) {
  const say = useWords();
  const text = useText();
  const filed = recordsFiled(definition);
  const write = (records: readonly string[]) => act({ name: 'hides.set', payload: { step: element.id, records } });
  const named = (word: string) => text(recordWords.get(word)) || word;
  if (filed.length === 0 && hides.length === 0) return null;
  return (
    <ChosenList
      label={say('who.hides')}
      empty={say('who.hides-none')}
      field="invoke/input/hides"
      chosen={hides.map((id, index) => ({
        id,
        name: named(id),
        isLocked: !recordWords.has(id) && !filed.includes(id),
        note: index === 0 && <PartClause definition={definition} part="hides" />,
      }))}
      options={filed.filter((id) => !hides.includes(id)).map((id) => ({ id, name: named(id) }))}
      addLabel={say('who.hides-add')}
      none={say('who.nothing-found')}
      locked={say('who.locked')}
      removeName={(name) => say('who.remove', { name })}
      onAdd={(id) => write([...hides, id])}
      onRemove={(id) => write(hides.filter((record) => record !== id))}
    />
  );
}

function recordsFiled(definition: object): readonly string[] {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const inner of value) look(inner);
    for (const [key, inner] of Object.entries(fieldsOf(value))) {
      if (key === 'records') for (const record of wordsOf(inner)) found.add(record);
      if (key === 'record') for (const record of [wordOf(inner)]) if (record !== undefined) found.add(record);
      look(inner);
    }
  };
  const { forms, letters, machine } = fieldsOf(definition);
  for (const part of [forms, letters, machine]) look(part);
  return listOf([...found]).filter((record) => typeof record === 'string');
}
