import type { ButtonKind } from '../base/button.tsx';

/** As much of a button as decides how it looks. */
interface Styled {
  readonly style?: string | undefined;
}

/** The one that stands out before all others: whatever the procedure says is the usual way on, else the first. */
export const leadingOf = <Offer extends Styled>(offers: readonly Offer[]): Offer | undefined =>
  offers.find(({ style }) => style === 'primary') ?? offers[0];

/** What the procedure calls decisive is in the colour of warning, whichever comes first. */
export function lookOf(offer: Styled, leading: Styled | undefined): ButtonKind {
  if (offer.style === 'danger') return 'danger';
  return offer === leading ? 'primary' : 'plain';
}
