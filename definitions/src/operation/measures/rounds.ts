import type { Examined } from '../../check/examined.ts';
import { event, fromStage } from '../../check/predicate.ts';
import { daysBetween, type Lived, type MeasureOfCases, type Reader } from './measure.ts';
import { entriesOf, fieldsCalled, linesOf, writtenIn } from './read.ts';

/** What procedures that come round again are measured by: promises of a code (10001/7), answers of customers (10004/4.3.13, 7.3.4). */
export const rounds: readonly MeasureOfCases[] = [
  { id: 'breaches', rule: '10001/7-B', kinds: ['code'], unit: 'count', kpi: 'breaches', reads: timesOf(event('breach')) },
  { id: 'inquiries', rule: '10001/7-B', kinds: ['code'], unit: 'count', kpi: 'inquiries', reads: timesOf(event('inquiry')) },
  { id: 'days-to-remedy', rule: '10001/7-B', kinds: ['code'], unit: 'days', reads: daysToRemedy },
  { id: 'same-questions', rule: '10004/4.3.13-B', kinds: ['satisfaction'], unit: 'share', looksAt: 'others', reads: sameQuestions },
  { id: 'response-rate', rule: '10004/7.3.4-B', kinds: ['satisfaction'], unit: 'share', kpi: 'response-rate', reads: responseRate },
];

function timesOf(what: Parameters<typeof linesOf>[1]) {
  return (examined: Examined): Reader | undefined => {
    const lines = linesOf(examined, what);
    return lines && ((lived) => [{ value: lines(lived).length }]);
  };
}

/** From the report of a breach until the step in which it is put right is left; one that is still open grows. */
function daysToRemedy(examined: Examined): Reader | undefined {
  const [entered, left] = [entriesOf(examined, 'breach'), linesOf(examined, fromStage('breach'))];
  if (!entered || !left) return undefined;
  return (lived) => {
    const ends = left(lived);
    return entered(lived).map((line) => {
      const end = ends.find(({ revision }) => revision > line.revision);
      return end ? { value: daysBetween(line.at, end.at), revision: end.revision } : { since: line.at };
    });
  };
}

/** Of the rounds after the first, once customers are asked: whether the questions stayed what they were. */
function sameQuestions(examined: Examined): Reader | undefined {
  const questions = writtenIn(fieldsCalled(examined.graph.definition, 'questions'));
  const asking = entriesOf(examined, 'direct-measure');
  if (!questions || !asking) return undefined;
  return (lived) => {
    const begun = asking(lived);
    return begun.slice(1).flatMap((line, place) => {
      const before = begun[place]?.revision ?? 0;
      const changed = questions(lived).find(({ revision }) => revision > before && revision <= line.revision);
      return [changed ? { value: 0, revision: changed.revision } : { value: 1, revision: line.revision }];
    });
  };
}

/** Each round of asking that is over and whose sample size is still the one in the case: answers that came of so many asked. */
function responseRate(examined: Examined): Reader | undefined {
  const [asking, evaluating] = [entriesOf(examined, 'direct-measure'), entriesOf(examined, 'data-preparation')];
  const sizes = writtenIn(fieldsCalled(examined.graph.definition, 'sample-size'));
  const responded = linesOf(examined, event('responded'));
  if (!asking || !evaluating || !sizes || !responded) return undefined;
  return (lived: Lived) => {
    const of = lived.record.standing?.values['sample-size'];
    const sized = sizes(lived).at(-1)?.revision;
    if (typeof of !== 'number' || sized === undefined) return [];
    return asking(lived).flatMap(({ revision: begun }) => {
      const over = evaluating(lived).find(({ revision }) => revision > begun)?.revision;
      if (over === undefined || sized > begun) return [];
      const value = responded(lived).filter(({ revision }) => revision > begun && revision <= over).length;
      return [{ value: Math.min(value, of), of, revision: over }];
    });
  };
}
