import type { Definition, JsonObject } from '@redress/engine';
import { end, smallDefinition, steps, task } from '../../tools/small-definition.ts';
import type { Blueprint, Node, RowPlan, StagePlan, StepPlan, TimerPlan } from './blueprint.ts';
import { feelMinutes } from './expressions.ts';
import { indexed, type Named, rowsOf, type Surroundings } from './rows.ts';

const words = { en: 'x' };
const free = { label: words, by: ['clerk'] };
/** Two of equal length, for timers that are due at once; one that is computed; two that come again. */
const delays = {
  short: { minutes: 5 },
  asShort: { minutes: 5 },
  long: { hours: 1 },
  computed: { minutes: feelMinutes, atMost: { minutes: 10 } },
  again: { minutes: 7, repeat: true },
  andAgain: { minutes: 12, repeat: true },
};
const delayNames = Object.keys(delays);

/** Gives a blueprint its names and fills in what the format asks for. What is still wrong then is mended by `mend.ts`. */
export function definitionOf(blueprint: Blueprint): Definition {
  const named = indexed(blueprint.nodes);
  const all = named.flatMap(function flat(node: Named): readonly Named[] {
    return [node, ...node.children.flatMap(flat)];
  });
  const around: Surroundings = {
    all,
    limited: all.some(({ plan }) => plan.kind === 'step' && plan.visits !== undefined),
    events: ['f0', 'f1', 'f2', 'f3', 'filled'],
    parallel: blueprint.parallel,
  };
  const outcomes = all.flatMap(({ id, plan }) => (isTask(plan) ? [`${id}Done`, `${id}Else`] : []));
  const root: Named = {
    id: '',
    plan: { kind: 'stage', nodes: [], initial: 0, rows: [], timers: [], onDone: [], entry: [], exit: [] },
    children: named,
    around: [],
  };
  const [first] = beginnings(named);
  const machine = {
    ...(blueprint.parallel ? { type: 'parallel' } : { initial: first?.id }),
    ...given('on', eventRows(blueprint.rows, root, around)),
    ...given('entry', rowsOf([{ event: 0, reenter: false, actions: blueprint.entry }], root, around)[0]?.actions ?? []),
    states: steps(Object.fromEntries(named.map((node) => [node.id, stateOf(node, around)]))),
  };
  return inVocabulary(machine, outcomes);
}

/** A machine with the fields, forms, events, delays and letters that all these definitions have. */
export function inVocabulary(machine: object, outcomes: readonly string[] = []): Definition {
  return smallDefinition(machine, {
    data: {
      n: { title: words, schema: { type: 'integer' } },
      m: { title: words, schema: { type: 'integer' } },
      word: { title: words, schema: { enum: ['red', 'green', 'blue'] } },
    },
    forms: { numbers: { title: words, sections: [{ fields: [{ field: 'n' }, { field: 'm' }] }] } },
    events: {
      f0: free,
      f1: free,
      f2: free,
      f3: free,
      filled: { ...free, form: 'numbers' },
      ...Object.fromEntries(outcomes.map((event) => [event, { label: words }])),
    },
    delays,
    letters: {
      one: { title: words, to: ['complainant'], subject: words, blocks: [{ text: words }] },
      two: { title: words, to: ['complainant', 'clerk'], subject: words, blocks: [{ text: words }] },
    },
    services: { any: { title: words, connector: 'a', operation: 'b' } },
  });
}

type Plain = { readonly [part: string]: unknown };
const given = (name: string, value: object): Plain => (Object.keys(value).length > 0 ? { [name]: value } : {});
const isTask = (plan: Node): boolean => plan.kind === 'step' && (plan.work === 'task' || plan.work === 'form');
const actionsOf = (plan: StepPlan | StagePlan, part: 'entry' | 'exit', node: Named, around: Surroundings): Plain =>
  given(part, rowsOf([{ event: 0, reenter: false, actions: plan[part] }], node, around, { bare: true })[0]?.actions ?? []);

function stateOf(node: Named, around: Surroundings): Plain {
  const { plan } = node;
  if (plan.kind === 'history') {
    const siblings =
      around.all.find(({ children }) => children.includes(node))?.children ?? around.all.filter((each) => each.around.length === 0);
    const targets = siblings.filter((each) => each.plan.kind !== 'history');
    return { type: 'history', ...(plan.deep && { history: 'deep' }), target: `#${targets[plan.target % targets.length]?.id}` };
  }
  return plan.kind === 'step' ? stepOf(node, plan, around) : stageOf(node, plan, around);
}

function stageOf(node: Named, plan: StagePlan, around: Surroundings): Plain {
  const steady = beginnings(node.children);
  return {
    ...(plan.kind === 'tracks' ? { type: 'parallel' } : { initial: steady[plan.initial % steady.length]?.id }),
    ...given('on', eventRows(plan.rows, node, around)),
    ...given('after', afterOf(plan.timers, node, around)),
    ...actionsOf(plan, 'entry', node, around),
    ...actionsOf(plan, 'exit', node, around),
    onDone: rowsOf(plan.onDone, node, around, { forward: true, otherwise: true }),
    states: Object.fromEntries(node.children.map((child) => [child.id, stateOf(child, around)])),
  };
}

/** Where a stage may begin: seldom at its end. */
function beginnings(nodes: readonly Named[]): readonly Named[] {
  const steady = nodes.filter(({ plan }) => plan.kind !== 'history');
  const open = steady.filter(({ plan }) => plan.kind !== 'step' || plan.work !== 'end');
  return open.length > 0 ? open : steady;
}

function stepOf(node: Named, plan: StepPlan, around: Surroundings): Plain {
  const meta = plan.visits === undefined ? {} : { meta: { maxVisits: plan.visits } };
  const entry = actionsOf(plan, 'entry', node, around);
  if (plan.work === 'end') return { ...end(node.id.endsWith('1') ? 'resolved' : 'unresolved'), ...entry, ...meta };
  const exit = actionsOf(plan, 'exit', node, around);
  if (plan.work === 'decision')
    return { ...entry, ...exit, ...meta, always: rowsOf(plan.outcomes, node, around, { forward: true, otherwise: true }) };
  const outcomes = isTask(plan)
    ? plan.outcomes.map((row, index) => ({ [`${node.id}${index === 0 ? 'Done' : 'Else'}`]: rowsOf([row], node, around) }))
    : [];
  const always = plan.work === 'nothing' ? rowsOf(plan.always, node, around, { forward: true, guarded: true }) : [];
  return {
    ...entry,
    ...exit,
    ...meta,
    ...invokeOf(node, plan, around),
    ...given('on', Object.assign({}, eventRows(plan.rows, node, around), ...outcomes)),
    ...given('after', afterOf(plan.timers, node, around)),
    ...given('always', always),
  };
}

function invokeOf(node: Named, plan: StepPlan, around: Surroundings): Plain {
  if (isTask(plan)) return { invoke: task('clerk', plan.work === 'form' ? { form: 'numbers' } : {}) };
  const onDone = rowsOf(plan.outcomes, node, around, { otherwise: true });
  const onError = rowsOf(plan.always, node, around, { otherwise: true });
  if (plan.work === 'letter')
    return { invoke: { src: 'letter', input: { letter: node.id.endsWith('2') ? 'two' : 'one' }, onDone, onError } };
  if (plan.work === 'service') return { invoke: { src: 'service', input: { service: 'any', with: { n: '= n' } }, onDone, onError } };
  if (plan.work !== 'case') return {};
  const [first, ...others] = onDone;
  const byOutcome =
    first && 'guard' in first ? [{ ...first, guard: { type: 'if', params: { outcome: ['resolved'] } } }, ...others] : onDone;
  return { invoke: { src: 'case', input: { definition: 'other', data: { n: '= n', word: 'red' } }, onDone: byOutcome } };
}

function eventRows(plans: readonly RowPlan[], node: Named, around: Surroundings): { readonly [event: string]: readonly object[] } {
  const inner = around.all.filter((each) => isTask(each.plan) && (node.id === '' || each.around.includes(node.id)));
  const names = [...around.events, ...(inner[0] ? [`${inner[0].id}Done`] : [])];
  const byEvent = new Map<string, RowPlan[]>();
  for (const plan of plans) {
    const event = names[plan.event % names.length] ?? 'f0';
    byEvent.set(event, [...(byEvent.get(event) ?? []), plan]);
  }
  return Object.fromEntries([...byEvent].map(([event, rows]) => [event, rowsOf(rows, node, around)]));
}

/** One row at most leads away; those that come again do not. */
function afterOf(timers: readonly TimerPlan[], node: Named, around: Surroundings): { readonly [delay: string]: readonly object[] } {
  let leaving = false;
  const lists = timers.map(({ delay, rows }): [string, readonly object[]] => {
    const name = delayNames[delay % delayNames.length] ?? 'short';
    const stays = leaving || name.toLowerCase().endsWith('again');
    const plans: readonly RowPlan[] = stays ? rows.map(({ target: _, ...row }) => row) : rows;
    leaving ||= !stays && plans.some((row) => row.target !== undefined);
    return [name, rowsOf(plans, node, around, { otherwise: true })];
  });
  return Object.fromEntries(lists);
}

/** What the case is handed at its beginning. */
export const inputOf = ({ input }: Blueprint): JsonObject => JSON.parse(JSON.stringify(input));
