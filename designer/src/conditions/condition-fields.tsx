import type { Condition } from '@redress/engine';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../base/button.tsx';
import { useDates } from '../calendar/use-dates.ts';
import type { MessageId } from '../language/messages.ts';
import { useText, useWords } from '../language/words.tsx';
import type { ElementFinding } from '../model/findings.ts';
import { FindingList } from '../panel/finding-list.tsx';
import { caseFields } from './case-fields.ts';
import type { Builder, Control } from './condition-builder.ts';
import { type Changed, newLine } from './condition-edits.ts';
import { ConditionPart } from './condition-part.tsx';
import { type PartPath, partOf } from './condition-parts.ts';
import { AddButtons } from './condition-tools.tsx';
import { conditionWords } from './condition-words.ts';
import styles from './conditions.module.css';

/** When a way is taken, or something else is said or shown: said as one sentence, and beneath it built from lines and groups. Every change is written at once. */
export function ConditionFields({
  definition,
  condition,
  isOtherwise = false,
  field = 'guard',
  place = ['guard', 'params'],
  always = 'condition.always',
  label = 'condition.title',
  findings,
  onWrite,
}: {
  readonly definition: object;
  readonly condition: unknown;
  readonly isOtherwise?: boolean;
  /** Where it is written, from the chosen element on, and there the condition itself. */
  readonly field?: string;
  readonly place?: readonly string[];
  /** What it means that there is none, and what it is. */
  readonly always?: MessageId;
  readonly label?: MessageId;
  readonly findings: readonly ElementFinding[];
  readonly onWrite: (condition: Condition | undefined) => void;
}) {
  const say = useWords();
  const text = useText();
  const dates = useDates();
  const { root, goTo } = useFocusAfter(condition);
  const change = (changed: Changed, control?: Control) => {
    if (control) goTo({ at: changed.at, control });
    if (changed.condition !== condition) onWrite(changed.condition as Condition | undefined); // A draft holds what it holds; findings say what is wrong.
  };
  const builder: Builder = {
    definition,
    condition,
    fields: caseFields(definition, text),
    findings,
    place,
    asksSteps: place[0] !== 'sections',
    change,
  };
  if (condition === undefined)
    return (
      <section ref={root} className={styles.condition} data-field={field}>
        <p className={styles.sentence}>{say(isOtherwise ? 'condition.otherwise' : always)}</p>
        {builder.fields.length === 0 ? (
          <p className={styles.quiet}>{say('condition.no-data')}</p>
        ) : (
          <span data-control="add">
            <Button icon={Plus} onPress={() => change({ condition: newLine, at: [] }, 'field')}>
              {say('condition.add')}
            </Button>
          </span>
        )}
      </section>
    );
  const isGroup = partOf(condition).is === 'group';
  return (
    <section ref={root} className={styles.condition} data-field={field} aria-label={say(label)}>
      <p className={styles.sentence} dir="auto">
        {say('condition.sentence-shown', { condition: conditionWords(definition, condition, say, text, dates) })}
      </p>
      <FindingList definition={definition} findings={findings.filter((finding) => isBeside(finding, field, place))} />
      <ConditionPart builder={builder} part={condition} at={[]} name={say('condition.whole')} />
      {!isGroup && <AddButtons builder={builder} at={[]} />}
    </section>
  );
}

/** What is wrong with where the condition stands, not with the condition. */
function isBeside({ field: path }: ElementFinding, field: string, place: readonly string[]): boolean {
  const isAt = path.join('/') === field || path.join('/').startsWith(`${field}/`);
  return isAt && !place.every((key, index) => path[index] === key);
}

/** After a change the focus goes to a control of the part one is at, as soon as that part is drawn. */
function useFocusAfter(condition: unknown) {
  const root = useRef<HTMLElement>(null);
  const [going, goTo] = useState<{ readonly at: PartPath; readonly control: Control }>();
  useEffect(() => {
    if (!going) return;
    goTo(undefined);
    const part = condition === undefined ? root.current : root.current?.querySelector(`[data-part="${going.at.join('/')}"]`);
    const control = (name: Control) =>
      part?.querySelector<HTMLElement>(`[data-control="${name}"] :is(input, textarea, button):not([disabled])`);
    const found = [going.control, ...fallBack].map(control).find((one) => one);
    found?.focus();
  }, [going, condition]);
  return { root, goTo };
}
const fallBack: readonly Control[] = ['down', 'up', 'remove', 'field', 'add'];
