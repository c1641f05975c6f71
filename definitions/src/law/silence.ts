import { and, done, fromStage, not, or, overdue, type Predicate, stage, tells } from '../check/predicate.ts';
import { after, both, neverAfter, type Property } from '../check/property.ts';
import type { RuleWords } from '../rules/rule-words.ts';
import type { LawLimit } from './law-pack.ts';
import words from './silence-words.json' with { type: 'json' };

/** What a law takes from it that nobody answered; that it is merely late needs no rule of its own. */
type Meaning = Exclude<LawLimit['silence'], 'breach'>;

/** A person decided, or a review of its own did and said so. A deadline that has passed never decides. */
const decided: Predicate = or(
  done('decision'),
  and(fromStage('escalation', 'internal-review'), not(overdue), tells('complainant', 'decision')),
);
const beforeDecision = fromStage('receipt', 'acknowledgement', 'initial-assessment', 'interim-remedy', 'investigation', 'decision');
const remedy = stage('remedy');
/** The body asked what the organisation has to say, and it said nothing. */
const unanswered = and(overdue, fromStage('position'));

/** What follows on every run on which the organisation let its time pass in silence. */
export const silenceProperty: Readonly<Record<Meaning, Property>> = {
  /** The complainant gets what was asked for, or whoever took over still decides and the complainant hears of it. */
  accepted: both(
    after(and(overdue, beforeDecision), or(remedy, decided)),
    after(and(overdue, fromStage('response')), or(remedy, tells('complainant', 'decision'))),
  ),
  /** It takes no part: no method of settling begins, and the complainant hears that the matter is closed. */
  refusal: both(
    neverAfter(unanswered, stage('facilitative', 'advisory', 'determinative')),
    after(unanswered, and(stage('closure'), tells('complainant', 'closure'))),
  ),
};

export const silenceWords: Readonly<Record<Meaning, RuleWords>> = words;
