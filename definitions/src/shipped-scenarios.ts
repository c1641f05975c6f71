import complaintAnswerPrinted from './scenarios/complaint-answer-printed.json' with { type: 'json' };
import complaintExternalLadder from './scenarios/complaint-external-ladder.json' with { type: 'json' };
import complaintExternalSettled from './scenarios/complaint-external-settled.json' with { type: 'json' };
import complaintNobodyActs from './scenarios/complaint-nobody-acts.json' with { type: 'json' };
import complaintResolved from './scenarios/complaint-resolved.json' with { type: 'json' };
import complaintReviewHelps from './scenarios/complaint-review-helps.json' with { type: 'json' };
import complaintReviewTooLate from './scenarios/complaint-review-too-late.json' with { type: 'json' };
import complaintWithdrawnInReview from './scenarios/complaint-withdrawn-in-review.json' with { type: 'json' };
import starterAnswerLate from './scenarios/starter-answer-late.json' with { type: 'json' };
import starterLettersPrinted from './scenarios/starter-letters-printed.json' with { type: 'json' };
import starterNobodyActs from './scenarios/starter-nobody-acts.json' with { type: 'json' };
import starterPersonComplainedAbout from './scenarios/starter-person-complained-about.json' with { type: 'json' };
import starterRedirected from './scenarios/starter-redirected.json' with { type: 'json' };
import starterResolved from './scenarios/starter-resolved.json' with { type: 'json' };
import starterUnresolved from './scenarios/starter-unresolved.json' with { type: 'json' };
import starterWithdrawn from './scenarios/starter-withdrawn.json' with { type: 'json' };

/** What tries out a process that comes with the product: scripts that have not been read yet, and why something is not tried. */
export interface ShippedScenarios {
  readonly scripts: Readonly<Record<string, unknown>>;
  /** By what is not reached: `end:closed`, `assessing/after/assessBy/0`. */
  readonly gaps: Readonly<Record<string, string>>;
}

/** By the id of the process. A scenario of one counts for another that it starts. */
export const shippedScenarios: Readonly<Record<string, ShippedScenarios>> = {
  starter: {
    scripts: {
      answerLate: starterAnswerLate,
      lettersPrinted: starterLettersPrinted,
      nobodyActs: starterNobodyActs,
      personComplainedAbout: starterPersonComplainedAbout,
      redirected: starterRedirected,
      resolved: starterResolved,
      unresolved: starterUnresolved,
      withdrawn: starterWithdrawn,
    },
    gaps: {},
  },
  complaint: {
    scripts: {
      answerPrinted: complaintAnswerPrinted,
      externalLadder: complaintExternalLadder,
      externalSettled: complaintExternalSettled,
      nobodyActs: complaintNobodyActs,
      resolved: complaintResolved,
      reviewHelps: complaintReviewHelps,
      reviewTooLate: complaintReviewTooLate,
      withdrawnInReview: complaintWithdrawnInReview,
    },
    gaps: {},
  },
  escalation: {
    scripts: {
      externalLadder: complaintExternalLadder,
      externalSettled: complaintExternalSettled,
      reviewHelps: complaintReviewHelps,
      reviewTooLate: complaintReviewTooLate,
      withdrawnInReview: complaintWithdrawnInReview,
    },
    gaps: {},
  },
  dispute: {
    scripts: {
      externalLadder: complaintExternalLadder,
      externalSettled: complaintExternalSettled,
    },
    gaps: {},
  },
};
