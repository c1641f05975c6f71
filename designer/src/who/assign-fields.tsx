import { Select } from '../base/select.tsx';
import { ChosenFields } from '../forms-editor/chosen-fields.tsx';
import { useText, useWords } from '../language/words.tsx';
import { fieldsOf, textOf, wordOf } from '../model/loose-json.ts';
import type { TreeElement } from '../model/tree.ts';
import { nameOf } from '../outline/outline-words.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';

const rules = ['queue', 'leastBusy', 'roundRobin', 'sameAs', 'managerOf', 'field'] as const;
type Rule = (typeof rules)[number];
/** Rules that name a step, or a field of the case. */
const names: Partial<Readonly<Record<Rule, 'step' | 'field'>>> = { sameAs: 'step', managerOf: 'step', field: 'field' };
/** A list of choices has no empty id. */
const none = '(none)';
const kept = '(kept)';

/** How one person of the role is found. The rule is kept and published; for now every task goes to all who hold the role, and that is said. */
export function AssignFields({
  element,
  definition,
  tree,
  act,
  assign,
}: PanelProps & { readonly element: TreeElement; readonly assign: unknown }) {
  const say = useWords();
  const text = useText();
  const written = fieldsOf(assign);
  const rule = rules.find((one) => one === written.rule);
  const needs = rule && names[rule];
  const isOther = assign !== undefined && rule === undefined;
  const write = (next: Readonly<Record<string, string>>) => {
    const { step: _step, field: _field, rule: _rule, ...rest } = JSON.parse(JSON.stringify(written));
    act({ name: 'assign.set', payload: { step: element.id, assign: { ...next, ...rest } } });
  };
  const steps = [...tree.byId.values()].filter(({ role, id }) => role !== undefined && id !== element.id);
  const persons = Object.entries(fieldsOf(fieldsOf(definition).data)).filter(([, field]) => fieldsOf(field).holds === 'person');
  const choices =
    needs === 'step'
      ? steps.map((one) => ({ id: one.id, name: nameOf(one, say, text) }))
      : persons.map(([id, field]) => ({ id, name: text(textOf(fieldsOf(field).title)) || id }));
  return (
    <div className={panelStyles.titles} data-field="invoke/input/assign">
      <Select
        label={say('who.assign')}
        options={[
          { id: none, name: say('who.assign.queue') },
          ...(isOther ? [{ id: kept, name: say('who.assign-kept') }] : []),
          ...rules.filter((one) => one !== 'queue' && canBe(one)).map((id) => ({ id, name: say(`who.assign.${id}`) })),
        ]}
        value={isOther ? kept : rule === undefined || rule === 'queue' ? none : rule}
        onChange={(id) => {
          const next = rules.find((one) => one === id);
          if (id === none) act({ name: 'assign.set', payload: { step: element.id } });
          else if (next !== undefined && next !== rule) write({ rule: next, ...firstOf(next) });
        }}
      />
      {rule !== undefined && needs !== undefined && (
        <div data-field={`invoke/input/assign/${needs}`}>
          <Select
            label={say(needs === 'step' ? 'who.assign-step' : 'who.assign-field')}
            options={choices}
            value={wordOf(written[needs])}
            onChange={(id) => id !== written[needs] && write({ rule, [needs]: id })}
          />
        </div>
      )}
      {rule !== undefined && (
        <ChosenFields
          definition={definition}
          fields={written.matches}
          field="invoke/input/assign/matches"
          label={say('who.assign-matches')}
          hint={say('who.assign-matches-hint')}
          empty={say('who.assign-matches-none')}
          addLabel={say('who.assign-matches-add')}
          onWrite={(matches) => {
            const { matches: _was, ...rest } = JSON.parse(JSON.stringify(written));
            return act({ name: 'assign.set', payload: { step: element.id, assign: { ...rest, ...(matches.length > 0 && { matches }) } } });
          }}
        />
      )}
      {rule !== undefined && rule !== 'queue' && <p className={panelStyles.quiet}>{say('who.assign-later')}</p>}
    </div>
  );

  /** A rule that needs a step or a field is offered where there is one to choose. */
  function canBe(one: Rule): boolean {
    if (one === rule || names[one] === undefined) return true;
    return names[one] === 'step' ? steps.length > 0 : persons.length > 0;
  }
  function firstOf(one: Rule): Readonly<Record<string, string>> {
    const key = names[one];
    const first = key === 'step' ? steps[0]?.id : key === 'field' ? persons[0]?.[0] : undefined;
    return key === undefined || first === undefined ? {} : { [key]: first };
  }
}
