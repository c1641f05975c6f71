import fc from 'fast-check';
import { feelConditions, feelValues } from './expressions.ts';

/** A random definition before anything in it has a name: numbers point to places, and are taken modulo what there is. Shrinks well. */
export interface Blueprint {
  readonly parallel: boolean;
  readonly nodes: readonly Node[];
  readonly rows: readonly RowPlan[];
  readonly entry: readonly ActionPlan[];
  readonly input: { readonly n?: number; readonly m?: number; readonly word?: string };
}
export type Node = StepPlan | StagePlan | { readonly kind: 'history'; readonly deep: boolean; readonly target: number };
export interface StepPlan {
  readonly kind: 'step';
  readonly work: 'nothing' | 'task' | 'form' | 'letter' | 'service' | 'case' | 'decision' | 'end';
  readonly rows: readonly RowPlan[];
  readonly outcomes: readonly RowPlan[];
  readonly timers: readonly TimerPlan[];
  readonly always: readonly RowPlan[];
  readonly entry: readonly ActionPlan[];
  readonly exit: readonly ActionPlan[];
  readonly visits?: number | undefined;
}
export interface StagePlan {
  readonly kind: 'stage' | 'tracks';
  readonly nodes: readonly Node[];
  readonly initial: number;
  readonly rows: readonly RowPlan[];
  readonly timers: readonly TimerPlan[];
  readonly onDone: readonly RowPlan[];
  readonly entry: readonly ActionPlan[];
  readonly exit: readonly ActionPlan[];
}
export interface RowPlan {
  readonly event: number;
  readonly target?: number | undefined;
  readonly reenter: boolean;
  readonly guard?: ConditionPlan | undefined;
  readonly actions: readonly ActionPlan[];
}
export interface TimerPlan {
  readonly delay: number;
  readonly rows: readonly RowPlan[];
}
export type ActionPlan =
  | { readonly do: 'set'; readonly field: 'n' | 'm' | 'word'; readonly value: number }
  | { readonly do: 'letter'; readonly letter: number }
  | { readonly do: 'send'; readonly event: number };
export type ConditionPlan =
  | { readonly is: 'feel'; readonly feel: string }
  | { readonly is: 'field'; readonly field: 'n' | 'm'; readonly by: '=' | '!=' | '>=' | 'empty' | 'filled'; readonly value: number }
  | { readonly is: 'as' }
  | { readonly is: 'in'; readonly state: number; readonly not: boolean }
  | { readonly is: 'all' | 'any'; readonly of: readonly ConditionPlan[] };

const index = fc.nat({ max: 60 });
const maybe = <Value>(value: fc.Arbitrary<Value>, often = 2) => fc.option(value, { nil: undefined, freq: often });

const condition: fc.Arbitrary<ConditionPlan> = fc.letrec<{ one: ConditionPlan }>((tie) => ({
  one: fc.oneof(
    { depthSize: 'small' },
    { weight: 4, arbitrary: fc.record({ is: fc.constant('feel' as const), feel: fc.constantFrom(...feelConditions.slice(0, 4)) }) },
    // FEEL that may be null stops the case: seldom, else no script gets far.
    { weight: 1, arbitrary: fc.record({ is: fc.constant('feel' as const), feel: fc.constantFrom(...feelConditions) }) },
    {
      weight: 5,
      arbitrary: fc.record({
        is: fc.constant('field' as const),
        field: fc.constantFrom('n' as const, 'm' as const),
        by: fc.constantFrom('=' as const, '!=' as const, '>=' as const, 'empty' as const, 'filled' as const),
        value: fc.nat({ max: 4 }),
      }),
    },
    { weight: 1, arbitrary: fc.constant({ is: 'as' as const }) },
    { weight: 3, arbitrary: fc.record({ is: fc.constant('in' as const), state: index, not: fc.boolean() }) },
    {
      weight: 1,
      arbitrary: fc.record({
        is: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('one'), { minLength: 1, maxLength: 2 }),
      }),
    },
  ),
})).one;

const action: fc.Arbitrary<ActionPlan> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('set' as const),
      field: fc.constantFrom('n' as const, 'm' as const, 'word' as const),
      value: fc.nat({ max: 4 + feelValues.length }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('letter' as const), letter: index }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('send' as const), event: index }) },
);
const actions = fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(action, { maxLength: 2 }) });
const row: fc.Arbitrary<RowPlan> = fc.record({
  event: index,
  target: maybe(index, 7),
  reenter: fc.boolean(),
  guard: maybe(condition, 2),
  actions,
});
const rows = fc.array(row, { maxLength: 3 });
const timer = fc.record({ delay: index, rows: fc.array(row, { minLength: 1, maxLength: 2 }) });

const step: fc.Arbitrary<StepPlan> = fc.record({
  kind: fc.constant('step' as const),
  work: fc.constantFrom('nothing', 'nothing', 'task', 'task', 'form', 'letter', 'service', 'case', 'case', 'decision', 'end'),
  rows,
  outcomes: fc.array(row, { minLength: 1, maxLength: 2 }),
  timers: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(timer, { maxLength: 2 }) }),
  always: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(row, { maxLength: 2 }) }),
  entry: actions,
  exit: actions,
  visits: maybe(fc.integer({ min: 1, max: 3 }), 3),
});

const nodes: fc.Arbitrary<readonly Node[]> = fc.letrec<{ node: Node; stage: StagePlan; inner: readonly Node[] }>((tie) => ({
  inner: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
  node: fc.oneof(
    { maxDepth: 3, depthSize: 'medium' },
    { weight: 5, arbitrary: step },
    { weight: 4, arbitrary: tie('stage') },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('history' as const), deep: fc.boolean(), target: index }) },
  ),
  stage: fc.record({
    kind: fc.constantFrom('stage', 'stage', 'tracks'),
    nodes: tie('inner'),
    initial: index,
    rows,
    timers: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(timer, { maxLength: 1 }) }),
    onDone: fc.array(row, { minLength: 1, maxLength: 2 }),
    entry: actions,
    exit: actions,
  }),
})).inner;

const small = fc.nat({ max: 5 });
export const blueprints: fc.Arbitrary<Blueprint> = fc.record({
  parallel: fc.nat({ max: 9 }).map((number) => number === 0),
  nodes: fc.tuple(nodes, nodes).map(([first, second]) => [...first, ...second]),
  rows: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: rows }),
  entry: actions,
  input: fc.record({ n: small, m: small, word: fc.constantFrom('red', 'green') }, { requiredKeys: [] }),
});

/** What happens to a case, one thing after the other. Numbers choose among what there is at that moment. */
export type Move =
  | { readonly do: 'send'; readonly which: number; readonly any: boolean; readonly n?: number | undefined; readonly m?: number | undefined }
  | {
      readonly do: 'answer';
      readonly which: number;
      readonly how: 'resolved' | 'unresolved' | 'failed';
      readonly late: boolean;
      readonly n: number;
    }
  | { readonly do: 'wait' }
  | { readonly do: 'pass'; readonly minutes: number };

export const scripts: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('send' as const),
        which: index,
        any: fc.nat({ max: 5 }).map((number) => number === 0),
        n: maybe(small),
        m: maybe(small),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('answer' as const),
        which: index,
        how: fc.constantFrom('resolved', 'resolved', 'unresolved', 'failed'),
        late: fc.nat({ max: 5 }).map((number) => number === 0),
        n: small,
      }),
    },
    { weight: 3, arbitrary: fc.constant({ do: 'wait' as const }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('pass' as const), minutes: fc.integer({ min: 1, max: 40 }) }) },
  ),
  { minLength: 1, maxLength: 12, size: 'max' },
);
