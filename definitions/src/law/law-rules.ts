import { and, end, fromStage, not, or, type Predicate, stage, stays, tells } from '../check/predicate.ts';
import { within } from '../check/property.ts';
import type { Pack } from '../check/rule.ts';
import type { RuleWords } from '../rules/rule-words.ts';
import { calendarDays, type LawMoment, type LawPack } from './law-pack.ts';
import tooSlow from './too-slow.json' with { type: 'json' };

const answer = tells('complainant', 'reasons');

/** What the moments of a law are in a procedure. */
const moments: Readonly<Record<LawMoment, Predicate>> = {
  receipt: stage('receipt'),
  answer,
  'answer-or-delay-notice': or(answer, tells('complainant', 'delay-reason')),
  screening: stage('screening'),
  /** Admitted, refused or not: the way out of the screening. */
  admissibility: and(fromStage('screening'), not(stays)),
  'complete-file': stage('position'),
  outcome: or(stage('implementation'), end),
};

const idOf = (pack: string, limit: string): string => `law:${pack}/${limit}`;

/** A law as an ordinary pack of rules: the slowest run from one moment to the other keeps the limit. */
export const lawRules = ({ id, version, limits }: LawPack): Pack => ({
  id: `law:${id}`,
  version,
  rules: limits.map((limit) => ({
    rule: {
      id: idOf(id, limit.id),
      appliesTo: limit.appliesTo,
      class: 'definition',
      property: within(moments[limit.from], moments[limit.until], calendarDays(limit)),
    },
    severity: limit.severity,
  })),
});

/** What each limit asks for, and what is wrong where it fails, by the id of its rule. */
export const lawWords = ({ id, limits }: LawPack): ReadonlyMap<string, RuleWords> =>
  new Map(limits.map(({ id: limit, requirement }) => [idOf(id, limit), { requirement, message: tooSlow }]));
