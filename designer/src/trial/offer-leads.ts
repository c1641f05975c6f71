import { fieldsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { type TreeRow, treeOf } from '../model/tree.ts';
import { nameOf } from '../outline/outline-words.ts';
import { waysOf } from './trial-marks.ts';
import type { TrialOffer } from './trial-play.ts';
import { definitionOf, type Speaking } from './trial-words.ts';

/** The ways that pressing this button may take: up to the first that is taken in any case. A step that a case may enter only so often is no such way. */
export function waysOffered(definition: object, { event, from }: Pick<TrialOffer, 'event' | 'from'>): readonly TreeRow[] {
  const places = placesOf(definition);
  const isLimited = (id: string) => fieldsOf(places.get(id)?.state.meta).maxVisits !== undefined;
  const rows = waysOf(treeOf(definition)).filter(({ via, name, source }) => via === 'on' && name === event && source === from);
  const sure = rows.findIndex(({ condition, to }) => condition === undefined && !to.some(isLimited));
  return sure === -1 ? rows : rows.slice(0, sure + 1);
}

/** Where pressing this button leads: one step where that is certain, else each that it may be. */
export function leadsOfOffer(offer: TrialOffer, speaking: Speaking, language: string): string {
  const { say, text } = speaking;
  const definition = definitionOf(speaking, offer.process);
  const tree = treeOf(definition);
  const rows = waysOffered(definition, offer);
  const list = (names: readonly string[], type: 'conjunction' | 'disjunction') =>
    new Intl.ListFormat(language, { type }).format([...new Set(names)]);
  const ends = rows
    .filter(({ leads }) => leads === 'on')
    .map(({ to }) =>
      list(
        to.map((id) => nameOf(tree.byId.get(id), say, text)),
        'conjunction',
      ),
    );
  const told = [
    ...(ends.length > 0 ? [say('outline.leads-to', { to: list(ends, 'disjunction') })] : []),
    ...(rows.some(({ leads }) => leads === 'stays') ? [say('outline.stays')] : []),
    ...(rows.some(({ leads }) => leads === 'open') ? [say('outline.leads-nowhere')] : []),
  ];
  return list(told, 'disjunction');
}
