import type { Condition, Definition } from '../../definition/definition.ts';
import type { Finding } from '../../definition/finding.ts';
import { outcomesNamed } from '../condition-parts.ts';
import { type Findings, found, unknown, warned } from './found.ts';
import { type Survey, surveyOf } from './survey.ts';
import { isDefinite } from './ways.ts';

/** Findings over several definitions name the definition they are about. */
export interface FindingAcross extends Finding {
  readonly definition: string;
}

/**
 * What definitions that start each other have wrong together, checked at publication: `unknown-definition`, `unknown-field` of the
 * other, `child-outcome-without-row`, `unknown-outcome`, `child-cycle`. All that may be started must be among them; a link to what is
 * not there is a warning.
 */
export function findingsAcross(definitions: readonly Definition[]): readonly FindingAcross[] {
  return definitions.flatMap((definition) =>
    findingsBeside(definition, definitions).map((finding) => ({ ...finding, definition: definition.id })),
  );
}

/** Of these, what is found in one definition that stands beside others: the first of an id counts, and it stands for its own. */
export function findingsBeside(definition: Definition, others: readonly Definition[]): readonly Finding[] {
  const byId = new Map([definition, ...others].toReversed().map((one) => [one.id, one]));
  const survey = surveyOf(definition);
  return [...findReferences(survey, byId), ...findOutcomes(survey, byId), ...findCycles(definition, byId)];
}

/**
 * Of the definitions that wait for this one: `waiting-without-row`, an end of it that one of them has no row for. Whoever is to take a new end is
 * published first, or cases of it would wait for ever.
 */
export function findingsOfWaiting(definition: Definition, others: readonly Definition[]): readonly Finding[] {
  const alone = new Map([[definition.id, definition]]);
  const waiting = new Map(others.toReversed().map((one) => [one.id, one]));
  waiting.delete(definition.id);
  return [...waiting.values()].flatMap((other) => {
    const lacking = [...findOutcomes(surveyOf(other), alone)].filter(({ code }) => code === 'child-outcome-without-row');
    const outcomes = new Set(lacking.map(({ facts }) => String(facts.outcome)));
    return [...outcomes].map((outcome) =>
      found('waiting-without-row', '/machine', { definition: other.id, procedure: other.title, outcome }),
    );
  });
}

/** Definitions that this one waits for, by id. */
export const subProceduresOf = (definition: Definition): readonly string[] => [
  ...new Set(childrenOf(definition).map(({ child }) => child)),
];

function* findReferences({ definition, places, actions }: Survey, byId: ReadonlyMap<string, Definition>): Findings {
  const starts = [
    ...places.flatMap(({ at, definition: { invoke } }) => (invoke?.src === 'case' ? [{ ...invoke.input, at: `${at}/invoke/input` }] : [])),
    ...actions.flatMap(({ action, at }) => (action.type === 'start' ? [{ ...action.params, at: `${at}/params` }] : [])),
  ];
  for (const { definition: id, data = {}, at } of starts) {
    const other = byId.get(id);
    if (!other) yield unknown('unknown-definition', `${at}/definition`, id, byId.keys());
    else
      for (const name of Object.keys(data))
        if (!Object.hasOwn(other.data, name)) yield unknown('unknown-field', `${at}/data/${name}`, name, Object.keys(other.data));
  }
  for (const [index, id] of (definition.links ?? []).entries())
    if (!byId.has(id)) yield warned('unknown-definition', `/links/${index}`, { name: id });
}

/** However the sub-procedure ends, a row must take it. One that waits for an end that does not exist yet may be there before it: it is told. */
function* findOutcomes(survey: Survey, byId: ReadonlyMap<string, Definition>): Findings {
  for (const {
    id,
    at,
    definition: { invoke },
  } of survey.places) {
    const child = invoke?.src === 'case' ? byId.get(invoke.input.definition) : undefined;
    if (invoke?.src !== 'case' || !child) continue;
    const outcomes = outcomesOf(child);
    for (const outcome of outcomes) {
      const taken = invoke.onDone.some(({ guard, ...row }) => (!guard || takes(guard.params, outcome)) && isDefinite(row, id, survey));
      if (!taken) yield found('child-outcome-without-row', `${at}/invoke/onDone`, { definition: child.id, outcome });
    }
    for (const [index, row] of invoke.onDone.entries()) {
      for (const outcome of row.guard ? outcomesNamed(row.guard.params) : []) {
        if (outcomes.includes(outcome)) continue;
        yield { ...unknown('unknown-outcome', `${at}/invoke/onDone/${index}/guard/params`, outcome, outcomes), severity: 'warning' };
      }
    }
  }
}

const outcomesOf = (definition: Definition): readonly string[] => [
  ...new Set(
    Object.values(definition.machine.states).flatMap((state) =>
      state.type === 'final'
        ? (state.tags ?? []).filter((tag) => tag.startsWith('outcome:')).map((tag) => tag.slice('outcome:'.length))
        : [],
    ),
  ),
];
const takes = (condition: Condition, outcome: string): boolean =>
  ('outcome' in condition && condition.outcome.includes(outcome)) ||
  ('any' in condition && condition.any.some((inner) => takes(inner, outcome)));

/** A procedure that waits for one that waits for it would start cases without end. */
function* findCycles(definition: Definition, byId: ReadonlyMap<string, Definition>): Findings {
  for (const { at, child } of childrenOf(definition)) {
    const way = wayTo(definition.id, child, byId, new Set());
    if (way) yield found('child-cycle', at, { way: [definition.id, ...way] });
  }
}

function wayTo(end: string, from: string, byId: ReadonlyMap<string, Definition>, seen: Set<string>): readonly string[] | undefined {
  if (from === end) return [from];
  const definition = seen.has(from) ? undefined : byId.get(from);
  seen.add(from);
  for (const { child } of definition ? childrenOf(definition) : []) {
    const further = wayTo(end, child, byId, seen);
    if (further) return [from, ...further];
  }
  return undefined;
}

const childrenOf = (definition: Definition): readonly { readonly at: string; readonly child: string }[] =>
  surveyOf(definition).places.flatMap(({ at, definition: { invoke } }) =>
    invoke?.src === 'case' ? [{ at: `${at}/invoke/input/definition`, child: invoke.input.definition }] : [],
  );
