import type { Definition } from '@redress/engine';
import type { Examined } from '../../check/examined.ts';
import { done, event, tells } from '../../check/predicate.ts';
import { daysBetween, type MeasureOfCases, type Reader } from './measure.ts';
import { fieldsCalled, linesOf, writtenIn } from './read.ts';

const severity = 'severity';

/** How people are met: who answers when, how often somebody has to ask, and whether those complained about are heard (10002/4.6, 4.7, 7.6). */
export const answering: readonly MeasureOfCases[] = [
  { id: 'first-answer', rule: '10002/4.6-B', kinds: ['complaint'], unit: 'days', reads: firstAnswer },
  {
    id: 'times-asked',
    rule: '10002/4.6-B',
    kinds: ['complaint'],
    unit: 'count',
    reads: (examined) => {
      const asked = linesOf(examined, event('status-request'));
      return asked && ((lived) => [{ value: asked(lived).length }]);
    },
  },
  { id: 'heard', rule: '10002/4.7-C', kinds: ['complaint'], unit: 'share', looksAt: 'others', reads: heard },
  { id: 'days-by-severity', rule: '10002/7.6-C', kinds: ['complaint'], unit: 'days', groups: severity, reads: daysBySeverity },
  { id: 'acts-by-severity', rule: '10002/7.6-C', kinds: ['complaint'], unit: 'count', groups: severity, reads: actsBySeverity },
];

const isOfOrganisation = ({ roles }: Definition, role: string): boolean => roles[role]?.party === 'organisation';

/** Days until somebody of the organisation does something of which a letter goes to whoever complained: what goes by itself is no person's answer. */
function firstAnswer({ graph: { definition } }: Examined): Reader {
  const complains = (role: string) => definition.roles[role]?.party === 'complainant';
  return ({ record }) => {
    const first = record.lines.find(
      ({ by, lettersTo }) =>
        by?.person !== undefined && by.roles.some((role) => isOfOrganisation(definition, role)) && lettersTo?.some(complains),
    );
    return first ? [{ value: daysBetween(record.receivedAt, first.at), revision: first.revision }] : [];
  };
}

/** Of the decided cases in which somebody complained about is named: in how many it was written down who was heard before the decision. */
function heard(examined: Examined): Reader | undefined {
  const { definition } = examined.graph;
  const named = writtenIn(Object.values(definition.roles).flatMap(({ heldBy }) => heldBy ?? []));
  const hearing = writtenIn(fieldsCalled(definition, 'parties-heard'));
  const decided = linesOf(examined, done('decision'));
  if (!named || !hearing || !decided) return undefined;
  return (lived) => {
    const [decision] = decided(lived);
    const before = ({ revision }: { readonly revision: number }) => decision !== undefined && revision <= decision.revision;
    if (!decision || !named(lived).some(before)) return [];
    return [{ value: hearing(lived).some(before) ? 1 : 0, revision: decision.revision }];
  };
}

function bySeverity(examined: Examined, read: (lived: Parameters<Reader>[0], until: number, at: string) => number): Reader | undefined {
  const decided = linesOf(examined, done('decision'));
  return (
    decided &&
    ((lived) => {
      const [decision] = decided(lived);
      const group = lived.record.standing?.values[severity];
      return decision && group !== undefined ? [{ value: read(lived, decision.revision, decision.at), group: String(group) }] : [];
    })
  );
}
function daysBySeverity(examined: Examined): Reader | undefined {
  return bySeverity(examined, ({ record }, _, at) => daysBetween(record.receivedAt, at));
}
/** What people of the organisation did until the decision: lines of the journal, not hours. */
function actsBySeverity(examined: Examined): Reader | undefined {
  const { definition } = examined.graph;
  return bySeverity(
    examined,
    ({ record }, until) =>
      record.lines.filter(
        ({ revision, by }) => revision <= until && by?.person !== undefined && by.roles.some((role) => isOfOrganisation(definition, role)),
      ).length,
  );
}

export const receiptTold = tells('complainant', 'receipt');
export const answerTold = tells('complainant', 'decision');
