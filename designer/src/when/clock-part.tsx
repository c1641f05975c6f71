import { RadioCards } from '../base/radio-cards.tsx';
import { Select } from '../base/select.tsx';
import { TextField } from '../base/text-field.tsx';
import { useKeptFocus } from '../base/use-kept-focus.ts';
import { Uses } from '../forms-editor/uses.tsx';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { clockMeanings } from '../model/clock-commands.ts';
import { fieldsOf, wordOf } from '../model/loose-json.ts';
import { usesOf } from '../model/uses.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { ClockExtension } from './clock-extension.tsx';
import { ClockLimit } from './clock-limit.tsx';
import { ClockTags } from './clock-tags.tsx';
import { ClockTells } from './clock-tells.tsx';
import { ClockWarnings } from './clock-warnings.tsx';
import { clockSentence } from './clock-words.ts';
import { Removal } from './delay-part.tsx';
import { LawMark } from './law-mark.tsx';
import { percentIn } from './percent.ts';
import { expiryWords } from './rule-words.ts';
import styles from './when.module.css';

/** A list of choices has no empty id. */
const none = '(none)';

/** A clock of the case: whose it is, when it starts, stops and rests, how long it has, when it warns, how it is extended. */
export function ClockPart({ clock, ...panel }: PanelProps & { readonly clock: string }) {
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const place = useKeptFocus<HTMLDivElement>();
  const { definition, tree, act, onChoose } = panel;
  const written = fieldsOf(fieldsOf(fieldsOf(definition).clocks)[clock]);
  const telling = { definition, say, text };
  const isLaw = written.kind === 'law';
  const shared = { ...panel, clock, written };
  const means = wordOf(written.expiryMeans);
  return (
    <div ref={place} tabIndex={-1} className={styles.when}>
      <div className={styles.summary} data-kind={written.kind}>
        <LawMark kind={written.kind} />
        <p className={styles.sentence}>{clockSentence(written, tree, telling, percentIn(language))}</p>
      </div>
      <div data-field="kind">
        <RadioCards
          label={say('when.clock-kind')}
          look="list"
          cards={[
            { id: 'law', name: say('when.clock-law'), note: say('when.clock-law-hint') },
            { id: 'service', name: say('when.clock-service'), note: say('when.clock-service-hint') },
          ]}
          value={wordOf(written.kind)}
          onChange={(kind) =>
            kind !== written.kind && (kind === 'law' || kind === 'service') && act({ name: 'clock.kind', payload: { clock, kind } })
          }
        />
      </div>
      <ClockLimit {...shared} />
      <ClockTags {...shared} part="starts" />
      <ClockTags {...shared} part="stops" />
      {!isLaw && <ClockTags {...shared} part="pausesIn" />}
      <ClockWarnings {...shared} />
      <ClockExtension {...shared} />
      <div data-field="expiryMeans">
        <Select
          label={say('when.means')}
          options={[{ id: none, name: say('when.means.nothing') }, ...clockMeanings.map((id) => ({ id, name: say(expiryWords[id]) }))]}
          value={means ?? none}
          onChange={(id) => {
            const chosen = clockMeanings.find((one) => one === id);
            if (id !== (means ?? none)) act({ name: 'clock.means', payload: { clock, ...(chosen ? { means: chosen } : {}) } });
          }}
        />
      </div>
      <div data-field="source">
        <TextField
          label={say('when.source')}
          hint={say('when.source-hint')}
          value={wordOf(written.source) ?? ''}
          onChange={(source) => act({ name: 'clock.source', payload: { clock, source } })}
        />
      </div>
      <ClockTells {...shared} />
      <Uses {...panel} kind="clock" name={clock} />
      <Removal
        isUsed={usesOf(definition, 'clock', clock).length > 0}
        onRemove={() => {
          if (act({ name: 'clock.remove', payload: { clock } })) onChoose('');
        }}
      />
    </div>
  );
}
