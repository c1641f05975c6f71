import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../base/button.tsx';
import { Dialog } from '../base/dialog.tsx';
import { RadioCards } from '../base/radio-cards.tsx';
import { TextField } from '../base/text-field.tsx';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { fieldsOf, wordsOf } from '../model/loose-json.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import panelStyles from '../panel/panel.module.css';
import { PartList } from '../panel/part-list.tsx';
import { AmountFields } from './amount-fields.tsx';
import { clockName, clockSentence } from './clock-words.ts';
import { inOrder } from './clocks-in-order.ts';
import { LawMark } from './law-mark.tsx';
import type { Plain } from './length.ts';
import { percentIn } from './percent.ts';
import styles from './when.module.css';

/** The clocks and lengths of time of the procedure, with what adds one. */
export function WhenParts(panel: PanelProps) {
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const [adding, setAdding] = useState<'clock' | 'delay'>();
  const { definition, tree, act, onChoose } = panel;
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
        <div className={panelStyles.adds}>
          <Button kind="link" icon={Plus} onPress={() => setAdding('clock')}>
            {say('when.add-clock')}
          </Button>
        </div>
      </section>
      <div>
        <PartList {...panel} kind="delay" title={say('panel.delays')} />
        <div className={panelStyles.adds}>
          <Button kind="link" icon={Plus} onPress={() => setAdding('delay')}>
            {say('when.add-delay')}
          </Button>
        </div>
      </div>
      {adding !== undefined && (
        <NewTimeDialog
          kind={adding}
          definition={definition}
          onClose={() => setAdding(undefined)}
          onAdd={({ title, length, clockKind }) => {
            setAdding(undefined);
            const written = { [length.unit]: length.amount };
            const [added] =
              act(
                adding === 'clock'
                  ? { name: 'clock.add', payload: { title, kind: clockKind, length: written } }
                  : { name: 'delay.add', payload: { title, length: written } },
              ) ?? [];
            if (added !== undefined) onChoose(added);
          }}
        />
      )}
    </div>
  );
}

/** Name and length of a new clock or length of time; the rest is said in its own panel. */
function NewTimeDialog({
  kind,
  definition,
  onAdd,
  onClose,
}: {
  readonly kind: 'clock' | 'delay';
  readonly definition: object;
  readonly onAdd: (wish: {
    readonly title: Readonly<Record<string, string>>;
    readonly length: Plain;
    readonly clockKind: 'law' | 'service';
  }) => void;
  readonly onClose: () => void;
}) {
  const say = useWords();
  const language = useLanguage();
  const [name, setName] = useState('');
  const [length, setLength] = useState<Plain>({ unit: 'workingDays', amount: 30 });
  const [clockKind, setClockKind] = useState<'law' | 'service'>('service');
  const [tried, setTried] = useState(false);
  const languages = wordsOf(fieldsOf(definition).languages);
  const written = languages.includes(language) ? language : (languages[0] ?? language);
  const nameless = name.trim() === '';
  return (
    <Dialog
      title={say(kind === 'clock' ? 'when.add-clock' : 'when.add-delay')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" type="submit" form="new-time">
            {say('outline.add')}
          </Button>
          <Button onPress={onClose}>{say('dialog.cancel')}</Button>
        </>
      }
    >
      <form
        id="new-time"
        className={styles.fields}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!nameless) onAdd({ title: { [written]: name.trim() }, length, clockKind });
        }}
      >
        <TextField
          label={say('outline.name')}
          value={name}
          onChange={setName}
          autoFocus
          {...(tried && nameless ? { problem: say('outline.name-missing') } : {})}
        />
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
        <AmountFields label={say('outline.length')} value={length} onWrite={setLength} />
      </form>
    </Dialog>
  );
}
