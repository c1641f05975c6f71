import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { fieldsOf } from '../model/loose-json.ts';
import { AddPart, NewPartDialog } from '../panel/add-part.tsx';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { PartList } from '../panel/part-list.tsx';
import { AmountFields } from './amount-fields.tsx';
import { clockName, clockSentence } from './clock-words.ts';
import { inOrder } from './clocks-in-order.ts';
import { LawMark } from './law-mark.tsx';
import type { Plain } from './length.ts';
import { percentIn } from './percent.ts';
import { ProcedureHome } from './procedure-home.tsx';
import styles from './when.module.css';

/** The clocks and lengths of time of the procedure, with what adds one, and where its rounds come back to. */
export function WhenParts(panel: PanelProps) {
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const { definition, tree, onChoose } = panel;
  const telling = { definition, say, text };
  const clocks = inOrder(definition);
  return (
    <div className={styles.when}>
      <section data-field="clocks" tabIndex={-1}>
        <h3>{say('panel.clocks')}</h3>
        {clocks.length === 0 && <p className={panelStyles.quiet}>{say('panel.none')}</p>}
        <ul className={styles.clocks}>
          {clocks.map((id) => {
            const clock = fieldsOf(fieldsOf(fieldsOf(definition).clocks)[id]);
            return (
              <li key={id} data-kind={clock.kind}>
                <LawMark kind={clock.kind} />
                <Button forReaders kind="link" onPress={() => onChoose(`clock:${id}`)}>
                  {clockName(id, telling)}
                </Button>
                <small>{clockSentence(clock, tree, telling, percentIn(language))}</small>
              </li>
            );
          })}
        </ul>
        <AddPart words={say('when.add-clock')}>{(close) => <NewTimeDialog kind="clock" {...panel} onClose={close} />}</AddPart>
      </section>
      <div>
        <PartList {...panel} kind="delay" title={say('panel.delays')} />
        <AddPart words={say('when.add-delay')}>{(close) => <NewTimeDialog kind="delay" {...panel} onClose={close} />}</AddPart>
      </div>
      <ProcedureHome {...panel} />
    </div>
  );
}

/** Name and length of a new clock or length of time; the rest is said in its own panel. */
function NewTimeDialog({
  kind,
  definition,
  act,
  onChoose,
  onClose,
}: Pick<PanelProps, 'definition' | 'act' | 'onChoose'> & { readonly kind: 'clock' | 'delay'; readonly onClose: () => void }) {
  const say = useWords();
  const [length, setLength] = useState<Plain>({ unit: 'workingDays', amount: 30 });
  const [isLengthWrong, setLengthWrong] = useState(false);
  const [clockKind, setClockKind] = useState<'law' | 'service'>('service');
  return (
    <NewPartDialog
      definition={definition}
      title={say(kind === 'clock' ? 'when.add-clock' : 'when.add-delay')}
      isAnswered={!isLengthWrong}
      onClose={onClose}
      onAdd={(title) => {
        const written = { [length.unit]: length.amount };
        const [added] =
          act(
            kind === 'clock'
              ? { name: 'clock.add', payload: { title, kind: clockKind, length: written } }
              : { name: 'delay.add', payload: { title, length: written } },
          ) ?? [];
        if (added !== undefined) onChoose(added);
      }}
    >
      {kind === 'clock' && (
        <RadioCards
          label={say('when.clock-kind')}
          look="list"
          cards={[
            { id: 'law', name: say('when.clock-law'), note: say('when.clock-law-hint') },
            { id: 'service', name: say('when.clock-service'), note: say('when.clock-service-hint') },
          ]}
          value={clockKind}
          onChange={(id) => setClockKind(id === 'law' ? 'law' : 'service')}
        />
      )}
      <AmountFields label={say('outline.length')} value={length} onWrite={setLength} onWrong={setLengthWrong} />
    </NewPartDialog>
  );
}
