import { ArrowDown, ArrowUp, Eye, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button } from '../base/button.tsx';
import { Checkbox } from '../base/checkbox.tsx';
import { Icon } from '../base/icon.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { conditionWords } from '../conditions/condition-words.ts';
import { useText, useWords } from '../language/words.tsx';
import { sortOf } from '../model/field-sort.ts';
import type { LinePlace } from '../model/form-commands.ts';
import { type Fields, fieldsOf, textOf, wordOf } from '../model/loose-json.ts';
import type { FormsPanel } from './form-part.tsx';
import styles from './forms.module.css';
import { LineMore } from './line-more.tsx';
import { sortName } from './sort-words.ts';

/** The fields of a section in their order, moved by buttons and by Alt+Shift with the arrows. */
export function FormLines({
  form,
  section,
  lines,
  isFirst,
  isLast,
  ...panel
}: FormsPanel & {
  readonly form: string;
  readonly section: number;
  readonly lines: readonly Fields[];
  readonly isFirst: boolean;
  readonly isLast: boolean;
}) {
  const list = useRef<HTMLUListElement>(null);
  /** What was moved takes the focus along, to the button that was pressed. */
  const moved = useRef<{ readonly field: string; readonly control: number } | undefined>(undefined);
  useEffect(() => {
    const wanted = moved.current;
    moved.current = undefined;
    if (!wanted) return;
    const around = list.current?.closest('[data-form]') ?? document;
    const controls = controlsOf(around.querySelector(`[data-line="${CSS.escape(wanted.field)}"]`));
    const [first] = controls;
    const same = controls[wanted.control];
    (same?.hasAttribute('disabled') ? first : same)?.focus();
  });
  const move = (line: number, where: 'up' | 'down') => {
    const field = wordOf(lines[line]?.field) ?? '';
    const here = controlsOf(list.current?.querySelector(`[data-line="${CSS.escape(field)}"]`) ?? null);
    moved.current = {
      field,
      control: Math.max(
        0,
        here.findIndex((control) => control.contains(document.activeElement)),
      ),
    };
    panel.act({ name: 'form.move', payload: { form, section, line, where } });
  };
  const onKey = (event: KeyboardEvent, line: number) => {
    if (!event.altKey || !event.shiftKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    event.stopPropagation();
    move(line, event.key === 'ArrowUp' ? 'up' : 'down');
  };
  if (lines.length === 0) return null;
  return (
    <ul ref={list} className={styles.lines}>
      {lines.map((line, at) => (
        <li
          // A form may ask a field twice while it is drawn.
          key={`${wordOf(line.field)} ${lines.slice(0, at).filter(({ field }) => field === line.field).length}`}
          data-line={wordOf(line.field)}
          onKeyDown={(event) => onKey(event, at)}
        >
          <Line
            {...panel}
            line={line}
            place={{ form, section, line: at }}
            mayUp={at > 0 || !isFirst}
            mayDown={at < lines.length - 1 || !isLast}
            onMove={(where) => move(at, where)}
            onRequire={(required) => panel.act({ name: 'form.require', payload: { form, section, line: at, required } })}
            onRemove={() => panel.act({ name: 'form.unask', payload: { form, section, line: at } })}
          />
        </li>
      ))}
    </ul>
  );
}

const controlsOf = (line: Element | null): readonly HTMLElement[] => [...(line?.querySelectorAll<HTMLElement>('button, input') ?? [])];

function Line({
  definition,
  line,
  place,
  mayUp,
  mayDown,
  onChoose,
  act,
  findings,
  onMove,
  onRequire,
  onRemove,
}: FormsPanel & {
  readonly line: Fields;
  readonly place: LinePlace;
  readonly mayUp: boolean;
  readonly mayDown: boolean;
  readonly onMove: (where: 'up' | 'down') => void;
  readonly onRequire: (required: boolean) => void;
  readonly onRemove: () => void;
}) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const id = wordOf(line.field) ?? '';
  const field = fieldsOf(fieldsOf(fieldsOf(definition).data)[id]);
  const name = text(textOf(field.title)) || id;
  return (
    <>
      <div className={styles.name}>
        <Button forReaders kind="link" onPress={() => onChoose(`field:${id}`)}>
          <bdi>{name}</bdi>
        </Button>
        <small>
          {sortName(sortOf(field), say)}
          {line.when !== undefined &&
            ` · ${say('forms.only-if-words', { condition: conditionWords(definition, line.when, say, text, dates) })}`}
        </small>
      </div>
      {line.readOnly === true ? (
        <span className={styles.shown}>
          <Icon of={Eye} size={16} /> {say('forms.shown')}
        </span>
      ) : (
        <Checkbox
          label={say('forms.required')}
          spoken={say('forms.required-of', { name })}
          value={line.required === true}
          onChange={onRequire}
        />
      )}
      <div className={styles.moves}>
        <Button kind="quiet" icon={ArrowUp} label={say('forms.up', { name })} isDisabled={!mayUp} onPress={() => onMove('up')} />
        <Button kind="quiet" icon={ArrowDown} label={say('forms.down', { name })} isDisabled={!mayDown} onPress={() => onMove('down')} />
        <Button kind="quiet" icon={X} label={say('forms.unask', { name })} onPress={onRemove} />
      </div>
      <LineMore definition={definition} line={line} name={name} place={place} findings={findings} act={act} />
    </>
  );
}
