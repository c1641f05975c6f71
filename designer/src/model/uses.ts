import { copyOf, type Draft, fieldsOf, isFields, wordsOf } from './loose-json.ts';
import { allPlaces } from './places.ts';
import { type ElementId, sections } from './property-commands.ts';
import { type NameKind, renameInMember, renameInState } from './references.ts';
import { addressOf, rowsOf } from './rows.ts';

/**
 * Where a part of the procedure is named: steps by their id, other parts as `form:lodging`, a way of the whole procedure by its address, and
 * the procedure itself, empty, where it begins or returns with it.
 */
export function usesOf(definition: object, kind: NameKind, name: string): readonly ElementId[] {
  const { machine, start, returns } = fieldsOf(definition);
  const steps = allPlaces(definition).flatMap(({ id, state }) => {
    const { states: _inside, ...own } = state;
    return namesIt((ask) => renameInState(copyOf<Draft>(own), ask), kind, name) ? [id] : [];
  });
  const ways = rowsOf(definition, machine).flatMap(({ row, via, name: key, path }) => {
    const alone = { [via]: { [key]: [row] } };
    return namesIt((ask) => renameInState(copyOf<Draft>(alone), ask), kind, name) ? [addressOf('', path)] : [];
  });
  const parts = Object.entries(sections).flatMap(([word, section]) =>
    Object.entries(fieldsOf(fieldsOf(definition)[section])).flatMap(([id, member]) =>
      isFields(member) && namesIt((ask) => renameInMember(copyOf<Draft>(member), ask), kind, name) ? [`${word}:${id}`] : [],
    ),
  );
  const begins = isFields(start) && namesIt((ask) => renameInMember(copyOf<Draft>(start), ask), kind, name);
  const whole = begins || (kind === 'field' && wordsOf(returns).includes(name));
  return [...new Set([...steps, ...ways, ...parts, ...(whole ? [''] : [])])];
}

/** Whether a part names it: whoever renames is asked for every name. */
export function namesIt(read: (ask: (kind: NameKind, name: string) => string) => void, kind: NameKind, name: string): boolean {
  let found = false;
  read((asked, word) => {
    found ||= asked === kind && word === name;
    return word;
  });
  return found;
}
