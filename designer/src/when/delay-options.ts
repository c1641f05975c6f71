import { fieldsOf } from '../model/loose-json.ts';
import { partsOf } from '../panel/parts.ts';
import { fullLength, type Telling } from './length-words.ts';

/** The lengths of time of a procedure, by name and by how long they are; what is chosen stands among them, also where it is gone. */
export function delayOptions(telling: Telling, chosen: string | undefined): readonly { readonly id: string; readonly name: string }[] {
  const { definition, say, text } = telling;
  const delays = fieldsOf(fieldsOf(definition).delays);
  const all = partsOf(definition, 'delay', text).map(({ id, name }) => {
    const length = fullLength(fieldsOf(delays[id]), telling);
    const isNamed = fieldsOf(delays[id]).title !== undefined;
    return { id, name: isNamed ? say('panel.length-of', { name, length }) : length };
  });
  return chosen === undefined || all.some(({ id }) => id === chosen) ? all : [...all, { id: chosen, name: chosen }];
}
