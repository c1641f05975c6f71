import type { Pack } from '../../check/rule.ts';
import { resultsAreShared } from './4.3.3-a.ts';
import { answersAreConfidential } from './4.3.9-a.ts';
import { surveyorsAreCompetent } from './4.3.11-a.ts';
import { roundsCanBeCompared } from './4.3.13-b.ts';
import { measuringIsSystematic } from './5-c.ts';
import { purposeComesFirst } from './6.1-a.ts';
import { scopeAndFrequencyAreSet } from './6.2-a.ts';
import { methodsArePlanned } from './6.3-a.ts';
import { resourcesAreGranted } from './6.4-a.ts';
import { customersAreIdentified } from './7.2.1-a.ts';
import { expectationsAreKnown } from './7.2.2-a.ts';
import { characteristicsAreWeighted } from './7.3.1-a.ts';
import { whatIsKnownIsUsed } from './7.3.2-a.ts';
import { customersThemselvesAreAsked } from './7.3.3-a.ts';
import { questionsArePiloted } from './7.3.3-b.ts';
import { theInvitationSaysWhatMatters } from './7.3.4-a.ts';
import { answersSuffice } from './7.3.4-b.ts';
import { dataArePrepared } from './7.4-a.ts';
import { theAnalysisIsComplete } from './7.4-b.ts';
import { analystsDoNotValidateThemselves } from './7.4-c.ts';
import { onlyValidatedResultsAreTold } from './7.4-d.ts';
import { resultsReachThoseWhoCanAct } from './7.5-a.ts';
import { actionsHaveOwnerAndDate } from './7.5-b.ts';
import { resultsLeadToAction } from './7.5-c.ts';
import { theNextRoundBeginsByItself } from './7.6-a.ts';
import { theMeasuringIsReviewed } from './8-a.ts';
import { methodsCanBeImproved } from './8-b.ts';
import { managementLooksAtTheMeasuring } from './8-c.ts';

/** Monitoring and measuring customer satisfaction, after the guidance of ISO 10004:2018. */
export const iso10004: Pack = {
  id: 'iso-10004',
  version: '1.8',
  rules: [
    { rule: resultsAreShared, severity: 'should' },
    { rule: answersAreConfidential, severity: 'must' },
    { rule: surveyorsAreCompetent, severity: 'should' },
    { rule: roundsCanBeCompared, severity: 'advice' },
    { rule: measuringIsSystematic, severity: 'advice' },
    { rule: purposeComesFirst, severity: 'must' },
    { rule: scopeAndFrequencyAreSet, severity: 'must' },
    { rule: methodsArePlanned, severity: 'must' },
    { rule: resourcesAreGranted, severity: 'should' },
    { rule: customersAreIdentified, severity: 'must' },
    { rule: expectationsAreKnown, severity: 'must' },
    { rule: characteristicsAreWeighted, severity: 'must' },
    { rule: whatIsKnownIsUsed, severity: 'should' },
    { rule: customersThemselvesAreAsked, severity: 'must' },
    { rule: questionsArePiloted, severity: 'should' },
    { rule: theInvitationSaysWhatMatters, severity: 'must' },
    { rule: answersSuffice, severity: 'should' },
    { rule: dataArePrepared, severity: 'should' },
    { rule: theAnalysisIsComplete, severity: 'must' },
    { rule: analystsDoNotValidateThemselves, severity: 'should' },
    { rule: onlyValidatedResultsAreTold, severity: 'should' },
    { rule: resultsReachThoseWhoCanAct, severity: 'must' },
    { rule: actionsHaveOwnerAndDate, severity: 'must' },
    { rule: resultsLeadToAction, severity: 'should' },
    { rule: theNextRoundBeginsByItself, severity: 'must' },
    { rule: theMeasuringIsReviewed, severity: 'must' },
    { rule: methodsCanBeImproved, severity: 'should' },
    { rule: managementLooksAtTheMeasuring, severity: 'should' },
  ],
};
