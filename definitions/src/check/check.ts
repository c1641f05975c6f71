import { type Compiled, type Definition, explore, type Graph } from '@redress/engine';
import { checkAround } from './around.ts';
import { graphAsDrawn, type Reading } from './as-drawn.ts';
import { checkBranches } from './branches.ts';
import { type Contract, type ContractOf, othersAsDrawn } from './contracts.ts';
import { checkDistinct } from './distinct.ts';
import { Elements } from './element.ts';
import { type Examined, type Found, failuresMost, vacuous } from './examined.ts';
import type { Property } from './property.ts';
import { checkContract } from './purposes.ts';
import type { Pack } from './rule.ts';
import { checkAll, checkAvailable, checkReach, checkWatched } from './runs.ts';
import type { Checked, Failure } from './verdict.ts';
import { checkChildTime, checkLive, checkLoops, checkNoDead, checkWithin } from './whole.ts';

export interface CheckOptions {
  readonly packs: readonly Pack[];
  /** What is known of procedures that this one starts. */
  readonly contractOf?: (definition: string) => Contract | undefined;
}

/** Checks a procedure against the rules of the packs that concern its kind. The same definition always gets the same answer, here and everywhere. */
export function check(compiled: Pick<Compiled, 'definition'>, options: CheckOptions): readonly Checked[] {
  return checkGraph(explore(compiled), options);
}

/** The same on a graph that is already known. */
export function checkGraph(graph: Graph, { packs, contractOf }: CheckOptions): readonly Checked[] {
  const examined = examine(graph, contractOf);
  return packs.flatMap((pack) => concerning(pack, graph.definition.kind).map((rule) => checkRule(examined, pack.id, rule)));
}

/** A procedure as rules look at it, one or many. */
export function examine(graph: Graph, contractOf: NonNullable<CheckOptions['contractOf']> = () => undefined): Examined {
  let drawn: Examined | undefined;
  const asDrawn = (): Examined => {
    drawn ??= read(graphAsDrawn(graph), othersAsDrawn(contractOf), 'as-drawn');
    return drawn;
  };
  const read = (graph: Graph, contractOf: ContractOf, reading?: Reading): Examined => ({
    graph,
    elements: new Elements(graph, contractOf, reading),
    contractOf,
    asDrawn,
  });
  return read(graph, contractOf);
}

/** Rules of a pack that concern a kind of procedure. */
export const concerning = ({ rules }: Pack, kind: Definition['kind']): Pack['rules'] =>
  rules.filter(({ rule }) => rule.appliesTo.includes(kind));

/**
 * One rule alone. What a standard asks, holds as it is drawn, and breaks only where something goes wrong on the way, weighs as what should hold. A law, and
 * what a procedure needs to be sound, makes no such difference.
 */
export function checkRule(examined: Examined, pack: string, { rule, severity }: Pack['rules'][number]): Checked {
  const found = checkProperty(examined, rule.property);
  const isRead = severity === 'must' && rule.clause !== undefined && found.failures.length > 0;
  const drawn = isRead ? checkProperty(examined.asDrawn(), rule.property) : undefined;
  const holdsAsDrawn = drawn?.verdict === 'holds';
  // A story that breaks it without any mishap convinces more.
  const { failures } = drawn?.verdict === found.verdict ? drawn : found;
  return {
    rule: rule.id,
    pack,
    ...(rule.clause !== undefined && { clause: rule.clause }),
    severity: holdsAsDrawn ? 'should' : severity,
    ...found,
    failures,
    ...(holdsAsDrawn && { holdsAsDrawn }),
  };
}

/** What a property finds; how much that weighs, `checkRule` says. */
export function checkProperty(examined: Examined, property: Property): Found {
  switch (property.form) {
    case 'before':
    case 'every':
    case 'after':
    case 'never-after':
    case 'between':
      return checkWatched(examined, property);
    case 'reach':
      return checkReach(examined, property);
    case 'available':
      return checkAvailable(examined, property);
    case 'all':
      return checkAll(examined, property);
    case 'distinct':
      return checkDistinct(examined, property);
    case 'within':
      return checkWithin(examined, property);
    case 'loops':
      return checkLoops(examined);
    case 'live':
      return checkLive(examined);
    case 'no-dead':
      return checkNoDead(examined);
    case 'child-time':
      return checkChildTime(examined);
    case 'branches':
      return checkBranches(examined);
    case 'contract':
      return checkContract(examined);
    case 'both':
      return together(property.of.map((each) => checkProperty(examined, each)));
    case 'attested':
    case 'measured':
      return { verdict: 'needs-person', failures: [], proof: [] };
    default:
      return checkAround(examined, property) ?? vacuous;
  }
}

/** What breaks several parts in the same way is told once. */
const apart = (failures: readonly Failure[]): readonly Failure[] => [
  ...new Map(failures.map((failure) => [JSON.stringify(failure), failure])).values(),
];

/** The worst of several: what fails before what is not decided; where nothing speaks of anything, nothing. */
function together(found: readonly Found[]): Found {
  const order = ['fails', 'possible', 'not-decided', 'needs-person', 'holds', 'vacuous'] as const;
  const verdict = order.find((each) => found.some((one) => one.verdict === each)) ?? 'vacuous';
  const bound = found.find((one) => one.verdict === 'not-decided')?.bound;
  return {
    verdict,
    failures: apart(found.flatMap(({ failures }) => failures)).slice(0, failuresMost),
    proof: verdict === 'holds' ? [...new Set(found.flatMap(({ proof }) => proof))] : [],
    ...(verdict === 'not-decided' && bound !== undefined && { bound }),
  };
}
