import type { Element } from './element.ts';
import { type Examined, type Found, failing, held, pathInto, silent } from './examined.ts';
import { holds, missing } from './holds.ts';
import {
  accountable,
  and,
  any,
  asks,
  deadline,
  excludes,
  fields,
  independent,
  not,
  or,
  type Predicate,
  party,
  records,
  tells,
} from './predicate.ts';
import type { Failure } from './verdict.ts';

/** What a step must do at the least so that its purpose counts; each with the word for what lacks where it is no list of words. */
interface Least {
  readonly is: Predicate;
  readonly lacks?: string;
  /** It may be done just as well on each way by which the case ends there. */
  readonly orAtTheEnd?: boolean;
}

/** Tag contracts: a step that only says what it is for proves nothing. */
const least: Readonly<Record<string, readonly Least[]>> = {
  receipt: [{ is: asks('description') }, { is: records('complaint-record') }],
  acknowledgement: [{ is: tells('complainant', 'receipt', 'case-id', 'contact', 'next-steps', 'expected-date') }],
  'initial-assessment': [{ is: asks('severity', 'safety-implication', 'complexity', 'impact', 'need-for-immediate-action') }],
  investigation: [{ is: party('organisation'), lacks: 'role' }, { is: records('evidence', 'findings') }, { is: excludes('subject') }],
  // Where nobody has to write down what was decided and why, nothing was decided; not every decision has a remedy.
  decision: [{ is: party('organisation'), lacks: 'role' }, { is: and(fields('decision', 'reasons'), asks('remedy')) }],
  response: [{ is: tells('complainant', 'decision', 'reasons') }],
  'external-offer': [{ is: tells('complainant', 'provider', 'method', 'costs', 'time-limits', 'voluntary', 'legal-route') }],
  consent: [{ is: fields('voluntary', 'process-understood', 'possible-outcomes', 'legal-effect', 'costs', 'right-to-withdraw') }],
  facilitative: [{ is: and(party('provider'), independent), lacks: 'independent' }],
  advisory: [{ is: and(party('provider'), independent), lacks: 'independent' }],
  determinative: [{ is: and(party('provider'), independent), lacks: 'independent' }],
  implementation: [{ is: accountable, lacks: 'owner' }, { is: deadline, lacks: 'deadline' }, { is: records('implementation') }],
  remedy: [{ is: accountable, lacks: 'owner' }, { is: deadline, lacks: 'deadline' }, { is: records('remedy-delivered') }],
  closure: [
    { is: records('closure-record') },
    { is: or(tells('complainant', 'closure'), tells('complainant', 'reasons')), orAtTheEnd: true },
  ],
};

/** A review is done by others than before, who decide anew with reasons; where it is a procedure of its own, that one proves the rest. */
const review: readonly Least[] = [
  { is: any, lacks: 'excludes' },
  { is: not(party('complainant')), lacks: 'role' },
  { is: fields('decision', 'reasons') },
];

export function checkContract(examined: Examined): Found {
  const { graph, elements } = examined;
  const failures: Failure[] = [];
  const proven: string[] = [];
  const before = keptAwayFromReviews(examined);
  for (const id of reached(graph.occurrences)) {
    const step = elements.whole(id);
    for (const stage of step.stages) {
      const asked = leastOf(stage, graph.states.get(id)?.definition.invoke?.src === 'case');
      const lacking = asked.flatMap((each) => lacksOf(each, step));
      if (lacking.length === 0) proven.push(id);
      else failures.push({ element: id, facts: { state: id, stage, missing: lacking }, path: pathInto(examined, id) });
    }
  }
  if (failures.length > 0) return failing(failures);
  return proven.length === 0 || graph.bound ? silent(examined) : held(proven);

  function lacksOf({ is, lacks, orAtTheEnd }: Least, step: Element): readonly string[] {
    if (lacks === 'excludes') return step.excludes.length > 0 && before.every((role) => step.excludes.includes(role)) ? [] : [lacks];
    if (holds(is, step, graph.definition) || (orAtTheEnd && isDoneAtTheEnd(is, step, examined))) return [];
    return lacks === undefined ? missing(is, step, graph.definition) : [lacks];
  }
}

/** On each way by which a case ends from here; whoever withdraws ends it without us. */
function isDoneAtTheEnd(is: Predicate, { step }: Element, { graph, elements }: Examined): boolean {
  const ways = elements
    .all()
    .filter(({ way }) => way?.from.some((from) => from.step === step) && way.leadsTo.some((to) => to.isEnd && to.outcome !== 'withdrawn'));
  return ways.length > 0 && ways.every((each) => [each, ...(each.way?.leadsTo ?? [])].some((part) => holds(is, part, graph.definition)));
}

/**
 * Of a procedure that reviews what others did before: roles that take no part in it, and that one of its reviews keeps away because they took part
 * then. They are no less partial in its other reviews.
 */
export function keptAwayFromReviews({ graph: { definition, occurrences }, elements }: Examined): readonly string[] {
  if (definition.kind !== 'escalation') return [];
  const steps = [...reached(occurrences)].map((id) => elements.whole(id));
  const away = steps.flatMap(({ stages, excludes }) => (stages.has('internal-review') ? excludes : []));
  const doing = steps.flatMap(({ role, handedTo }) => (role === undefined ? [] : [role, ...handedTo]));
  const sending = Object.values(definition.events).flatMap(({ by = [] }) => by);
  const told = elements.all().flatMap((element) => [...element.told.keys()]);
  const active = new Set([...doing, ...sending, ...told]);
  return [...new Set(away)].filter((role) => !active.has(role));
}

/** What a purpose asks of a step at the least. */
export const leastOf = (stage: string, isOwnProcedure: boolean): readonly Least[] =>
  stage === 'internal-review' ? reviewOf(isOwnProcedure) : (least[stage] ?? []);

const reviewOf = (isOwnProcedure: boolean): readonly Least[] => (isOwnProcedure ? review.slice(0, 1) : review);

const reached = (occurrences: Examined['graph']['occurrences']): ReadonlySet<string> =>
  new Set(occurrences.flatMap((occurrence) => (occurrence.is === 'entered' ? [occurrence.state] : [])));
