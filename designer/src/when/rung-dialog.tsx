import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { ComboBox } from '../base/combo-box.tsx';
import { Dialog } from '../base/dialog.tsx';
import { Note } from '../base/note.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { Select } from '../base/select.tsx';
import type { MessageId } from '../language/messages.ts';
import { useText, useWords } from '../language/words.tsx';
import type { Command } from '../model/command.ts';
import { type RungSort, rungSorts } from '../model/delay-commands.ts';
import { fieldsOf } from '../model/loose-json.ts';
import type { TreeElement } from '../model/tree.ts';
import { nameOf } from '../outline/outline-words.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { partsOf } from '../panel/parts.ts';
import { AmountFields } from './amount-fields.tsx';
import type { Plain } from './length.ts';
import { rungLooks } from './rung-item.tsx';
import styles from './when.module.css';

/** A list of choices has no empty id. */
const none = '(none)';
const hints: Readonly<Record<RungSort, MessageId>> = {
  remind: 'when.rung.remind-hint',
  escalate: 'when.rung.escalate-hint',
  deadline: 'when.rung.deadline-hint',
  update: 'when.rung.update-hint',
};
const usual: Readonly<Record<RungSort, Plain>> = {
  remind: { unit: 'workingDays', amount: 3 },
  escalate: { unit: 'workingDays', amount: 5 },
  deadline: { unit: 'workingDays', amount: 10 },
  update: { unit: 'days', amount: 10 },
};

/** Nobody hands a late task to these. */
const outsiders: ReadonlySet<unknown> = new Set(['complainant', 'customer']);

/** A reminder, an escalation, the deadline or a repeated update: after how long, and what happens then. All of it is one edit. */
export function RungDialog({
  definition,
  tree,
  element,
  hasDeadline,
  onAdd,
  onClose,
}: PanelProps & {
  readonly element: TreeElement;
  /** A step has one: then no other is offered. */
  readonly hasDeadline: boolean;
  readonly onAdd: (command: Command) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const text = useText();
  const [sort, setSort] = useState<RungSort>(hasDeadline ? 'remind' : 'deadline');
  const [lengths, setLengths] = useState(usual);
  const [isLengthWrong, setLengthWrong] = useState(false);
  const [letter, setLetter] = useState(none);
  const [letterTo, setLetterTo] = useState(none);
  const [role, setRole] = useState<string>();
  const [to, setTo] = useState<string>();
  const [tried, setTried] = useState(false);
  const letters = partsOf(definition, 'letter', text);
  const roles = partsOf(definition, 'role', text);
  const parties = fieldsOf(fieldsOf(definition).roles);
  const workers = roles.filter(({ id }) => !outsiders.has(fieldsOf(parties[id]).party));
  const steps = [...tree.byId.values()]
    .filter(({ id }) => id !== element.id)
    .map((step) => ({ id: step.id, name: nameOf(step, say, text) }));
  const works = element.role !== undefined;
  const writes = sort === 'remind' || sort === 'update' || (sort === 'escalate' && !works);
  const problems = {
    letter: writes && letter === none ? say('when.letter-missing') : undefined,
    role: sort === 'escalate' && works && role === undefined ? say('when.role-missing') : undefined,
    to: sort === 'deadline' && to === undefined ? say('when.to-missing') : undefined,
  };
  const isReady = !isLengthWrong && Object.values(problems).every((problem) => problem === undefined);
  const wrong = (problem: string | undefined) => (tried && problem !== undefined ? { problem } : {});
  const add = () => {
    setTried(true);
    if (!isReady) return;
    const { unit, amount } = lengths[sort];
    onAdd({
      name: 'rung.add',
      payload: {
        step: element.id,
        sort,
        length: { [unit]: amount },
        ...(letter === none ? {} : { letter }),
        ...(letter === none || letterTo === none ? {} : { letterTo }),
        ...(sort === 'escalate' && role !== undefined ? { role } : {}),
        ...(sort === 'deadline' && to !== undefined ? { to } : {}),
      },
    });
  };
  return (
    <Dialog
      title={say('when.add-rung')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form="new-rung">
            {say('outline.add')}
          </Button>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
        </>
      }
    >
      <form
        id="new-rung"
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <RadioCards
          label={say('when.what-happens')}
          look="list"
          cards={rungSorts
            .filter((one) => one !== 'deadline' || !hasDeadline)
            .map((id) => ({ id, name: say(rungLooks[id].word), note: say(hints[id]), icon: rungLooks[id].icon }))}
          value={sort}
          onChange={(id) => {
            setSort(rungSorts.find((one) => one === id) ?? 'remind');
            setLengthWrong(false);
          }}
        />
        <AmountFields
          key={sort}
          label={say(sort === 'update' ? 'when.every-how-long' : 'when.after-how-long')}
          value={lengths[sort]}
          onWrite={(next) => setLengths({ ...lengths, [sort]: next })}
          onWrong={setLengthWrong}
        />
        {sort === 'deadline' && (
          <ComboBox
            label={say('when.then-step')}
            options={steps}
            value={to}
            none={say('outline.no-step')}
            onChange={setTo}
            {...wrong(problems.to)}
          />
        )}
        {sort === 'escalate' && works && (
          <Select label={say('when.then-role')} options={workers} value={role} onChange={setRole} {...wrong(problems.role)} />
        )}
        {letters.length > 0 ? (
          <Select
            label={say('when.letter')}
            options={[...(writes ? [] : [{ id: none, name: say('when.no-letter') }]), ...letters]}
            value={writes && letter === none ? undefined : letter}
            onChange={setLetter}
            {...wrong(problems.letter)}
          />
        ) : (
          writes && <Note>{say('when.no-letters')}</Note>
        )}
        {letter !== none && (
          <Select
            label={say('when.letter-to')}
            options={[{ id: none, name: say('when.letter-to-own') }, ...roles]}
            value={letterTo}
            onChange={setLetterTo}
          />
        )}
      </form>
    </Dialog>
  );
}
