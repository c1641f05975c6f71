import type { Condition } from '@redress/engine';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../base/button.tsx';
import { useDates } from '../calendar/use-dates.ts';
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

/** When a way is taken: said as one sentence, and beneath it built from lines and groups. Every change is written at once. */
export function ConditionFields({
  definition,
  condition,
  isOtherwise,
  findings,
  onWrite,
}: {
  readonly definition: object;
  readonly condition: unknown;
  readonly isOtherwise: boolean;
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
  const builder: Builder = { definition, condition, fields: caseFields(definition, text), findings, change };
  if (condition === undefined)
    return (
      <section ref={root} className={styles.condition} data-field="guard">
        <p className={styles.sentence}>{say(isOtherwise ? 'condition.otherwise' : 'condition.always')}</p>
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
    <section ref={root} className={styles.condition} data-field="guard" aria-label={say('condition.title')}>
      <p className={styles.sentence} dir="auto">
        {say('condition.sentence-shown', { condition: conditionWords(definition, condition, say, text, dates) })}
      </p>
      <FindingList definition={definition} findings={findings.filter(({ field }) => field[0] === 'guard' && field[1] !== 'params')} />
      <ConditionPart builder={builder} part={condition} at={[]} name={say('condition.whole')} />
      {!isGroup && <AddButtons builder={builder} at={[]} />}
    </section>
  );
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
