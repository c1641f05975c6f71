import type { Examined } from '../../check/examined.ts';
import { event, or, stage, tells } from '../../check/predicate.ts';
import { daysBetween, endings, type Lived, type MeasureOfCases, type Reader } from './measure.ts';
import { everyCase, fieldsCalled, groupedBy, linesOf, numberIn, shareOfWays, shareWritten, writtenIn } from './read.ts';

const watched = '10003/8.1-B';
const kinds = ['dispute'] as const;

/** What disputes outside are watched by, and what they teach (10003). */
export const outside: readonly MeasureOfCases[] = [
  { id: 'lessons', rule: '10003/4.16-B', kinds, unit: 'share', looksAt: 'others', reads: lessons },
  { id: 'feedback', rule: '10003/4.17-B', kinds, unit: 'share', reads: shareWritten('score') },
  { id: 'disputes', rule: watched, kinds, unit: 'count', reads: everyCase },
  { id: 'by-method', rule: watched, kinds, unit: 'count', groups: 'method', reads: groupedBy('method') },
  { id: 'by-body', rule: watched, kinds, unit: 'count', groups: 'provider', reads: groupedBy('provider') },
  { id: 'disputes-by-outcome', rule: watched, kinds, unit: 'days', groups: endings, reads: byOutcome },
  { id: 'admitted', rule: watched, kinds, unit: 'share', kpi: 'admitted', reads: shareOfWays(event('admit'), event('refuse')) },
  { id: 'settled', rule: watched, kinds, unit: 'share', kpi: 'settled', reads: settled },
  {
    id: 'recommendation-accepted',
    rule: watched,
    kinds,
    unit: 'share',
    kpi: 'recommendation-accepted',
    reads: shareOfWays(event('both-accept'), or(event('org-reject'), event('reject'))),
  },
  { id: 'days-in-stage', rule: watched, kinds, unit: 'days', kpi: 'days-per-stage', reads: daysInStage },
  { id: 'cost', rule: watched, kinds, unit: 'amount', reads: numberIn('cost') },
  { id: 'dispute-types', rule: '10003/8.2-B', kinds, unit: 'count', groups: 'dispute-type', reads: groupedBy('dispute-type') },
  { id: 'dispute-causes', rule: '10003/8.2-B', kinds, unit: 'count', groups: 'root-cause', reads: groupedBy('root-cause') },
  { id: 'both-asked', rule: '10003/8.3-B', kinds, unit: 'share', reads: bothAsked },
  { id: 'dispute-actions', rule: '10003/8.5-B', kinds, unit: 'share', looksAt: 'others', reads: shareWritten('corrective-action') },
];

const isEnded = ({ isOver, outcome }: Lived): boolean => isOver && outcome !== 'withdrawn';

/** Of the disputes that are over and were not withdrawn: both a lesson and what is done about it were written down. */
function lessons({ graph: { definition } }: Examined): Reader | undefined {
  const [lesson, action] = [writtenIn(fieldsCalled(definition, 'lessons')), writtenIn(fieldsCalled(definition, 'corrective-action'))];
  if (!lesson || !action) return undefined;
  return (lived) => (isEnded(lived) ? [{ value: lesson(lived).length > 0 && action(lived).length > 0 ? 1 : 0 }] : []);
}

function byOutcome(): Reader {
  return ({ record, run, isOver, outcome }) => {
    const last = run.steps.at(-1)?.line;
    return isOver && outcome !== undefined && last ? [{ value: daysBetween(record.receivedAt, last.at), group: outcome }] : [];
  };
}

function settled(): Reader {
  return (lived) => {
    if (!isEnded(lived)) return [];
    const line = lived.record.lines.find(({ filed }) => filed?.includes('settlement-agreement'));
    return [line ? { value: 1, revision: line.revision } : { value: 0 }];
  };
}

/** Each stay in a step counts once it is over. */
function daysInStage(): Reader {
  return ({ run }) => {
    const since = new Map<string, string>();
    return run.steps.flatMap(({ line, from, to }) => {
      const left = from?.leaves.filter((step) => !to.leaves.includes(step)) ?? [];
      const stays = left.flatMap((step) => {
        const entered = since.get(step);
        since.delete(step);
        return entered === undefined ? [] : [{ value: daysBetween(entered, line.at), revision: line.revision }];
      });
      for (const step of to.leaves) if (!since.has(step)) since.set(step, line.at);
      return stays;
    });
  };
}

/** Of the disputes that are over: were complainant and body both asked how it was. */
function bothAsked(examined: Examined): Reader | undefined {
  const complainant = linesOf(examined, or(stage('satisfaction-survey'), tells('complainant', 'survey')));
  const body = linesOf(examined, tells('provider', 'survey'));
  if (!complainant && !body) return undefined;
  return (lived) => (lived.isOver ? [{ value: complainant?.(lived).length && body?.(lived).length ? 1 : 0 }] : []);
}
