import type { MessageId } from '../language/messages.ts';
import type { Say } from '../language/words.tsx';
import { fieldsOf, textOf } from '../model/loose-json.ts';
import { afterWords } from '../outline/after-words.ts';
import type { Text } from '../outline/outline-words.ts';
import { lengthWords } from '../work/length-words.ts';
import { boundIn, type Length, lengthIn, type Plain } from './length.ts';

export interface Telling {
  readonly definition: object;
  readonly say: Say;
  readonly text: Text;
}

export const plainWords = (plain: Plain, say: Say): string => lengthWords(say, { [plain.unit]: plain.amount });

const whole: Readonly<Record<Exclude<Length['is'], 'plain'>, MessageId>> = {
  field: 'when.length.field',
  formula: 'when.length.formula',
  until: 'when.length.until',
  'until-formula': 'when.length.formula',
  remaining: 'when.length.remaining',
  odd: 'when.length.odd',
};

/** How long it is, also where only the case knows: "what “Days to investigate” says, 12 days at most". */
export function fullLength(written: Readonly<Record<string, unknown>>, telling: Telling): string {
  const length = lengthIn(written);
  if (length.is === 'plain') return plainWords(length, telling.say);
  const bound = boundIn(written);
  const words = telling.say(whole[length.is], { name: nameIn(length, telling) });
  return bound ? telling.say('when.length.bound', { length: words, bound: plainWords(bound, telling.say) }) : words;
}

/** When a rung comes: "After 3 working days", "Every 10 days". */
export function momentWords(delay: string, telling: Telling): string {
  const written = fieldsOf(fieldsOf(fieldsOf(telling.definition).delays)[delay]);
  const length = lengthIn(written);
  if (written.repeat === true) return telling.say('when.every', { length: fullLength(written, telling) });
  return length.is === 'plain'
    ? afterWords(telling.say, { [length.unit]: length.amount })
    : telling.say('when.at', { length: fullLength(written, telling) });
}

/** The field or clock that a length names, as people call it. */
function nameIn(length: Length, { definition, text }: Telling): string {
  const { data, clocks } = fieldsOf(definition);
  if (length.is === 'remaining') return text(textOf(fieldsOf(fieldsOf(clocks)[length.clock]).title)) || length.clock;
  if (length.is === 'field' || length.is === 'until') return text(textOf(fieldsOf(fieldsOf(data)[length.field]).title)) || length.field;
  return '';
}
