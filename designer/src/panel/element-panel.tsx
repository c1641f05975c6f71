import { ArrowDown, ArrowUp, CirclePlay, Clock, Pencil, Plus, Trash2 } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import { Select } from '../base/select.tsx';
import { useText, useWords } from '../language/words.tsx';
import type { Command } from '../model/command.ts';
import type { ElementFinding } from '../model/findings.ts';
import { fieldsOf, textOf } from '../model/loose-json.ts';
import type { ProcedureTree, TreeElement, TreeRow } from '../model/tree.ts';
import { moved } from '../outline/outline-edits.ts';
import { elementKinds, leadsWords, nameOf, rowWords } from '../outline/outline-words.ts';
import { FindingList } from './finding-list.tsx';
import styles from './panel.module.css';
import { TitleFields } from './title-fields.tsx';

export interface PanelProps {
  readonly definition: object;
  readonly tree: ProcedureTree;
  readonly findings: readonly ElementFinding[];
  readonly act: (command: Command) => readonly string[] | undefined;
  readonly onChoose: (id: string) => void;
}

/** What a step or stage is, who does it, which ways lead out of it: in plain words, each change at once. */
export function ElementPanel({
  element,
  onAddWay,
  onAddDeadline,
  onAddStep,
  onRemove,
  ...panel
}: PanelProps & {
  readonly element: TreeElement;
  readonly onAddWay: () => void;
  readonly onAddDeadline: () => void;
  readonly onAddStep: () => void;
  readonly onRemove: () => void;
}) {
  const say = useWords();
  const text = useText();
  const { definition, tree, act, findings } = panel;
  const kind = elementKinds[element.kind];
  const roles = Object.entries(fieldsOf(fieldsOf(definition).roles)).map(([id, role]) => ({
    id,
    name: text(textOf(fieldsOf(role).title)) || id,
  }));
  const forms = Object.entries(fieldsOf(fieldsOf(definition).forms)).map(([id, form]) => ({
    id,
    name: text(textOf(fieldsOf(form).title)) || id,
  }));
  const stages = [...tree.byId.values()]
    .filter((other) => (other.kind === 'stage' || other.kind === 'tracks') && !isInside(tree, other.id, element.id))
    .map((stage) => ({ id: stage.id, name: nameOf(stage, say, text) }));
  const works = element.kind === 'task' || (element.kind === 'wait' && element.role !== undefined);
  const holds = element.kind !== 'outcome' && element.kind !== 'history';
  return (
    <>
      <header className={styles.panelHead}>
        <Chip tone={element.kind === 'task' ? 'task' : element.kind === 'decision' ? 'decision' : 'neutral'} icon={kind.icon}>
          {say(kind.word)}
        </Chip>
        <h2 dir="auto">{nameOf(element, say, text)}</h2>
      </header>
      <FindingList definition={definition} findings={findings} />
      <TitleFields
        definition={definition}
        words={element.title}
        at="meta/title"
        onWrite={(language, words) => act({ name: 'title.set', payload: { of: element.id, language, words } })}
      />
      {holds && (
        <div data-field={works ? 'invoke/input/role' : 'meta/owner'}>
          <Select
            label={say(works ? 'outline.who-works' : 'outline.who-answers')}
            options={roles}
            value={works ? element.role : element.owner}
            onChange={(role) =>
              act(
                works
                  ? { name: 'role.set', payload: { step: element.id, role } }
                  : { name: 'owner.set', payload: { step: element.id, role } },
              )
            }
          />
        </div>
      )}
      {works && (
        <div data-field="invoke/input/form">
          <Select
            label={say('outline.form')}
            options={forms}
            value={element.form}
            onChange={(form) => act({ name: 'form.set', payload: { step: element.id, form } })}
          />
          {forms.some(({ id }) => id === element.form) && (
            <Button kind="link" icon={Pencil} onPress={() => panel.onChoose(`form:${element.form}`)}>
              {say('forms.edit')}
            </Button>
          )}
        </div>
      )}
      {holds && (
        <section>
          <h3>{say('outline.ways')}</h3>
          <ul className={styles.ways}>
            {element.rows.map((row) => (
              <Way key={row.address} row={row} {...panel} />
            ))}
          </ul>
          <div className={styles.adds}>
            <Button kind="link" icon={Plus} onPress={onAddWay}>
              {say('outline.add-way')}
            </Button>
            <Button kind="link" icon={Clock} onPress={onAddDeadline}>
              {say('outline.add-deadline')}
            </Button>
          </div>
        </section>
      )}
      {element.inherited.length > 0 && (
        <section className={styles.inherited}>
          <h3>{say('outline.any-time')}</h3>
          <ul className={styles.ways}>
            {element.inherited.map((row) => (
              <Way
                key={row.address}
                row={row}
                {...panel}
                from={row.source === '' ? text(tree.title) : nameOf(tree.byId.get(row.source), say, text)}
              />
            ))}
          </ul>
        </section>
      )}
      <Select
        label={say('outline.stands-in')}
        options={[{ id: procedure, name: say('outline.no-stage') }, ...stages]}
        value={element.parent === '' ? procedure : element.parent}
        onChange={(into) => act({ name: 'step.move', payload: { ids: [element.id], into: into === procedure ? '' : into } })}
      />
      <div className={styles.acts}>
        {holds && (
          <Button icon={Plus} onPress={onAddStep}>
            {say(element.kind === 'stage' || element.kind === 'tracks' ? 'outline.new-step' : 'outline.next-step')}
          </Button>
        )}
        <MoveButtons {...panel} element={element} />
        {!element.isStart && holds && (
          <Button icon={CirclePlay} onPress={() => act({ name: 'start.set', payload: { stage: element.parent, step: element.id } })}>
            {say('outline.start-here')}
          </Button>
        )}
        <Button icon={Trash2} onPress={onRemove}>
          {say('outline.remove')}
        </Button>
      </div>
    </>
  );
}

/** The procedure itself is no stage, and a list of choices has no empty id. */
const procedure = '(procedure)';

function isInside(tree: ProcedureTree, id: string, around: string): boolean {
  for (let at: string | undefined = id; at !== undefined && at !== ''; at = tree.byId.get(at)?.parent) if (at === around) return true;
  return false;
}

function Way({ row, definition, tree, onChoose, from }: PanelProps & { readonly row: TreeRow; readonly from?: string }) {
  const say = useWords();
  const text = useText();
  return (
    <li>
      <Button kind="link" onPress={() => onChoose(row.address)}>
        {rowWords(definition, row, say, text)}
      </Button>
      <small>
        {from === undefined
          ? row.leads === 'on'
            ? say('outline.leads-to', { to: leadsWords(tree, row, say, text) })
            : leadsWords(tree, row, say, text)
          : say('outline.from-stage', { stage: from })}
      </small>
    </li>
  );
}

function MoveButtons({ element, tree, act }: PanelProps & { readonly element: TreeElement }) {
  const say = useWords();
  const place = { tree, element, row: undefined, source: undefined };
  const [up, down] = [moved(place, 'up'), moved(place, 'down')];
  return (
    <>
      <Button kind="quiet" icon={ArrowUp} label={say('outline.up')} isDisabled={!up} onPress={() => up && act(up)} />
      <Button kind="quiet" icon={ArrowDown} label={say('outline.down')} isDisabled={!down} onPress={() => down && act(down)} />
    </>
  );
}
