import { Undo2 } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { CheckboxGroup } from '../base/checkbox.tsx';
import formStyles from '../forms-editor/forms.module.css';
import { useText, useWords } from '../language/words.tsx';
import { type Fields, fieldsOf, wordsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { rowAt } from '../model/rows.ts';
import type { ProcedureTree, TreeRow } from '../model/tree.ts';
import { listed } from '../outline/outline-words.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { partsOf } from '../panel/parts.ts';

/** Connected systems and ourselves, among the roles that may send. */
const system = 'system';

/** Who may press it or send it: said at this way, else at the button wherever it stands, else whoever does the task (format, decision 5). */
export function WayWho({ row, ...panel }: PanelProps & { readonly row: TreeRow }) {
  const say = useWords();
  const text = useText();
  const { definition, tree, act } = panel;
  if (row.via !== 'on' || row.name.includes('.')) return <p className={panelStyles.quiet}>{say('who.way-nobody')}</p>;
  const own = wordsOf(metaOf(definition, row).by);
  const everywhere = wordsOf(fieldsOf(fieldsOf(fieldsOf(definition).events)[row.name]).by);
  const workers = workersOf(tree, row);
  const senders = own.length > 0 ? own : everywhere.length > 0 ? everywhere : workers;
  const options = sendersOf(definition, text, say('who.system'), senders);
  const names = listed(
    senders.map((id) => options.find((one) => one.id === id)?.name ?? id),
    say,
  );
  const because = own.length > 0 ? 'here' : everywhere.length > 0 ? 'button' : workers.length > 0 ? 'task' : 'nobody';
  const write = (roles: readonly string[]) => act({ name: 'row.by', payload: { row: row.address, roles } });
  return (
    <div className={formStyles.parts}>
      <p>{say(`who.may-press.${because}`, { names })}</p>
      <OnBehalf definition={definition} senders={senders} />
      <div data-field="meta/by">
        <CheckboxGroup
          label={say('who.press-here')}
          hint={say(own.length > 0 ? 'who.press-hint-own' : 'who.press-hint')}
          boxes={options}
          value={senders}
          onChange={(roles) => roles.length > 0 && write(roles)}
        />
      </div>
      {own.length > 0 && (everywhere.length > 0 || workers.length > 0) && (
        <div>
          <Button icon={Undo2} onPress={() => write([])}>
            {say(everywhere.length > 0 ? 'who.press-as-button' : 'who.press-as-task')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The same for a button or message, wherever it stands. */
export function EventWho({ event, definition, act }: PanelProps & { readonly event: string }) {
  const say = useWords();
  const text = useText();
  const by = wordsOf(fieldsOf(fieldsOf(fieldsOf(definition).events)[event]).by);
  return (
    <div className={formStyles.parts}>
      <div data-field="by">
        <CheckboxGroup
          label={say('who.press-everywhere')}
          hint={say(by.length > 0 ? 'who.press-everywhere-by' : 'who.press-everywhere-task')}
          boxes={sendersOf(definition, text, say('who.system'), by)}
          value={by}
          onChange={(roles) => act({ name: 'event.by', payload: { event, roles } })}
        />
      </div>
      <OnBehalf definition={definition} senders={by} />
    </div>
  );
}

/** Who may begin a case with the form of the beginning. What another procedure begins has none. */
export function StartWho({ definition, act }: Pick<PanelProps, 'definition' | 'act'>) {
  const say = useWords();
  const text = useText();
  const { start } = fieldsOf(definition);
  if (start === undefined) return <p className={panelStyles.quiet}>{say('who.start-other')}</p>;
  const by = wordsOf(fieldsOf(start).by);
  return (
    <div data-field="start/by">
      <CheckboxGroup
        label={say('who.start-by')}
        boxes={sendersOf(definition, text, say('who.system'), by)}
        value={by}
        onChange={(roles) => roles.length > 0 && act({ name: 'start.by', payload: { roles } })}
      />
      <OnBehalf definition={definition} senders={by} />
    </div>
  );
}

/** What somebody outside says, staff may write down for them. */
function OnBehalf({ definition, senders }: { readonly definition: object; readonly senders: readonly string[] }) {
  const say = useWords();
  const text = useText();
  const outside = partsOf(definition, 'role', text).filter(
    ({ id }) => senders.includes(id) && fieldsOf(fieldsOf(fieldsOf(definition).roles)[id]).party !== 'organisation',
  );
  if (outside.length === 0) return null;
  return (
    <p className={panelStyles.quiet}>
      {say('who.on-behalf', {
        names: listed(
          outside.map(({ name }) => name),
          say,
        ),
      })}
    </p>
  );
}

/** Every role, our own systems, and what is named but is not there. */
function sendersOf(definition: object, text: ReturnType<typeof useText>, systemName: string, named: readonly string[]) {
  const roles = [...partsOf(definition, 'role', text), { id: system, name: systemName }];
  return [...roles, ...named.filter((id) => !roles.some((role) => role.id === id)).map((id) => ({ id, name: id }))];
}

function metaOf(definition: object, row: TreeRow): Fields {
  return fieldsOf(rowAt(definition, placesOf(definition), row.address)?.row.meta);
}

/** Roles of the tasks that the way stands on: of its step, else of the steps inside its stage. */
function workersOf(tree: ProcedureTree, row: TreeRow): readonly string[] {
  const source = tree.byId.get(row.source);
  const roles = new Set<string>();
  const look = (elements: ProcedureTree['elements']): void => {
    for (const { role, children } of elements) {
      if (role !== undefined) roles.add(role);
      look(children);
    }
  };
  look(source ? [source] : tree.elements);
  return [...roles];
}
