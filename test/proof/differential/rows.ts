import type { ActionPlan, Blueprint, ConditionPlan, Node, RowPlan } from './blueprint.ts';
import { feelValues } from './expressions.ts';

/** A node with its name and the stages around it, the nearest first. */
export interface Named {
  readonly id: string;
  readonly plan: Node;
  readonly children: readonly Named[];
  readonly around: readonly string[];
}
export interface Surroundings {
  readonly all: readonly Named[];
  /** Some step can be used up: then no row with a target is sure to be taken. */
  readonly limited: boolean;
  readonly events: readonly string[];
  /** The tracks are those of the machine itself. */
  readonly parallel: boolean;
}

/** Names in document order. A stage without any step gets one. */
export function indexed(plans: Blueprint['nodes']): readonly Named[] {
  let count = 0;
  const name = (plan: Node, around: readonly string[]): Named => {
    const id = `s${count++}`;
    const children = plan.kind === 'stage' || plan.kind === 'tracks' ? filled(plan.nodes).map((child) => name(child, [id, ...around])) : [];
    return { id, plan, children, around };
  };
  return [...filled(plans), rest].map((plan) => name(plan, []));
}
const plain: Node = { kind: 'step', work: 'nothing', rows: [], outcomes: [], timers: [], always: [], entry: [], exit: [] };
/** Every definition has one more step at its end, so that a decision has somewhere to lead. */
const rest: Node = { ...plain, rows: [{ event: 0, target: 0, reenter: false, actions: [] }] };
const filled = (plans: readonly Node[]): readonly Node[] => (plans.some(({ kind }) => kind !== 'history') ? plans : [plain, ...plans]);

export interface RowOf {
  readonly target?: string;
  readonly reenter?: true;
  readonly guard?: object;
  readonly actions?: readonly object[];
}
interface Place {
  /** Decisions lead onwards, so that few of them turn in a circle. */
  readonly forward?: boolean;
  /** A step that also waits: its `always` rows all ask something. */
  readonly guarded?: boolean;
  readonly otherwise?: boolean;
  /** Only the actions are wanted. */
  readonly bare?: boolean;
}

export function rowsOf(plans: readonly RowPlan[], node: Named, around: Surroundings, place: Place = {}): readonly RowOf[] {
  const rows: RowOf[] = [];
  for (const plan of plans) {
    const row = rowOf(plan, node, around, place);
    rows.push(row);
    if (row.guard === undefined && (row.target === undefined || !around.limited)) return rows;
  }
  if (!place.otherwise) return rows;
  const last = around.all.filter(({ plan }) => plan.kind !== 'history').at(-1);
  const [tail] = rows.slice(-1);
  if (tail && tail.guard === undefined) return rows; // Whether it may be used up is found by the compiler.
  return [
    ...rows,
    place.forward && node.children.length === 0 ? { target: `#${last?.id}` } : { actions: [{ type: 'letter', params: { letter: 'one' } }] },
  ];
}

function rowOf(plan: RowPlan, node: Named, around: Surroundings, place: Place): RowOf {
  const target = targetOf(plan, node, around, place);
  const inside = target !== undefined && (target.id === node.id || target.around.includes(node.id));
  const actions = plan.actions.map((action) => actionOf(action, around));
  const guard = plan.guard ?? (place.guarded ? ({ is: 'field', field: 'n', by: 'filled', value: 0 } as const) : undefined);
  return {
    ...(target && { target: `#${target.id}` }),
    ...(target && (plan.reenter || (inside && place.otherwise)) && { reenter: true }),
    ...(guard && !place.bare && { guard: { type: 'if', params: conditionOf(guard, around) } }),
    ...(actions.length > 0 ? { actions } : target || place.bare ? {} : { actions: [{ type: 'letter', params: { letter: 'one' } }] }),
  };
}

function targetOf(plan: RowPlan, node: Named, around: Surroundings, place: Place): Named | undefined {
  if (plan.target === undefined && !place.forward) return undefined;
  const here = around.all.indexOf(node);
  const later = place.forward
    ? around.all.slice(here + 1).filter((each) => !each.around.includes(node.id) && !againBeside(node, each, around))
    : [];
  const others = place.forward ? around.all.filter(({ id }) => id !== node.id && !node.around.includes(id)) : around.all;
  const remembered = place.forward || (plan.target ?? 0) % 3 > 0 ? [] : around.all.filter((each) => isForeignHistory(each, node));
  const choice = [remembered, later, others].find((some) => some.length > 0) ?? around.all;
  const target = choice[(plan.target ?? 0) % choice.length];
  // The history of a stage one is in is refused: the stage itself then.
  if (target?.plan.kind !== 'history') return target;
  const [stage] = target.around;
  if (stage === undefined) return around.all.at(-1);
  const own = node.id === stage || node.around.includes(stage);
  return own ? (place.forward ? around.all.at(-1) : around.all.find(({ id }) => id === stage)) : target;
}

const isForeignHistory = ({ plan, around: [stage] }: Named, { id, around }: Named): boolean =>
  plan.kind === 'history' && stage !== undefined && stage !== id && !around.includes(stage);

/** From one track to another: the whole stage would be entered anew, this decision with it, and so on for ever. */
function againBeside(node: Named, target: Named, { all, parallel }: Surroundings): boolean {
  const [path, other] = [
    [node.id, ...node.around],
    [target.id, ...target.around],
  ];
  const tracks = node.around.filter((id) => all.find((each) => each.id === id)?.plan.kind === 'tracks');
  if (parallel && path.at(-1) !== other.at(-1)) return true;
  return tracks.some((stage) => other.includes(stage) && path[path.indexOf(stage) - 1] !== other[other.indexOf(stage) - 1]);
}

function actionOf(plan: ActionPlan, { events }: Surroundings): object {
  if (plan.do === 'letter') return { type: 'letter', params: { letter: plan.letter % 2 === 0 ? 'one' : 'two' } };
  if (plan.do === 'send') {
    const event = events[plan.event % events.length];
    return { type: 'send', params: { to: '= case.id', event, ...(event === 'filled' && { data: { n: plan.event % 4 } }) } };
  }
  const words = ['red', 'green', 'blue', null];
  const value = plan.field === 'word' ? words[plan.value % words.length] : (feelValues[plan.value - 5] ?? plan.value);
  return { type: 'set', params: { [plan.field]: value } };
}

function conditionOf(plan: ConditionPlan, around: Surroundings): object {
  switch (plan.is) {
    case 'feel':
      return { feel: plan.feel };
    case 'as':
      return { field: 'n', is: '=', as: 'm' };
    case 'in': {
      const places = around.all.filter(({ plan: each }) => each.kind !== 'history');
      const condition = { in: places[plan.state % places.length]?.id };
      return plan.not ? { not: condition } : condition;
    }
    case 'all':
    case 'any':
      return { [plan.is]: plan.of.map((each) => conditionOf(each, around)) };
    case 'field':
      return { field: plan.field, is: plan.by, ...(plan.by !== 'empty' && plan.by !== 'filled' && { value: plan.value }) };
  }
}
