import { ChosenList } from '../base/chosen-list.tsx';
import { useText, useWords } from '../language/words.tsx';
import { wordsOf } from '../model/loose-json.ts';
import { listed } from '../outline/outline-words.ts';
import { partsOf } from '../panel/parts.ts';
import type { ActionEditing } from './action-fields.tsx';
import { receiversOf } from './action-words.ts';

/** To whom a letter goes: whom the letter itself names, or others here. */
export function LetterTo({ definition, params, at, set }: Pick<ActionEditing, 'definition' | 'params' | 'at' | 'set'>) {
  const say = useWords();
  const text = useText();
  const roles = [...partsOf(definition, 'role', text), { id: 'system', name: say('who.system') }];
  const named = (id: string) => roles.find((role) => role.id === id)?.name ?? id;
  const own = wordsOf(params.to);
  const usual = receiversOf(definition, { letter: params.letter });
  const write = (to: readonly string[]) => set(['to'], to.length === 0 ? undefined : [...to]);
  return (
    <ChosenList
      label={say('actions.field.to')}
      empty={usual.length === 0 ? say('actions.to-nobody') : say('actions.to-usual', { names: listed(usual.map(named), say) })}
      field={`${at}/to`}
      chosen={own.map((id) => ({ id, name: named(id), isLocked: !roles.some((role) => role.id === id) }))}
      options={roles.filter(({ id }) => !own.includes(id))}
      addLabel={say(own.length === 0 ? 'actions.to-others' : 'actions.to-add')}
      none={say('actions.nothing-found')}
      locked={say('actions.kept')}
      removeName={(name) => say('actions.value.remove', { name })}
      onAdd={(id) => write([...own, id])}
      onRemove={(id) => write(own.filter((role) => role !== id))}
    />
  );
}
