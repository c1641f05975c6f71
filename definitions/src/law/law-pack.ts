import { type Definition, mostDays, type Text } from '@redress/engine';

/** From which moment to which a law counts; `law-rules.ts` says what each means in a procedure. */
export type LawMoment =
  | 'receipt'
  | 'answer'
  | 'answer-or-delay-notice'
  | 'screening'
  | 'admissibility'
  | 'notice'
  | 'position'
  | 'complete-file'
  | 'outcome';

/** One time limit of a law, as data. */
export interface LawLimit {
  /** Last part of the rule's id: `answer-30`. */
  readonly id: string;
  readonly appliesTo: readonly Definition['kind'][];
  readonly from: LawMoment;
  readonly until: LawMoment;
  /** How many days, in `unit`. */
  readonly days: number;
  /** Calendar days count as they are; business days are checked at their longest, see `calendarDays`. */
  readonly unit: 'calendar' | 'business';
  /** What it means in law that the time passed in silence; `silence.ts` says what a procedure has to do about it. */
  readonly silence: 'breach' | 'accepted' | 'refusal';
  /** Where it is written; the reference is the article. */
  readonly source: { readonly title: Text; readonly reference?: string };
  /** Whether we read it in a source, read it in what others write about it, know a part from memory, or all of it. */
  readonly confidence: 'sourced' | 'secondary' | 'partly' | 'memory';
  readonly severity: 'must' | 'should' | 'advice';
  readonly requirement: Text;
}

/** The time limits of one law, dated. It is no legal advice: laws change, and what no lawyer verified says so. */
export interface LawPack {
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  /** Since when we take it to be in force, and until when: dates, `2026-01-17`. Nothing where we do not know. */
  readonly validFrom?: string;
  readonly validTo?: string;
  /** What a reader has to know about these days. */
  readonly note?: Text;
  /** The lawyer who verified it; none of those that come with the product has one. */
  readonly verifiedBy?: string;
  readonly limits: readonly LawLimit[];
}

/** Whether a law is in force on a day, `2026-01-17`. One whose days we do not know is taken to be. */
export const isInForce = ({ validFrom, validTo }: Pick<LawPack, 'validFrom' | 'validTo'>, day: string): boolean =>
  (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo);

/** The most calendar days that so many business days may take, without holidays: two weekend days for every five begun. */
export const calendarDays = ({ days, unit }: Pick<LawLimit, 'days' | 'unit'>): number =>
  mostDays(unit === 'calendar' ? { days } : { workingDays: days });
