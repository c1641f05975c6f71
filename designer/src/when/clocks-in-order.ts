import { fieldsOf } from '../model/loose-json.ts';

/** The clocks of a procedure: those of the law first, then our own; never mixed. */
export function inOrder(definition: object): readonly string[] {
  const clocks = Object.entries(fieldsOf(fieldsOf(definition).clocks));
  const isLaw = ([, clock]: (typeof clocks)[number]) => fieldsOf(clock).kind === 'law';
  return [...clocks.filter(isLaw), ...clocks.filter((clock) => !isLaw(clock))].map(([id]) => id);
}
