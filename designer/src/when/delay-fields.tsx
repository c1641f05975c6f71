import type { JsonObject } from '@redress/engine';
import { Select } from '../base/select.tsx';
import { caseFields } from '../conditions/case-fields.ts';
import type { MessageId } from '../language/messages.ts';
import { useText, useWords } from '../language/words.tsx';
import { type Fields, fieldsOf, textOf } from '../model/loose-json.ts';
import { AmountFields } from './amount-fields.tsx';
import { CountingFields } from './counting-fields.tsx';
import { DueStrip, type Mark } from './due-strip.tsx';
import { KeptLength } from './kept-length.tsx';
import { boundIn, type Length, lengthIn, type Plain, startOf, writtenAs } from './length.ts';
import { LengthFields } from './length-fields.tsx';

type Sort = Exclude<Length['is'], 'odd'>;
const sortWords: Readonly<Record<Sort, MessageId>> = {
  plain: 'when.sort.plain',
  field: 'when.sort.field',
  until: 'when.sort.until',
  remaining: 'when.sort.remaining',
  formula: 'when.sort.formula',
  'until-formula': 'when.sort.until-formula',
};
const sorts: readonly Sort[] = ['plain', 'field', 'until', 'remaining', 'formula'];
/** Where a computed length has no bound yet. */
const usualBound: Plain = { unit: 'days', amount: 30 };

export interface DelayFieldsProps {
  readonly definition: object;
  /** As it is written. */
  readonly length: Fields;
  readonly onWrite: (length: JsonObject) => void;
  /** What else falls on the days until then. */
  readonly marks?: readonly Mark[];
  /** Without the days: they stand elsewhere. */
  readonly noDays?: boolean;
}

/** How long: a number and a unit, or what the case knows – never without a bound. What is not understood is shown, and left as it is. */
export function DelayFields({ definition, length: written, onWrite, marks, noDays = false }: DelayFieldsProps) {
  const say = useWords();
  const text = useText();
  const length = lengthIn(written);
  if (length.is === 'odd') return <KeptLength written={written} />;
  const fields = caseFields(definition, text);
  const numbers = fields.filter(({ kind }) => kind === 'number' || kind === 'scale');
  const days = fields.filter(({ kind }) => kind === 'day');
  const clocks = Object.entries(fieldsOf(fieldsOf(definition).clocks)).map(([id, clock]) => ({
    id,
    name: text(textOf(fieldsOf(clock).title)) || id,
  }));
  const possible: Readonly<Partial<Record<Sort, boolean>>> = {
    plain: true,
    field: numbers.length > 0,
    until: days.length > 0,
    remaining: clocks.length > 0,
    formula: true,
  };
  const shown = sorts.filter((sort) => possible[sort]);
  const bound = boundIn(written);
  const write = (next: Exclude<Length, { is: 'odd' }>, most?: Plain) => onWrite(writtenAs(written, next, most));
  const isComputed = length.is !== 'plain' && length.is !== 'remaining';
  return (
    <>
      {(shown.length > 1 || length.is !== 'plain') && (
        <Select
          label={say('when.sort')}
          options={[...shown, ...(shown.includes(length.is) ? [] : [length.is])].map((id) => ({ id, name: say(sortWords[id]) }))}
          value={length.is}
          onChange={(id) => {
            const sort = sorts.find((one) => one === id && one !== length.is);
            const next = sort && startOf(sort, { written, number: numbers[0]?.id, day: days[0]?.id, clock: clocks[0]?.id });
            if (next) write(next, next.is === 'plain' ? undefined : (bound ?? (length.is === 'plain' ? length : usualBound)));
          }}
        />
      )}
      <LengthFields length={length} numbers={numbers} days={days} clocks={clocks} onWrite={(next) => write(next)} />
      {isComputed && (
        <div data-field="atMost">
          <AmountFields
            label={say('when.at-most')}
            value={bound}
            missing={say('when.at-most-missing')}
            onWrite={(most) => write(length, most)}
          />
        </div>
      )}
      {length.is !== 'remaining' && <CountingFields definition={definition} written={written} onWrite={onWrite} />}
      {!noDays && <DueStrip definition={definition} length={written} {...(marks ? { marks } : {})} />}
    </>
  );
}
