import { type Checked, isOpen, type OpenVerdict, type Pack, packs } from '@redress/definitions';
import type { AttestationDocument, WaiverDocument } from '../store/models/standards.ts';

/** A rule that keeps a procedure from being approved and published. */
export interface OpenRule {
  readonly rule: string;
  readonly clause?: string;
  readonly verdict: OpenVerdict | 'waiver-lapsed' | 'attestation-lapsed';
  /** Address of the first element where it breaks; empty where no element does. */
  readonly element: string;
}

interface Signed {
  /** Newest first, of one procedure, those withdrawn left out. */
  readonly waivers: readonly Pick<WaiverDocument, 'rule' | 'until' | 'person'>[];
  /** Newest first, of one procedure. */
  readonly attestations: readonly Pick<AttestationDocument, 'rule' | 'validUntil'>[];
  /** The day it is in the organisation. */
  readonly today: string;
  /** Everybody who drew what is to be published: what they signed lifts nothing. */
  readonly authors: readonly string[];
}

/** Rules of the standards; a law has neither clauses nor anything that a person signs. */
const rules = new Map(packs.flatMap((pack) => pack.rules.map(({ rule }) => [rule.id, rule] as const)));

/** Rules that can keep a procedure back that is checked by these packs, and so can be waived. */
export const isWaivable = (id: string, checkedBy: readonly Pack[]): boolean =>
  isAttested(id) || checkedBy.some((pack) => pack.rules.some(({ rule, severity }) => rule.id === id && severity === 'must'));
/** Rules that a person signs. */
export const isAttested = (id: string): boolean => rules.get(id)?.class === 'attestation';
/** For how long such a signature counts at most. */
export function attestedMonths(id: string): number {
  const property = rules.get(id)?.property;
  return property?.form === 'attested' ? property.months : 0;
}
export const clauseOfRule = (id: string): string | undefined => rules.get(id)?.clause;

/** Whether a waiver lifts a rule today. */
export const isWaived = ({ waivers, today, authors }: Omit<Signed, 'attestations'>, id: string): boolean =>
  waivers.some(({ rule, until, person }) => rule === id && until >= today && !authors.includes(person));

/**
 * What keeps a procedure back: rules that must hold and do not, or are not decided, and are not waived; and signatures that have lapsed. What nobody
 * has signed yet is open work and keeps nothing back: the standards ask for it of an organisation that runs the procedure, not before it can.
 */
export function openRules(checked: readonly Checked[], signed: Signed): readonly OpenRule[] {
  return checked.flatMap(({ rule, clause, severity, verdict, failures }): readonly OpenRule[] => {
    const named = { rule, ...(clause === undefined ? {} : { clause }) };
    if (isWaived(signed, rule)) return [];
    if (isOpen(verdict)) {
      if (severity !== 'must') return [];
      const hasLapsed = signed.waivers.some((waiver) => waiver.rule === rule && waiver.until < signed.today);
      return [{ ...named, verdict: hasLapsed ? 'waiver-lapsed' : verdict, element: failures[0]?.element ?? '' }];
    }
    const attestation = isAttested(rule) ? signed.attestations.find((one) => one.rule === rule) : undefined;
    return attestation && attestation.validUntil < signed.today ? [{ ...named, verdict: 'attestation-lapsed', element: '' }] : [];
  });
}

/** The day it is there. */
export const dayIn = (timeZone: string, atMs: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(atMs);
