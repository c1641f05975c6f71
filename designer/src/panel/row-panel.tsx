import { ArrowDown, ArrowUp, Plus, Trash2, Unplug } from 'lucide-react';
import { WayLetters } from '../actions-editor/step-letters.tsx';
import { Button } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { ComboBox } from '../base/combo-box.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { ConditionFields } from '../conditions/condition-fields.tsx';
import { conditionWords } from '../conditions/condition-words.ts';
import { EventForm } from '../forms-editor/form-choice.tsx';
import { WayRequires } from '../forms-editor/way-requires.tsx';
import { useText, useWords } from '../language/words.tsx';
import type { Command } from '../model/command.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { rowAt } from '../model/rows.ts';
import type { TreeElement, TreeRow } from '../model/tree.ts';
import { moved } from '../outline/outline-edits.ts';
import { nameOf, rowIcon, rowWords } from '../outline/outline-words.ts';
import { provesSomething, WayProof } from '../proof/way-proof.tsx';
import { RowWhen } from '../when/row-when.tsx';
import { WayWho } from '../who/way-who.tsx';
import type { PanelProps } from './draft-panel.tsx';
import { EventButton } from './event-button.tsx';
import { FindingList } from './finding-list.tsx';
import styles from './panel.module.css';
import { PanelTabs } from './panel-tabs.tsx';
import { RemarkField } from './remark-field.tsx';
import { TitleFields } from './title-fields.tsx';

/** One way out of a step: what it is called, when it comes, where it leads. */
export function RowPanel({
  row,
  source,
  onAddStep,
  onRemove,
  ...panel
}: PanelProps & {
  readonly row: TreeRow;
  readonly source: TreeElement | undefined;
  readonly onAddStep: () => void;
  readonly onRemove: () => void;
}) {
  const say = useWords();
  const text = useText();
  const { definition, tree, act, onChoose, findings } = panel;
  const steps = [...tree.byId.values()].map((step) => ({ id: step.id, name: nameOf(step, say, text) }));
  const dates = useDates();
  const condition = row.condition === undefined ? undefined : conditionWords(definition, row.condition, say, text, dates);
  const place = { tree, row, source, element: undefined };
  const [up, down] = [moved(place, 'up'), moved(place, 'down')];
  const move = (command: Command | undefined) => {
    const [chosen] = (command && act(command)) ?? [];
    if (chosen !== undefined) onChoose(chosen);
  };
  return (
    <>
      <header className={styles.panelHead}>
        <Chip tone={row.kind === 'time' ? 'time' : 'neutral'} icon={rowIcon(row)}>
          {say(row.kind === 'time' ? 'outline.kind.deadline' : 'outline.kind.way')}
        </Chip>
        <h2>
          <bdi>{rowWords(definition, row, say, text, condition)}</bdi>
        </h2>
      </header>
      <FindingList definition={definition} findings={findings.filter(({ field }) => field[0] !== 'guard')} />
      <PanelTabs
        tab={panel.tab}
        findings={findings}
        technical={{ definition, at: row.at, act }}
        parts={{
          what: (
            <>
              <TitleFields
                definition={definition}
                words={row.label ?? {}}
                at="meta/title"
                onWrite={(language, words) => act({ name: 'row.label', payload: { row: row.address, language, words } })}
              />
              {row.via === 'on' && !row.name.includes('.') && (
                <EventButton key={row.name} definition={definition} act={act} event={row.name} />
              )}
              <RowWhen {...panel} row={row} source={source} />
              <ConditionFields
                definition={definition}
                condition={row.condition}
                isOtherwise={row.isOtherwise}
                findings={findings}
                onWrite={(condition) => act({ name: 'row.condition', payload: { row: row.address, ...(condition && { condition }) } })}
              />
              <div data-field="target">
                <ComboBox
                  label={say('outline.leads-to-field')}
                  options={steps}
                  value={row.to[0]}
                  none={say('outline.no-step')}
                  onChange={(to) => {
                    if (to !== undefined && to !== row.to[0]) act({ name: 'row.connect', payload: { row: row.address, to } });
                  }}
                />
              </div>
              <RemarkField
                remark={fieldsOf(rowAt(definition, placesOf(definition), row.address)?.row).description}
                onWrite={(words) => act({ name: 'row.remark', payload: { row: row.address, words } })}
              />
              <div className={styles.acts}>
                <Button kind="quiet" icon={ArrowUp} label={say('outline.up')} isDisabled={!up} onPress={() => move(up)} />
                <Button kind="quiet" icon={ArrowDown} label={say('outline.down')} isDisabled={!down} onPress={() => move(down)} />
                {(row.leads === 'open' || row.to.length === 1) && (
                  <Button icon={Plus} onPress={onAddStep}>
                    {say(row.leads === 'open' ? 'outline.next-step' : 'outline.insert-here')}
                  </Button>
                )}
                {row.to.length > 0 && (
                  <Button icon={Unplug} onPress={() => act({ name: 'row.disconnect', payload: { row: row.address } })}>
                    {say('outline.disconnect')}
                  </Button>
                )}
                <Button icon={Trash2} onPress={onRemove}>
                  {say('outline.remove')}
                </Button>
              </div>
            </>
          ),
          who: row.via === 'on' && <WayWho {...panel} row={row} />,
          data: row.via === 'on' && !row.name.includes('.') && (
            <>
              <EventForm {...panel} event={row.name} />
              <WayRequires {...panel} row={row} />
            </>
          ),
          letters: <WayLetters {...panel} row={row} />,
          proof: provesSomething(row) && <WayProof {...panel} row={row} />,
        }}
      />
    </>
  );
}
