import type { Telling } from '../actions-editor/action-words.ts';
import { isolated } from '../language/isolated.ts';
import type { MessageId } from '../language/messages.ts';
import { fieldsOf, isFields, textOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { sections } from '../model/property-commands.ts';
import { parseAddress, rowAt } from '../model/rows.ts';
import { type TreeRow, treeOf } from '../model/tree.ts';
import { usesOf } from '../model/uses.ts';
import { listed, partNames, rowWords } from '../outline/outline-words.ts';
import { fullLength } from '../when/length-words.ts';

/** What words about a difference are found with: both definitions, and the reader's language. */
export interface Comparing extends Omit<Telling, 'definition'> {
  readonly before: object;
  readonly after: object;
  /** The reader's. */
  readonly language: string;
}
export type Side = 'before' | 'after';

export const tellingOf = (comparing: Comparing, side: Side): Telling => ({ ...comparing, definition: comparing[side] });

/** What people call something, by itself in its own direction; where both have a name for it, that of the side asked for. */
export function named(kind: string, id: string, comparing: Comparing, side: Side = 'after'): string {
  const { say } = comparing;
  if (kind === 'role' && id === 'system') return say('who.system');
  const sides: readonly Side[] = side === 'after' ? ['after', 'before'] : ['before', 'after'];
  const name = sides.map((each) => nameIn(kind, id, tellingOf(comparing, each))).find((words) => words !== '');
  return isolated(name ?? say('outline.unnamed'));
}

function nameIn(kind: string, id: string, telling: Telling): string {
  const { definition, text } = telling;
  if (kind === 'step' && id === '') return text(textOf(fieldsOf(definition).title));
  if (kind === 'step') return text(textOf(fieldsOf(placesOf(definition).get(id)?.state.meta).title));
  const section = Object.entries(sections).find(([word]) => word === kind)?.[1];
  const member = section === undefined ? undefined : fieldsOf(fieldsOf(definition)[section])[id];
  const name = text(textOf(fieldsOf(member).title ?? fieldsOf(member).label));
  return name || (kind === 'delay' && isFields(member) ? fullLength(member, telling) : '');
}

export const namesOf = (kind: string, ids: readonly string[], comparing: Comparing, side: Side = 'after'): string =>
  listed(
    ids.map((id) => named(kind, id, comparing, side)),
    comparing.say,
  );

/** `role:handler` as its kind and id; a step or a way is none. */
export function partIn(element: string): { readonly kind: string; readonly id: string } | undefined {
  const [kind = '', ...rest] = element.split(':');
  return rest.length > 0 && Object.hasOwn(sections, kind) ? { kind, id: rest.join(':') } : undefined;
}

/** An element as a sentence speaks about it: its name, with what it is where the name alone would not tell. */
export function about(element: string, comparing: Comparing, side: Side = 'after'): string {
  const { say } = comparing;
  if (element === '') return say('compare.procedure');
  const part = partIn(element);
  const word = partNames[part?.kind ?? ''];
  if (part && word) return say(word, { name: named(part.kind, part.id, comparing, side) });
  if (!isWay(element)) return named('step', element, comparing, side);
  const { step } = parseAddress(element);
  const way = isolated(wayName(element, comparing, side));
  return step === '' ? say('compare.way-any-time', { way }) : say('compare.way', { step: named('step', step, comparing, side), way });
}
export const isWay = (element: string): boolean => !partIn(element) && element.includes('/');

/** A length is known by the step or clock in which it counts; one that counts in several by its own name. */
export function aboutLength(id: string, comparing: Comparing, side: Side): string {
  const { say } = comparing;
  const own = nameIn('delay', id, tellingOf(comparing, side)) === '' ? 'before' : side;
  const [first, ...more] = usesOf(comparing[own], 'delay', id).filter((use) => !isWay(use) && use !== '');
  const title = comparing.text(textOf(fieldsOf(fieldsOf(fieldsOf(comparing[own]).delays)[id]).title));
  if (first !== undefined && more.length === 0 && !first.startsWith('delay:')) {
    const place = about(first, comparing, side);
    return title === '' || isolated(title) === place ? place : say('compare.way', { step: place, way: isolated(title) });
  }
  return about(`delay:${id}`, comparing, side);
}

/** The way that an address names, as the tree knows it. */
export function wayAt(element: string, comparing: Comparing, side: Side): TreeRow | undefined {
  const { step } = parseAddress(element);
  const tree = treeOf(comparing[side]);
  return (step === '' ? tree.rows : tree.byId.get(step)?.rows)?.find(({ address }) => address === element);
}
export const writtenWayAt = (element: string, comparing: Comparing, side: Side) =>
  rowAt(comparing[side], placesOf(comparing[side]), element)?.row;

export function wayName(element: string, comparing: Comparing, side: Side): string {
  const { condition: _, ...row } = wayAt(element, comparing, side) ?? {};
  return 'address' in row ? rowWords(comparing[side], row, comparing.say, comparing.text) : comparing.say('outline.unnamed');
}

const languageNames: Readonly<Record<string, MessageId>> = {
  en: 'finding.language.en',
  fa: 'finding.language.fa',
  pl: 'finding.language.pl',
};
export function languageName(language: string, say: Comparing['say']): string {
  const known = languageNames[language];
  return known === undefined ? language : say(known);
}
