import { Plus } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { caseFields } from '../conditions/case-fields.ts';
import { outcomeName } from '../conditions/outcome-words.ts';
import { useConditionOf } from '../conditions/way-conditions.ts';
import { useText, useWords } from '../language/words.tsx';
import { type Fields, fieldsOf, textOf, wordsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import type { TreeElement, TreeRow } from '../model/tree.ts';
import { leadsWords, listed, rowWords } from '../outline/outline-words.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { WayList } from '../panel/way-list.tsx';
import { type ActionEditing, CallFields, PartField } from './action-fields.tsx';
import styles from './actions.module.css';
import { LetterTo } from './letter-to.tsx';
import { HandedOver, ProcedureField } from './other-case-fields.tsx';
import { outcomesOf, useOtherProcedures } from './other-procedures.ts';
import { sourcesOf } from './value-sources.ts';

/** What a step does instead of a person: a letter that must be out, a connected system, another procedure. */
export function StepCall({ element, ...panel }: PanelProps & { readonly element: TreeElement }) {
  const say = useWords();
  const text = useText();
  const { definition, act, findings, onChoose } = panel;
  const { src, input } = fieldsOf(placesOf(definition).get(element.id)?.state.invoke);
  const editing: ActionEditing = {
    definition,
    params: fieldsOf(input),
    at: 'invoke/input',
    sources: sourcesOf(definition, { say, text }),
    hasProblem: (place) => findings.some(({ field }) => `${field.join('/')}/`.startsWith(`${place}/`)),
    set: (at, value) => act({ name: 'call.set', payload: { step: element.id, at, ...(value === undefined ? {} : { value }) } }),
    rename: (at, field) => act({ name: 'call.field', payload: { step: element.id, at, field } }),
    onChoose,
  };
  if (src === 'letter')
    return (
      <section className={styles.at}>
        <h3>{say('actions.letter-step')}</h3>
        <PartField {...editing} kind="letter" path="letter" />
        <LetterTo {...editing} />
        <IfItFails {...panel} element={element} title={say('actions.letter-fails')} />
      </section>
    );
  if (src === 'service')
    return (
      <section className={styles.at}>
        <h3>{say('actions.service-step')}</h3>
        <CallFields {...editing} />
        <IfItFails {...panel} element={element} title={say('actions.service-fails')} />
      </section>
    );
  return src === 'case' ? <CalledProcedure {...panel} element={element} editing={editing} /> : null;
}

function IfItFails({ element, title, ...panel }: PanelProps & { readonly element: TreeElement; readonly title: string }) {
  const say = useWords();
  const rows = element.rows.filter(({ via }) => via === 'invoke/onError');
  return (
    <section data-field="invoke/onError">
      <h3>{title}</h3>
      {rows.length === 0 && <p className={panelStyles.quiet}>{say('actions.fails-nothing')}</p>}
      <WayList {...panel} rows={rows} />
      <div className={panelStyles.adds}>
        <Button
          kind="link"
          icon={Plus}
          onPress={() => {
            const [chosen] = panel.act({ name: 'row.add', payload: { step: element.id, via: 'invoke/onError' } }) ?? [];
            if (chosen !== undefined) panel.onChoose(chosen);
          }}
        >
          {say('outline.add-way')}
        </Button>
      </div>
    </section>
  );
}

/** Which procedure, what it is given, what it brings back, and a way for each way in which it can end. */
function CalledProcedure({ element, editing, ...panel }: PanelProps & { readonly element: TreeElement; readonly editing: ActionEditing }) {
  const say = useWords();
  const text = useText();
  const procedures = useOtherProcedures();
  const document = procedures.find(({ id }) => id === editing.params.definition)?.document;
  const back = wordsOf(document?.returns).map((id) => text(textOf(fieldsOf(fieldsOf(document?.data)[id]).title)) || id);
  return (
    <section className={styles.at}>
      <h3>{say('actions.case-step')}</h3>
      <ProcedureField {...editing} procedures={procedures} />
      {document === undefined && editing.params.definition !== undefined && (
        <p className={panelStyles.quiet}>{say('actions.case-unread')}</p>
      )}
      <HandedOver {...editing} fields={document && caseFields(document, text)} />
      {document && (
        <p className={panelStyles.quiet}>
          {back.length === 0 ? say('actions.back-nothing') : say('actions.back', { names: listed(back, say) })}
        </p>
      )}
      {document && <Outcomes {...panel} element={element} document={document} />}
    </section>
  );
}

function Outcomes({ element, document, ...panel }: PanelProps & { readonly element: TreeElement; readonly document: Fields }) {
  const say = useWords();
  const text = useText();
  const rows = element.rows.filter(({ via }) => via === 'invoke/onDone');
  return (
    <section data-field="invoke/onDone">
      <h3>{say('actions.outcomes')}</h3>
      <ul className={styles.outcomes}>
        {outcomesOf(document).map((outcome) => {
          const name = outcomeName(outcome, text);
          const own = rows.find((row) => wordsOf(fieldsOf(row.condition).outcome).includes(outcome));
          const taking = own ?? rows.find(({ condition }) => condition === undefined);
          return (
            <li key={outcome}>
              <bdi>{name}</bdi>
              {taking && <TakingWay {...panel} row={taking} />}
              {!own && (
                <Button
                  kind="link"
                  icon={Plus}
                  label={say('actions.outcome-way', { outcome: name })}
                  onPress={() => {
                    const [chosen] = panel.act({ name: 'call.outcome', payload: { step: element.id, outcome } }) ?? [];
                    if (chosen !== undefined) panel.onChoose(chosen);
                  }}
                >
                  {say('actions.own-way')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function TakingWay({ row, definition, tree, onChoose }: PanelProps & { readonly row: TreeRow }) {
  const say = useWords();
  const text = useText();
  const condition = useConditionOf(definition)(row);
  const leads = leadsWords(tree, row, say, text);
  return (
    <Button
      forReaders
      kind="link"
      label={listed([leads, rowWords(definition, row, say, text, condition)], say)}
      onPress={() => onChoose(row.address)}
    >
      {leads}
    </Button>
  );
}
