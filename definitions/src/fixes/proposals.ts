import type { Definition } from '@redress/engine';
import type { Element } from '../check/element.ts';
import { type Examined, matching } from '../check/examined.ts';
import { holds } from '../check/holds.ts';
import { and, deadline, or, outcome, type Predicate, stage } from '../check/predicate.ts';
import type { Property } from '../check/property.ts';
import { keptAwayFromReviews, leastOf } from '../check/purposes.ts';
import type { Failure } from '../check/verdict.ts';
import { type Draft, readable, rowAt, rowsIn, spotOf } from './draft.ts';
import type { Edit } from './edit.ts';
import { marks } from './marks.ts';
import { stagesFiling } from './material.ts';
import { around } from './proposals-around.ts';
import { keepAway, satisfied, together } from './satisfy.ts';
import { along, handedBack, rowsOf, straightened } from './straighten.ts';
import { unreached } from './unreached.ts';
import { deadlines, longer, sooner } from './waiting.ts';
import { inserts, offers, redirects } from './ways.ts';

/** Edits that may repair what fails, the smallest first. Whether one does is found out by checking it. */
export function proposals(examined: Examined, property: Property, failure: Failure): readonly Edit[] {
  const draft = readable(examined.graph.definition);
  if (property.form === 'no-dead') return [...ledBack(examined, draft), ...bent(examined, property, failure)];
  const rows = isReach(property) ? [...examined.graph.rows.keys()] : [...rowsOf(failure.path), ...rowsRound(examined, failure)];
  const passed = failure.path.map(({ step }) => step);
  return [
    ...stagesLacked(property).flatMap((stage) => marks(examined, stage)),
    ...straightened(examined, draft, rows).slice(0, 8),
    ...bent(examined, property, failure).slice(0, 24),
    ...handedBack(draft, passed).slice(0, 6),
    ...along(examined, draft, rows).slice(0, 8),
  ];
}

/** To what nothing leads any more a way leads again that should, or may. */
function ledBack(examined: Examined, draft: Draft): readonly Edit[] {
  const rows = [...examined.graph.rows.keys()];
  const lost = new Set(unreached(draft));
  const leadsBack = ({ facts }: Edit): boolean => typeof facts.to === 'string' && lost.has(facts.to);
  const endless = [...examined.graph.states.keys()].map((id) => examined.elements.whole(id)).filter(isEndless);
  const late = endless.flatMap(({ step }) => deadlines(draft, step));
  return [...straightened(examined, draft, rows), ...late, ...along(examined, draft, rows)].filter(leadsBack).slice(0, 12);
}

const isEndless = ({ isResting, isEnd, deadlines: ends }: Element): boolean => isResting && !isEnd && ends.length === 0;

/** Nothing leads there: any way may be the one that is lost. */
const isReach = (property: Property): boolean => (property.form === 'both' ? property.of.some(isReach) : property.form === 'reach');

/** Rows by which a case goes round for ever. */
const rowsRound = ({ graph }: Examined, { facts: { cycle } }: Failure): readonly string[] =>
  Array.isArray(cycle) ? [...graph.rows.values()].flatMap(({ at, source }) => (source === '' || cycle.includes(source) ? [at] : [])) : [];

/** What is made so that it holds, where the failure is. */
function bent(examined: Examined, property: Property, failure: Failure): readonly Edit[] {
  const draft = readable(examined.graph.definition);
  const step = String(failure.facts.state ?? failure.element);
  switch (property.form) {
    case 'both':
      return atOnce(property.of.flatMap((each) => bent(examined, each, failure)));
    case 'all':
      return elementsAt(examined, failure, property.each).flatMap((element) => [
        ...satisfied(examined, element, property.is),
        ...elsewhere(draft, element),
      ]);
    case 'contract':
      return contract(examined, failure);
    case 'available':
      return [...sent(examined, step, property.way), ...offers(draft, step, actIn(property.way) ?? '', senderIn(property.way))];
    case 'distinct':
      return [keptAway(step, [String(failure.facts.role)])];
    case 'before':
      return [...made(examined, property.first, failure), ...led(examined, draft, property.first, failure)];
    case 'every':
      return [...made(examined, property.passes, failure), ...led(examined, draft, property.passes, failure)];
    case 'after':
      return [...made(examined, property.then, failure), ...led(examined, draft, property.then, failure)];
    case 'between':
      return [
        ...made(examined, property.needs, failure),
        ...elementsAt(examined, failure, property.until).flatMap((element) => elsewhere(draft, element)),
        ...led(examined, draft, property.needs, failure),
      ];
    case 'within':
      return [
        ...ended(examined, step, failure),
        ...hurried(examined, failure),
        ...made(examined, property.until, failure, isPartly(property.until, examined.graph.definition)),
        ...led(examined, draft, property.until, failure),
      ];
    case 'loops':
      return [...around(property, failure), ...led(examined, draft, closing, failure)];
    case 'reach':
      return reached(examined, draft, property.what);
    case 'live':
      return [...satisfied(examined, examined.elements.whole(step), deadline), ...led(examined, draft, closing, failure)];
    case 'never-after':
      return led(examined, draft, closing, failure);
    case 'child-time':
      return typeof failure.facts.takes === 'number' ? [longer(step, Math.ceil(failure.facts.takes))] : [];
    default:
      return around(property, failure);
  }
}

/** One edit may repair several parts; where each asks something of the same place, all of it is one more. */
function atOnce(edits: readonly Edit[]): readonly Edit[] {
  const apart = new Map<string, readonly [Edit, ...Edit[]]>();
  for (const edit of edits) {
    const key = JSON.stringify([edit.act, edit.facts]);
    const [first, ...others] = apart.get(key) ?? [];
    apart.set(key, first ? [first, ...others, edit] : [edit]);
  }
  const places = [...apart.values()];
  return [...places.map(([first]) => first), ...places.filter(({ length }) => length > 1).map((all) => all.reduce(together))];
}

/** Where a case may always go: to its closing, or its end. */
const closing = or(stage('closure'), outcome());

/** A way that should not be as it is leads where the step leads anyway. */
const elsewhere = (draft: Draft, { address, way, step }: Element): readonly Edit[] => {
  const own = spotOf(draft, step)?.state;
  return way && own ? redirects(draft, address, targetsOf(rowsIn(own)), way.row.via === 'after' && way.row.target === undefined) : [];
};
const targetsOf = (rows: readonly { readonly target?: string }[]): readonly string[] =>
  rows.flatMap(({ target }) => target?.slice(1) ?? []);

/** The failing element as it was seen: a way from the step that the failure names. */
function elementsAt({ graph, elements }: Examined, { element, facts }: Failure, each: Predicate): readonly Element[] {
  const found = elements.all().filter((one) => one.address === element && holds(each, one, graph.definition));
  return [found.find(({ step }) => step === facts.state) ?? found[0]].flatMap((one) => one ?? []);
}

function contract(examined: Examined, { element, facts }: Failure): readonly Edit[] {
  const step = examined.elements.whole(element);
  const isCase = examined.graph.states.get(element)?.definition.invoke?.src === 'case';
  const partial = keptAwayFromReviews(examined).filter((role) => !step.excludes.includes(role));
  const lacking = leastOf(String(facts.stage), isCase).filter(({ is, lacks }) =>
    lacks === 'excludes' ? step.excludes.length === 0 || partial.length > 0 : !holds(is, step, examined.graph.definition),
  );
  const edits = lacking.map(({ is, lacks }) =>
    lacks === 'excludes' ? [keptAway(element, partial.length > 0 ? partial : ['decisionMaker'])] : satisfied(examined, step, is),
  );
  return edits.reduce<readonly Edit[]>(
    (before, more, index) => (index === 0 ? more : before.flatMap((one) => more.map((other) => together(one, other)))),
    [],
  );
}

const keptAway = (step: string, roles: readonly string[]): Edit => ({
  act: 'exclude',
  facts: { state: step, missing: [...roles] },
  write: (draft) => {
    const state = spotOf(draft, step)?.state;
    return state !== undefined && keepAway(draft, state, roles);
  },
});

/** What lacks happens on the way that is gone: in a step that has the purpose already, or in one that the run passes. */
function made(
  examined: Examined,
  predicate: Predicate,
  { path }: Failure,
  where: (element: Element) => boolean = () => true,
): readonly Edit[] {
  const { elements } = examined;
  const parts = predicate.is === 'or' ? predicate.of : [predicate];
  const [last] = path.slice(-1);
  const isPassed = new Set(path.map(({ step }) => step));
  return parts.flatMap((part) => {
    const stages = part.is === 'done' ? stagesFiling(part.record, examined.graph.definition) : stagesIn(part);
    const steps = [...examined.graph.states.keys()].map((id) => elements.whole(id));
    const there =
      stages.length > 0
        ? steps.filter((step) => stages.some((stage) => step.stages.has(stage)))
        : steps.filter(({ step }) => isPassed.has(step));
    const act = actIn(part);
    const means = act === undefined ? undefined : and(...(part.is === 'and' ? part.of : [part]).filter(({ is }) => is === 'event'));
    const rows = act === undefined ? last?.rows : rowsOf(path);
    const isMeant = (element: Element): boolean => !means || holds(means, element, examined.graph.definition);
    const ways = stages.length > 0 ? [] : elements.all().filter((element) => rows?.includes(element.address) && isMeant(element));
    const asked = stages.length > 0 && part.is === 'and' ? { ...part, of: part.of.filter(({ is }) => is !== 'stage') } : part;
    return stages.length > 0 && part.is === 'stage'
      ? []
      : [...(act === undefined ? there : []), ...ways].filter(where).flatMap((element) => satisfied(examined, element, asked));
  });
}

/** A way that is there already, and that somebody else takes, is for whoever should be able to. */
function sent(examined: Examined, step: string, way: Predicate): readonly Edit[] {
  const means = (way.is === 'and' ? way.of : [way]).filter(({ is }) => is === 'event');
  return matching(examined, { is: 'and', of: means })
    .filter((element) => element.way?.from.some((from) => from.step === step))
    .flatMap((element) => satisfied(examined, element, way));
}

/** A wait without an end gets one. */
const ended = (examined: Examined, step: string, { facts }: Failure): readonly Edit[] =>
  facts.days === null ? satisfied(examined, examined.elements.whole(step), deadline) : [];

/** Steps in which it is our move are shorter. */
function hurried({ elements }: Examined, { facts: { days, promised, waits } }: Failure): readonly Edit[] {
  if (typeof days !== 'number' || typeof promised !== 'number' || !Array.isArray(waits)) return [];
  const ours = waits.flatMap((wait) => {
    const { state, days: rests } = Object(wait) as { readonly state?: unknown; readonly days?: unknown };
    const isOurs = typeof state === 'string' && ['organisation', 'provider'].includes(elements.whole(state).waits);
    return isOurs && typeof rests === 'number' ? [{ step: state, days: rests }] : [];
  });
  return sooner(ours, days - promised);
}

/**
 * Where a time is too long, a letter that says nothing of what is waited for does not learn to say it: reasons in a letter of receipt would meet the
 * rule and answer nobody.
 */
const isPartly =
  (until: Predicate, definition: Definition) =>
  (element: Element): boolean =>
    until.is !== 'tells' ||
    until.contents.length === 0 ||
    until.contents.some((content) => holds({ ...until, contents: [content] }, element, definition));

/** A way of the run leads where it happens, or passes a step that does it. */
function led(examined: Examined, draft: Draft, predicate: Predicate, { path }: Failure): readonly Edit[] {
  const rows = [...path]
    .reverse()
    .slice(0, 5)
    .flatMap((step) => [...step.rows].reverse());
  const steps = new Set(matching(examined, predicate).flatMap(({ step, way }) => [step, ...(way?.leadsTo ?? []).map((to) => to.step)]));
  for (const { state } of [...(rows[0] === undefined ? [] : [rows[0]])].flatMap(
    (at) => spotOf(draft, rowAt(draft, at)?.target?.slice(1) ?? '') ?? [],
  ))
    for (const target of targetsOf(rowsIn(state))) steps.delete(target);
  return [
    ...rows.slice(0, 2).flatMap((at) => redirects(draft, at, unreached(draft))),
    ...rows.flatMap((at) => redirects(draft, at, steps)).slice(0, 16),
    ...rows.slice(0, 2).flatMap((at) => inserts(draft, at, stagesIn(predicate))),
  ];
}

/** A step with the purpose is put on ways. */
function reached(examined: Examined, draft: Draft, what: Predicate): readonly Edit[] {
  const rows = [...examined.graph.rows.values()].filter(
    ({ row, via }) => row.target !== undefined && (via === 'on' || via === 'after' || via === 'done'),
  );
  const stages = stagesIn(what).slice(0, 1);
  return rows.slice(0, 30).flatMap(({ at }) => inserts(draft, at, stages));
}

/** Purposes that a run lacks where it breaks a property: a step that has one of them may only not say it. */
function stagesLacked(property: Property): readonly string[] {
  switch (property.form) {
    case 'both':
      return [...new Set(property.of.flatMap(stagesLacked))];
    case 'before':
      return stagesIn(property.first);
    case 'every':
      return stagesIn(property.passes);
    case 'after':
      return stagesIn(property.then);
    case 'between':
      return stagesIn(property.needs);
    case 'within':
      return stagesIn(property.until);
    case 'reach':
      return stagesIn(property.what);
    default:
      return [];
  }
}

export function stagesIn(predicate: Predicate): readonly string[] {
  if (predicate.is === 'stage' || predicate.is === 'from-stage') return predicate.stages;
  return predicate.is === 'and' || predicate.is === 'or' ? [...new Set(predicate.of.flatMap(stagesIn))] : [];
}
function actIn(predicate: Predicate): string | undefined {
  if (predicate.is === 'event') return predicate.acts[0];
  return predicate.is === 'and' ? predicate.of.map(actIn).find((act) => act !== undefined) : undefined;
}
function senderIn(predicate: Predicate): string | undefined {
  if (predicate.is === 'by' || predicate.is === 'open-to') return predicate.sender;
  return predicate.is === 'and' ? predicate.of.map(senderIn).find((sender) => sender !== undefined) : undefined;
}
