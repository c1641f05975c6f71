import type { CaseState } from '@redress/engine';
import type { Static } from '@sinclair/typebox';
import { namesOf } from '../../people/persons.ts';
import type { Office } from '../office.ts';
import type { OfferView } from '../shapes/work.ts';
import { own, type ReadCase } from './read-case.ts';

type View = Static<typeof OfferView>;

/**
 * With what may only be recorded for somebody stands who spoke last in that role, here or in the case that this one came from: most likely it is him
 * again. Who spoke for the same party in another role is somebody else: a mediator does not decide.
 */
export async function withSpeakers(
  office: Office,
  { state, definition, document: { organisation } }: ReadCase,
  offers: readonly View[],
): Promise<readonly View[]> {
  const spoke = (offer: View) => (offer.onBehalf ? offer.by.flatMap((role) => spokeAs(role, state)) : []);
  const names = await namesOf(office.desk, organisation, offers.flatMap(spoke));
  return offers.map((offer) => {
    const parties = offer.by.map((role) => own(definition.roles, role)?.party);
    const speaker = spoke(offer)
      .map((person) => names.get(person))
      .findLast((name) => name !== undefined && parties.includes(name.party));
    return speaker ? { ...offer, speaker } : offer;
  });
}

/** What a case is told of its relatives names the recorders as well; here it is only those who were recorded for. */
const spokeAs = (role: string, { keptAway, performedBy }: Pick<CaseState, 'keptAway' | 'performedBy'>): readonly string[] => [
  ...(own(keptAway, role) ?? []),
  ...Object.values(performedBy)
    .flat()
    .flatMap((doing) => (doing.role === role ? (doing.onBehalfOf ?? []) : [])),
];
