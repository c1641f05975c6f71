import type { Pack } from '../../check/rule.ts';
import { everyCaseCanEnd } from './s-1.ts';
import { everyStepIsReached } from './s-2.ts';
import { somebodyAnswersForEachStep } from './s-3.ts';
import { nobodyIsSentRoundForEver } from './s-4.ts';
import { everyAnswerHasAWay } from './s-5.ts';
import { purposesAreFulfilled } from './s-6.ts';
import { subProceduresHaveTheirTime } from './s-7.ts';
import { closingLeadsToTheEnd } from './s-8.ts';

/** What every procedure needs before anything else about it means something. */
export const structure: Pack = {
  id: 'structure',
  version: '1.5',
  rules: [
    { rule: everyCaseCanEnd, severity: 'must' },
    { rule: everyStepIsReached, severity: 'must' },
    { rule: somebodyAnswersForEachStep, severity: 'must' },
    { rule: nobodyIsSentRoundForEver, severity: 'must' },
    { rule: closingLeadsToTheEnd, severity: 'must' },
    { rule: everyAnswerHasAWay, severity: 'must' },
    { rule: subProceduresHaveTheirTime, severity: 'must' },
    { rule: purposesAreFulfilled, severity: 'must' },
  ],
};
