import { and, end, fromStage, not, or, type Predicate, stage, stays, tells, to } from '../check/predicate.ts';
import { withinDays } from '../check/property.ts';
import type { Pack } from '../check/rule.ts';
import type { RuleWords } from '../rules/rule-words.ts';
import { calendarDays, type LawLimit, type LawMoment, type LawPack } from './law-pack.ts';
import { silenceProperty, silenceWords } from './silence.ts';
import tooSlow from './too-slow.json' with { type: 'json' };

const answer = tells('complainant', 'reasons');

/** What the moments of a law are in a procedure. */
const moments: Readonly<Record<LawMoment, Predicate>> = {
  receipt: stage('receipt'),
  answer,
  'answer-or-delay-notice': or(answer, tells('complainant', 'delay-reason')),
  screening: stage('screening'),
  /** Admitted, refused or not: the way out of the screening, not on to more of it, or to what still has to be asked. */
  admissibility: and(fromStage('screening'), not(or(stays, to(stage('screening', 'information-request'))))),
  notice: stage('dispute-notice'),
  /** What the organisation has to say is out, or its time to say it is over. */
  position: and(fromStage('position'), not(stays)),
  'complete-file': stage('position'),
  outcome: or(stage('implementation'), end),
};

/** One rule of a law, with the limit that it comes from. */
export interface LawPoint {
  readonly law: LawPack;
  readonly rule: Pack['rules'][number]['rule'];
  readonly limit: LawLimit;
  readonly words: RuleWords;
}

/** Each limit gives a rule; what the law takes from silence gives one more, once for all limits that say the same. */
export const lawPoints = (law: LawPack): readonly LawPoint[] => [
  ...law.limits.map(
    (limit): LawPoint => ({
      law,
      rule: {
        id: `law:${law.id}/${limit.id}`,
        appliesTo: limit.appliesTo,
        class: 'definition',
        property: withinDays(moments[limit.from], moments[limit.until], calendarDays(limit)),
      },
      limit,
      words: { requirement: limit.requirement, message: tooSlow },
    }),
  ),
  ...(['accepted', 'refusal'] as const).flatMap((silence): readonly LawPoint[] => {
    const [limit] = law.limits.filter((one) => one.silence === silence);
    if (!limit) return [];
    const rule = {
      id: `law:${law.id}/silence-${silence}`,
      appliesTo: limit.appliesTo,
      class: 'definition',
      property: silenceProperty[silence],
    } as const;
    return [{ law, rule, limit, words: silenceWords[silence] }];
  }),
];

/** A law as an ordinary pack of rules. */
export const lawRules = (law: LawPack): Pack => ({
  id: `law:${law.id}`,
  version: law.version,
  rules: lawPoints(law).map(({ rule, limit }) => ({ rule, severity: limit.severity })),
});

/** What each rule of a law asks for, and what is wrong where it fails, by its id. */
export const lawWords = (law: LawPack): ReadonlyMap<string, RuleWords> =>
  new Map(lawPoints(law).map(({ rule, words }) => [rule.id, words]));
