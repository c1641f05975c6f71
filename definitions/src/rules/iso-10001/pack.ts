import type { Pack } from '../../check/rule.ts';
import { theOrganisationMeansItsPromises } from './4.2-c.ts';
import { theCodeIsPublic } from './4.4-a.ts';
import { theCodeIsEasyToGet } from './4.5-a.ts';
import { checkedBeforeItIsApproved } from './4.7-a.ts';
import { topManagementApproves } from './4.8-a.ts';
import { theAuthorDoesNotApprove } from './4.8-b.ts';
import { surroundingsOfTheCodeAreKnown } from './5.1-c.ts';
import { theCodeIsLinked } from './5.2-a.ts';
import { objectivesComeFirst } from './6.1-a.ts';
import { studiedBeforeItIsWritten } from './6.2-a.ts';
import { thoseConcernedAreAsked } from './6.3-a.ts';
import { theTextIsComplete } from './6.4-a.ts';
import { indicatorsBeforePublication } from './6.5-a.ts';
import { proceduresBeforePublication } from './6.6-a.ts';
import { brokenPromisesArePutRight } from './6.6-b.ts';
import { customersCanAsk } from './6.6-c.ts';
import { brokenPromisesCanBeReported } from './6.6-d.ts';
import { communicationIsPlanned } from './6.7-a.ts';
import { resourcesBeforeApproval } from './6.8-a.ts';
import { staffKnowItFirst } from './7-a.ts';
import { promisesAreKept } from './7-b.ts';
import { dataBeforeEvaluation } from './8.1-a.ts';
import { everyRoundIsEvaluated } from './8.2-a.ts';
import { customersJudgeTheCode } from './8.3-a.ts';
import { theReviewComesByItself } from './8.4-a.ts';
import { theReviewCanImprove } from './8.5-a.ts';
import { theCodeDoesNotEndSilently } from './8-r.ts';

/** Codes of conduct for customers, after the guidance of ISO 10001:2018. */
export const iso10001: Pack = {
  id: 'iso-10001',
  version: '1.7',
  rules: [
    { rule: theOrganisationMeansItsPromises, severity: 'should' },
    { rule: theCodeIsPublic, severity: 'must' },
    { rule: theCodeIsEasyToGet, severity: 'should' },
    { rule: checkedBeforeItIsApproved, severity: 'must' },
    { rule: topManagementApproves, severity: 'must' },
    { rule: theAuthorDoesNotApprove, severity: 'should' },
    { rule: surroundingsOfTheCodeAreKnown, severity: 'advice' },
    { rule: theCodeIsLinked, severity: 'should' },
    { rule: objectivesComeFirst, severity: 'must' },
    { rule: studiedBeforeItIsWritten, severity: 'must' },
    { rule: thoseConcernedAreAsked, severity: 'must' },
    { rule: theTextIsComplete, severity: 'must' },
    { rule: indicatorsBeforePublication, severity: 'must' },
    { rule: proceduresBeforePublication, severity: 'must' },
    { rule: brokenPromisesArePutRight, severity: 'must' },
    { rule: customersCanAsk, severity: 'should' },
    { rule: brokenPromisesCanBeReported, severity: 'must' },
    { rule: communicationIsPlanned, severity: 'must' },
    { rule: resourcesBeforeApproval, severity: 'should' },
    { rule: staffKnowItFirst, severity: 'must' },
    { rule: promisesAreKept, severity: 'should' },
    { rule: dataBeforeEvaluation, severity: 'should' },
    { rule: everyRoundIsEvaluated, severity: 'must' },
    { rule: customersJudgeTheCode, severity: 'must' },
    { rule: theReviewComesByItself, severity: 'must' },
    { rule: theReviewCanImprove, severity: 'should' },
    { rule: theCodeDoesNotEndSilently, severity: 'should' },
  ],
};
