import { Button } from '../base/button.tsx';
import { Chip } from '../base/chip.tsx';
import type { MessageId } from '../language/messages.ts';
import { useText, useWords } from '../language/words.tsx';
import { type ClockPart, clockParts } from '../model/clock-commands.ts';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import { stepsByTag } from '../model/step-tags.ts';
import type { TreeElement } from '../model/tree.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { clockName } from './clock-words.ts';
import { inOrder } from './clocks-in-order.ts';
import { LawMark } from './law-mark.tsx';
import styles from './when.module.css';

const happens: Readonly<Record<ClockPart, MessageId>> = {
  starts: 'when.clock-starts-here',
  stops: 'when.clock-stops-here',
  pausesIn: 'when.clock-rests-here',
};

/** The clocks of the case that start, stop or rest in this step. */
export function StepClocks({ element, ...panel }: PanelProps & { readonly element: TreeElement }) {
  const say = useWords();
  const text = useText();
  const { definition, onChoose } = panel;
  const steps = stepsByTag(definition);
  const isHere = (tag: string) => steps.get(tag)?.includes(element.id) ?? false;
  const here = inOrder(definition).flatMap((id) => {
    const clock = fieldsOf(fieldsOf(fieldsOf(definition).clocks)[id]);
    const parts = clockParts.filter((part) => wordsOf(clock[part]).some(isHere));
    return parts.length > 0 ? [{ id, clock, parts }] : [];
  });
  if (here.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{say('when.clocks-here')}</h3>
      <ul className={styles.clocks}>
        {here.map(({ id, clock, parts }) => (
          <li key={id} data-kind={clock.kind}>
            <LawMark kind={clock.kind} />
            <Button forReaders kind="link" onPress={() => onChoose(`clock:${id}`)}>
              {clockName(id, { definition, say, text })}
            </Button>
            {parts.map((part) => (
              <Chip key={part} tone="line">
                {say(happens[part])}
              </Chip>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
