import { ArrowDown, ArrowUp, ListIndentDecrease, ListIndentIncrease, Plus, Trash2 } from 'lucide-react';
import { Button } from '../base/button.tsx';
import { useWords } from '../language/words.tsx';
import type { Builder } from './condition-builder.ts';
import { added, movedIn, movedOut, newLine, removed, shifted } from './condition-edits.ts';
import type { PartPath } from './condition-parts.ts';
import styles from './conditions.module.css';

/** A part goes up, down or away; each button says of which part. */
export function PartTools({ builder, at, name }: { readonly builder: Builder; readonly at: PartPath; readonly name: string }) {
  const say = useWords();
  const { condition, change } = builder;
  const [up, down] = [shifted(condition, at, -1), shifted(condition, at, 1)];
  const [into, out] = [movedIn(condition, at), movedOut(condition, at)];
  return (
    <span className={styles.tools}>
      {(up || down) && (
        <>
          <span data-control="up">
            <Button
              kind="quiet"
              icon={ArrowUp}
              label={say('condition.up', { line: name })}
              isDisabled={!up}
              onPress={() => up && change(up, 'up')}
            />
          </span>
          <span data-control="down">
            <Button
              kind="quiet"
              icon={ArrowDown}
              label={say('condition.down', { line: name })}
              isDisabled={!down}
              onPress={() => down && change(down, 'down')}
            />
          </span>
        </>
      )}
      {into && (
        <span data-control="into">
          <Button
            kind="quiet"
            icon={ListIndentIncrease}
            turn
            label={say('condition.into', { line: name })}
            onPress={() => change(into, 'out')}
          />
        </span>
      )}
      {out && (
        <span data-control="out">
          <Button
            kind="quiet"
            icon={ListIndentDecrease}
            turn
            label={say('condition.out', { line: name })}
            onPress={() => change(out, 'into')}
          />
        </span>
      )}
      <span data-control="remove">
        <Button
          kind="quiet"
          icon={Trash2}
          label={say('condition.remove', { line: name })}
          onPress={() => change(removed(condition, at), at.length === 0 ? 'add' : 'remove')}
        />
      </span>
    </span>
  );
}

/** What may stand at the end of a group: a line, a group of its own, where the case is, a formula. */
export function AddButtons({ builder, at, name }: { readonly builder: Builder; readonly at: PartPath; readonly name?: string }) {
  const say = useWords();
  const { condition, change } = builder;
  const spoken = (add: string) => (name === undefined ? {} : { label: say('condition.add-to', { add, place: name }) });
  const buttons = [
    { words: say('condition.add-line'), part: newLine },
    { words: say('condition.add-group'), part: { any: [newLine] } },
    ...(builder.asksSteps ? [{ words: say('condition.add-step'), part: { in: '' } }] : []),
    { words: say('condition.add-formula'), part: { feel: '' } },
  ];
  return (
    <span className={styles.adds} data-control="add">
      {buttons.map(({ words, part }) => (
        <Button key={words} kind="link" icon={Plus} {...spoken(words)} onPress={() => change(added(condition, at, part), 'field')}>
          {words}
        </Button>
      ))}
    </span>
  );
}
