import { ChosenList } from '../base/chosen-list.tsx';
import type { MessageId } from '../language/messages.ts';
import { useText, useWords } from '../language/words.tsx';
import type { ClockPart } from '../model/clock-commands.ts';
import { wordsOf } from '../model/loose-json.ts';
import type { ClockProps } from './clock-limit.tsx';
import { tagChoices } from './clock-words.ts';
import { FieldFindings } from './field-findings.tsx';
import styles from './when.module.css';

const names: Readonly<Record<ClockPart, MessageId>> = {
  starts: 'when.clock-starts',
  stops: 'when.clock-stops',
  pausesIn: 'when.clock-rests',
};
const hints: Readonly<Record<ClockPart, MessageId>> = {
  starts: 'when.clock-starts-hint',
  stops: 'when.clock-stops-hint',
  pausesIn: 'when.clock-rests-hint',
};
const adds: Readonly<Record<ClockPart, MessageId>> = {
  starts: 'when.clock-starts-add',
  stops: 'when.clock-stops-add',
  pausesIn: 'when.clock-rests-add',
};

/** What a clock starts, stops or rests with: what steps are for, in plain words, each with the steps. */
export function ClockTags({ clock, written, part, ...panel }: ClockProps & { readonly part: ClockPart }) {
  const say = useWords();
  const text = useText();
  const { definition, tree, act } = panel;
  const chosen = wordsOf(written[part]);
  const all = tagChoices(written, part, tree, { definition, say, text });
  const write = (tags: readonly string[]) => act({ name: 'clock.tags', payload: { clock, part, tags } });
  return (
    <div className={styles.part}>
      <ChosenList
        label={say(names[part])}
        hint={say(hints[part])}
        empty={say(part === 'pausesIn' ? 'when.never' : 'when.to-choose')}
        field={part}
        chosen={chosen.flatMap((tag) =>
          all.filter(({ id }) => id === tag).map(({ id, name, note }) => ({ id, name, note: <small>{note}</small> })),
        )}
        options={all.filter(({ id }) => !chosen.includes(id))}
        addLabel={say(adds[part])}
        none={say('when.no-such-mark')}
        locked=""
        removeName={(name) => say('when.remove-tag', { name })}
        onAdd={(tag) => write([...chosen, tag])}
        onRemove={(tag) => write(chosen.filter((other) => other !== tag))}
      />
      <FieldFindings {...panel} at={part} />
    </div>
  );
}
