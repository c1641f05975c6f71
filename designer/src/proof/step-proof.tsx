import { belongsTo, clausesOf, meanings } from '@redress/definitions';
import { ChosenList } from '../base/chosen-list.tsx';
import { Select } from '../base/select.tsx';
import { ElementClauses } from '../check/element-clauses.tsx';
import formStyles from '../forms-editor/forms.module.css';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { fieldsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import type { TreeElement } from '../model/tree.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { ChargeFields } from './charge-fields.tsx';
import { ClauseChips } from './clause-chip.tsx';
import { clauseNumber } from './clause-number.ts';
import { kindOf } from './kind-of.ts';
import { clauselessWords, sortOfTag } from './tag-words.ts';

/** What a step is for and which clauses it is evidence for; what an end means; what is paid. */
export function StepProof({ element, ...panel }: PanelProps & { readonly element: TreeElement }) {
  const { definition } = panel;
  const isEnd = element.kind === 'outcome';
  const meta = fieldsOf(placesOf(definition).get(element.id)?.state.meta);
  if (element.kind === 'history') return null;
  return (
    <div className={formStyles.parts}>
      <ElementClauses element={element.id} />
      {isEnd && <Outcome {...panel} element={element} />}
      <Purposes {...panel} element={element} />
      {!isEnd && <ChargeFields {...panel} step={element.id} charge={meta.charge} />}
    </div>
  );
}

const outcomeOf = (tag: string) => tag.slice('outcome:'.length);

/** Every end means something: how the case ended. */
function Outcome({ element, definition, act }: PanelProps & { readonly element: TreeElement }) {
  const say = useWords();
  const text = useText();
  const kind = kindOf(definition);
  const chosen = element.tags.find((tag) => tag.startsWith('outcome:'));
  const offered = [...meanings.tags].filter(([tag, meaning]) => tag.startsWith('outcome:') && (belongsTo(meaning, kind) || tag === chosen));
  const options = offered.map(([tag, meaning]) => ({ id: tag, name: text(meaning.title) }));
  return (
    <div data-field="tags">
      <Select
        label={say('proof.result')}
        options={[...options, ...(chosen === undefined || meanings.tags.has(chosen) ? [] : [{ id: chosen, name: outcomeOf(chosen) }])]}
        value={chosen}
        onChange={(tag) => tag !== chosen && act({ name: 'outcome.set', payload: { step: element.id, outcome: outcomeOf(tag) } })}
      />
      {chosen !== undefined && <ClauseChips clauses={clausesOf(meanings.tags.get(chosen), kind)} />}
    </div>
  );
}

function Purposes({ element, definition, act }: PanelProps & { readonly element: TreeElement }) {
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const kind = kindOf(definition);
  const isEnd = element.kind === 'outcome';
  const isStage = element.kind === 'stage' || element.kind === 'tracks'; // Steps are evidence; a stage holds them.
  const shown = element.tags.filter((tag) => !isEnd || !tag.startsWith('outcome:'));
  // Whose move it is follows from a task; an end is nobody's move, and only an end has a result.
  const mayBe = (tag: string) => {
    const sort = sortOfTag(tag);
    return (sort === 'stage' && !isStage) || (sort === 'level' && !isEnd) || (sort === 'wait' && !isEnd && element.role === undefined);
  };
  const options = [...meanings.tags]
    .filter(([tag, meaning]) => mayBe(tag) && belongsTo(meaning, kind) && !element.tags.includes(tag))
    .map(([id, meaning]) => ({ id, name: text(meaning.title), note: noteOf(id) }));
  function noteOf(tag: string): string {
    const [first] = clausesOf(meanings.tags.get(tag), kind);
    return first ? say('proof.clause', { number: clauseNumber(language, first.number) }) : say(clauselessWords(tag));
  }
  return (
    <ChosenList
      label={say('proof.purposes')}
      hint={say('proof.purposes-hint')}
      empty={say('proof.purposes-none')}
      field="tags"
      chosen={shown.map((tag) => {
        const meaning = meanings.tags.get(tag);
        const clauses = clausesOf(meaning, kind);
        const isForeign = meaning !== undefined && !belongsTo(meaning, kind);
        return {
          id: tag,
          name: text(meaning?.title) || tag,
          isLocked: meaning === undefined,
          note: isForeign ? <small>{say('proof.foreign')}</small> : <ClauseChips clauses={clauses} />,
        };
      })}
      options={options}
      addLabel={say('proof.purposes-add')}
      none={say('proof.nothing-found')}
      locked={say('proof.locked')}
      removeName={(name) => say('who.remove', { name })}
      onAdd={(tag) => act({ name: 'tag.add', payload: { step: element.id, tag } })}
      onRemove={(tag) => act({ name: 'tag.remove', payload: { step: element.id, tag } })}
    />
  );
}
