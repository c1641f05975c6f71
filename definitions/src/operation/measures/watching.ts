import type { Examined } from '../../check/examined.ts';
import { and, done, event, fromStage, or, overdue, stage, tells } from '../../check/predicate.ts';
import { overrideIn } from '../deviations.ts';
import { answerTold, receiptTold } from './answering.ts';
import { inTime } from './in-time.ts';
import { daysBetween, endings, type MeasureOfCases, type Reader } from './measure.ts';
import {
  daysUntil,
  everyCase,
  fieldsCalled,
  groupedBy,
  linesOf,
  numberIn,
  shareOfEnded,
  shareOfOutcome,
  shareWritten,
  writtenIn,
} from './read.ts';

const [watched, collected, analysed, asked] = ['10002/8.4-B', '10002/8.1-B', '10002/8.2-B', '10002/8.3-B'] as const;
const kinds = ['complaint'] as const;

/** What a complaints process is watched by: what came, how fast, how it ended, and what came again (10002/8). */
export const watching: readonly MeasureOfCases[] = [
  { id: 'received', rule: watched, kinds, unit: 'count', kpi: 'received', reads: everyCase },
  {
    id: 'ack-on-time',
    rule: watched,
    kinds,
    unit: 'share',
    looksAt: 'others',
    kpi: 'ack-on-time',
    reads: inTime(receiptTold, 'acknowledgement', 'initial-assessment'),
  },
  {
    id: 'answered-on-time',
    rule: watched,
    kinds,
    unit: 'share',
    looksAt: 'others',
    reads: inTime(answerTold, 'response', 'awaiting-complainant', 'external-offer'),
  },
  { id: 'days-to-answer', rule: watched, kinds, unit: 'days', kpi: 'median-days-to-response', reads: daysUntil(answerTold) },
  { id: 'days-by-outcome', rule: watched, kinds, unit: 'days', groups: endings, reads: daysByOutcome },
  { id: 'solved-at-once', rule: watched, kinds, unit: 'share', reads: solvedAtOnce },
  { id: 'weighed-anew', rule: watched, kinds, unit: 'share', looksAt: 'counted', reads: weighedAnew },
  { id: 'misdirected', rule: watched, kinds, unit: 'share', looksAt: 'counted', reads: shareOfOutcome('misdirected') },
  { id: 'withdrawn', rule: watched, kinds, unit: 'share', reads: shareOfOutcome('withdrawn') },
  { id: 'reviewed', rule: watched, kinds, unit: 'share', kpi: 'escalated', reads: shareOfEnded(stage('internal-review')) },
  { id: 'outside', rule: watched, kinds, unit: 'share', kpi: 'external', reads: shareOfEnded(stage('external')) },
  { id: 'reopened', rule: watched, kinds, unit: 'share', looksAt: 'counted', reads: shareOfEnded(event('reopen')) },
  { id: 'remedy-on-time', rule: watched, kinds, unit: 'share', looksAt: 'others', kpi: 'remedy-on-time', reads: remedyInTime },
  { id: 'letters-failed', rule: watched, kinds, unit: 'share', looksAt: 'counted', reads: lettersFailed },
  { id: 'set-aside', rule: watched, kinds, unit: 'share', looksAt: 'counted', reads: setAside },
  { id: 'records-whole', rule: collected, kinds: ['complaint', 'escalation'], unit: 'share', looksAt: 'others', reads: isWhole },
  { id: 'by-category', rule: analysed, kinds, unit: 'count', groups: 'category', reads: groupedBy('category') },
  { id: 'by-cause', rule: analysed, kinds, unit: 'count', groups: 'root-cause', reads: groupedBy('root-cause') },
  { id: 'repeat-cause', rule: analysed, kinds, unit: 'share', kpi: 'repeat-cause', form: 'repeated', reads: groupedBy('root-cause') },
  { id: 'answers-to-survey', rule: asked, kinds, unit: 'share', reads: shareWritten('score', surveyed()) },
  { id: 'satisfaction', rule: asked, kinds, unit: 'score', kpi: 'satisfaction', reads: numberIn('score') },
  { id: 'actions-written', rule: '10002/8.7-B', kinds, unit: 'share', looksAt: 'others', reads: actionsWritten },
];

function surveyed() {
  return or(stage('satisfaction-survey'), tells('complainant', 'survey'));
}

function daysByOutcome(): Reader {
  return ({ record, run, isOver, outcome }) => {
    const last = run.steps.at(-1)?.line;
    return isOver && outcome !== undefined && last ? [{ value: daysBetween(record.receivedAt, last.at), group: outcome }] : [];
  };
}

/** Of the resolved cases: nobody had to ask back, and nobody looked at it a second time. */
function solvedAtOnce(examined: Examined): Reader {
  const returned = linesOf(examined, stage('information-request', 'internal-review', 'external-offer', 'external'));
  return (lived) => {
    if (!lived.isOver || lived.outcome !== 'resolved') return [];
    const first = returned?.(lived)[0];
    return [first ? { value: 0, revision: first.revision } : { value: 1 }];
  };
}

/** Of the cases that were classified: in how many the weight given first was changed later. */
function weighedAnew({ graph }: Examined): Reader | undefined {
  const weight = writtenIn([...fieldsCalled(graph.definition, 'severity'), ...fieldsCalled(graph.definition, 'priority')]);
  return (
    weight &&
    ((lived) => {
      const classified = lived.record.lines.find(({ filed }) => filed?.includes('classification'));
      if (!classified) return [];
      const again = weight(lived).find(({ revision }) => revision > classified.revision);
      return [again ? { value: 1, revision: again.revision } : { value: 0 }];
    })
  );
}

function remedyInTime(examined: Examined): Reader | undefined {
  const [carriedOut, late] = [linesOf(examined, done('remedy-delivered')), linesOf(examined, and(overdue, fromStage('remedy')))];
  return (
    carriedOut &&
    ((lived) => {
      const missed = late?.(lived)[0];
      if (missed) return [{ value: 0, revision: missed.revision }];
      const [first] = carriedOut(lived);
      return first ? [{ value: 1, revision: first.revision }] : [];
    })
  );
}

/** Of the letters to whoever complains: how many the procedure heard of that they could not be sent or came back. */
function lettersFailed({ graph }: Examined): Reader {
  const complains = (role: string) => graph.definition.roles[role]?.party === 'complainant';
  const isLetter = (step: string) => graph.states.get(step)?.definition.invoke?.src === 'letter';
  return ({ record, run }) => {
    const sent = record.lines.reduce((sum, { lettersTo }) => sum + (lettersTo?.filter(complains).length ?? 0), 0);
    if (sent === 0) return [];
    const failed = run.steps.filter(({ line, from }) => line.type === 'invoke.failed' && from?.leaves.some(isLetter));
    const [first] = failed;
    return [{ value: Math.min(failed.length, sent), of: sent, ...(first && { revision: first.line.revision }) }];
  };
}

/** Of all cases: in how many somebody set the procedure aside by hand. */
function setAside(): Reader {
  return ({ record }) => {
    const line = record.lines.find((each) => overrideIn(each) !== undefined);
    return [line ? { value: 1, revision: line.revision } : { value: 0 }];
  };
}

function isWhole(): Reader {
  return ({ record: { standing } }) => (standing?.isWhole === undefined ? [] : [{ value: standing.isWhole ? 1 : 0 }]);
}

/** Of the cases that are over and in which a cause was found: in how many it was written down what is done against it. */
function actionsWritten(examined: Examined): Reader | undefined {
  const { definition } = examined.graph;
  const [cause, action] = [writtenIn(fieldsCalled(definition, 'root-cause')), writtenIn(fieldsCalled(definition, 'corrective-action'))];
  if (!cause || !action) return undefined;
  return (lived) => (lived.isOver && cause(lived).length > 0 ? [{ value: action(lived).length > 0 ? 1 : 0 }] : []);
}
