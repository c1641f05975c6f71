import codeBetterIntroductionLate from './scenarios/code-better-introduction-late.json' with { type: 'json' };
import codeBetterPreparationLate from './scenarios/code-better-preparation-late.json' with { type: 'json' };
import codeBetterTextLate from './scenarios/code-better-text-late.json' with { type: 'json' };
import codeKeptAndEnded from './scenarios/code-kept-and-ended.json' with { type: 'json' };
import codeNobodyBegins from './scenarios/code-nobody-begins.json' with { type: 'json' };
import codeNobodyLooksAfterIt from './scenarios/code-nobody-looks-after-it.json' with { type: 'json' };
import codeNotApproved from './scenarios/code-not-approved.json' with { type: 'json' };
import codeNotChecked from './scenarios/code-not-checked.json' with { type: 'json' };
import codeNotPublished from './scenarios/code-not-published.json' with { type: 'json' };
import codeNotRevised from './scenarios/code-not-revised.json' with { type: 'json' };
import codeNotWritten from './scenarios/code-not-written.json' with { type: 'json' };
import codeNothingGathered from './scenarios/code-nothing-gathered.json' with { type: 'json' };
import codeStaffNotTrained from './scenarios/code-staff-not-trained.json' with { type: 'json' };
import codeWithoutIndicators from './scenarios/code-without-indicators.json' with { type: 'json' };
import codeWithoutPlan from './scenarios/code-without-plan.json' with { type: 'json' };
import codeWithoutProcedures from './scenarios/code-without-procedures.json' with { type: 'json' };
import codeWithoutResources from './scenarios/code-without-resources.json' with { type: 'json' };
import complaintAnswerPrinted from './scenarios/complaint-answer-printed.json' with { type: 'json' };
import complaintExternalLadder from './scenarios/complaint-external-ladder.json' with { type: 'json' };
import complaintExternalSettled from './scenarios/complaint-external-settled.json' with { type: 'json' };
import complaintLettersNotPosted from './scenarios/complaint-letters-not-posted.json' with { type: 'json' };
import complaintNoAnswer from './scenarios/complaint-no-answer.json' with { type: 'json' };
import complaintNobodyActs from './scenarios/complaint-nobody-acts.json' with { type: 'json' };
import complaintRedirected from './scenarios/complaint-redirected.json' with { type: 'json' };
import complaintRemedyNeverComes from './scenarios/complaint-remedy-never-comes.json' with { type: 'json' };
import complaintResolved from './scenarios/complaint-resolved.json' with { type: 'json' };
import complaintReviewHelps from './scenarios/complaint-review-helps.json' with { type: 'json' };
import complaintReviewTooLate from './scenarios/complaint-review-too-late.json' with { type: 'json' };
import complaintWithdrawnInReview from './scenarios/complaint-withdrawn-in-review.json' with { type: 'json' };
import disputeAwardCarriedOutLate from './scenarios/dispute-award-carried-out-late.json' with { type: 'json' };
import disputeAwardNotCarriedOut from './scenarios/dispute-award-not-carried-out.json' with { type: 'json' };
import disputeNobodyActs from './scenarios/dispute-nobody-acts.json' with { type: 'json' };
import disputeNobodyConsents from './scenarios/dispute-nobody-consents.json' with { type: 'json' };
import disputeNothingSigned from './scenarios/dispute-nothing-signed.json' with { type: 'json' };
import disputeWithdrawn from './scenarios/dispute-withdrawn.json' with { type: 'json' };
import escalationAccepted from './scenarios/escalation-accepted.json' with { type: 'json' };
import escalationNobodyDecides from './scenarios/escalation-nobody-decides.json' with { type: 'json' };
import escalationSecondLevelUnanswered from './scenarios/escalation-second-level-unanswered.json' with { type: 'json' };
import escalationThirdLevelUnanswered from './scenarios/escalation-third-level-unanswered.json' with { type: 'json' };
import escalationWithdrawn from './scenarios/escalation-withdrawn.json' with { type: 'json' };
import satisfactionImprovementLate from './scenarios/satisfaction-improvement-late.json' with { type: 'json' };
import satisfactionPilotNeverPasses from './scenarios/satisfaction-pilot-never-passes.json' with { type: 'json' };
import satisfactionQuestionsNotImproved from './scenarios/satisfaction-questions-not-improved.json' with { type: 'json' };
import satisfactionRoundWithoutResults from './scenarios/satisfaction-round-without-results.json' with { type: 'json' };
import satisfactionTwoRounds from './scenarios/satisfaction-two-rounds.json' with { type: 'json' };
import satisfactionWithoutCharacteristics from './scenarios/satisfaction-without-characteristics.json' with { type: 'json' };
import satisfactionWithoutCustomers from './scenarios/satisfaction-without-customers.json' with { type: 'json' };
import satisfactionWithoutExpectations from './scenarios/satisfaction-without-expectations.json' with { type: 'json' };
import satisfactionWithoutMethods from './scenarios/satisfaction-without-methods.json' with { type: 'json' };
import satisfactionWithoutPurpose from './scenarios/satisfaction-without-purpose.json' with { type: 'json' };
import satisfactionWithoutQuestions from './scenarios/satisfaction-without-questions.json' with { type: 'json' };
import satisfactionWithoutResources from './scenarios/satisfaction-without-resources.json' with { type: 'json' };
import satisfactionWithoutScope from './scenarios/satisfaction-without-scope.json' with { type: 'json' };
import starterAnswerLate from './scenarios/starter-answer-late.json' with { type: 'json' };
import starterFileNotClosed from './scenarios/starter-file-not-closed.json' with { type: 'json' };
import starterLettersPrinted from './scenarios/starter-letters-printed.json' with { type: 'json' };
import starterNoAnswer from './scenarios/starter-no-answer.json' with { type: 'json' };
import starterNobodyActs from './scenarios/starter-nobody-acts.json' with { type: 'json' };
import starterPersonComplainedAbout from './scenarios/starter-person-complained-about.json' with { type: 'json' };
import starterRedirected from './scenarios/starter-redirected.json' with { type: 'json' };
import starterRemedyNeverComes from './scenarios/starter-remedy-never-comes.json' with { type: 'json' };
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
      fileNotClosed: starterFileNotClosed,
      noAnswer: starterNoAnswer,
      remedyNeverComes: starterRemedyNeverComes,
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
      lettersNotPosted: complaintLettersNotPosted,
      noAnswer: complaintNoAnswer,
      redirected: complaintRedirected,
      remedyNeverComes: complaintRemedyNeverComes,
    },
    gaps: {
      'reviewing/after/reviewBy/0':
        'The review has a deadline at each of its steps and is over before these seventy days. This one is for a review that something else holds up.',
      'external/after/externalBy/0':
        'The dispute has a deadline at each of its steps and is over before these 330 days. This one is for a dispute that something else holds up.',
    },
  },
  escalation: {
    scripts: {
      externalLadder: complaintExternalLadder,
      externalSettled: complaintExternalSettled,
      reviewHelps: complaintReviewHelps,
      reviewTooLate: complaintReviewTooLate,
      withdrawnInReview: complaintWithdrawnInReview,
      accepted: escalationAccepted,
      nobodyDecides: escalationNobodyDecides,
      secondLevelUnanswered: escalationSecondLevelUnanswered,
      thirdLevelUnanswered: escalationThirdLevelUnanswered,
      withdrawn: escalationWithdrawn,
    },
    gaps: {},
  },
  dispute: {
    scripts: {
      externalLadder: complaintExternalLadder,
      externalSettled: complaintExternalSettled,
      awardCarriedOutLate: disputeAwardCarriedOutLate,
      awardNotCarriedOut: disputeAwardNotCarriedOut,
      nobodyActs: disputeNobodyActs,
      nobodyConsents: disputeNobodyConsents,
      nothingSigned: disputeNothingSigned,
      withdrawn: disputeWithdrawn,
    },
    gaps: {
      'implementing/after/implementBy/1':
        'Nothing leads from the overdue implementation back to the implementation, so the first way is always open. This one is for when that changes.',
    },
  },
  code: {
    scripts: {
      betterIntroductionLate: codeBetterIntroductionLate,
      betterPreparationLate: codeBetterPreparationLate,
      betterTextLate: codeBetterTextLate,
      keptAndEnded: codeKeptAndEnded,
      nobodyBegins: codeNobodyBegins,
      nobodyLooksAfterIt: codeNobodyLooksAfterIt,
      notApproved: codeNotApproved,
      notChecked: codeNotChecked,
      notPublished: codeNotPublished,
      notRevised: codeNotRevised,
      notWritten: codeNotWritten,
      nothingGathered: codeNothingGathered,
      staffNotTrained: codeStaffNotTrained,
      withoutIndicators: codeWithoutIndicators,
      withoutPlan: codeWithoutPlan,
      withoutProcedures: codeWithoutProcedures,
      withoutResources: codeWithoutResources,
    },
    gaps: {},
  },
  satisfaction: {
    scripts: {
      improvementLate: satisfactionImprovementLate,
      pilotNeverPasses: satisfactionPilotNeverPasses,
      questionsNotImproved: satisfactionQuestionsNotImproved,
      roundWithoutResults: satisfactionRoundWithoutResults,
      twoRounds: satisfactionTwoRounds,
      withoutCharacteristics: satisfactionWithoutCharacteristics,
      withoutCustomers: satisfactionWithoutCustomers,
      withoutExpectations: satisfactionWithoutExpectations,
      withoutMethods: satisfactionWithoutMethods,
      withoutPurpose: satisfactionWithoutPurpose,
      withoutQuestions: satisfactionWithoutQuestions,
      withoutResources: satisfactionWithoutResources,
      withoutScope: satisfactionWithoutScope,
    },
    gaps: {},
  },
};
