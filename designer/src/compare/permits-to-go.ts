import { fieldsOf, isFields, listOf, wordsOf } from '../model/loose-json.ts';
import { addressOf, targetsOf } from '../model/rows.ts';
import { alike } from './aspects.ts';
import type { Permit } from './change.ts';
import { besides, chainOf, type ReadProcedure, stateOf, type Versions, waysOf, wordsIn } from './read-procedure.ts';
import type { WrittenWay } from './taken-apart.ts';

/** Where a case can go, begin and end now where it could not, or not on this condition. */
export const permitsToGo = (versions: Versions): readonly Permit[] => [...ways(versions), ...entries(versions), ...ends(versions)];

/** One way as it counts for a step: a button of the stage around it counts after those of the step itself. */
interface Edge {
  readonly step: string;
  readonly source: string;
  readonly target: string;
  readonly way: WrittenWay;
  /** Conditions of the ways that are tried before it. */
  readonly earlier: readonly unknown[];
}

function ways({ before, after }: Versions): readonly Permit[] {
  const known = new Map<string, Edge[]>();
  for (const edge of edgesOf(before)) known.set(keyOf(edge), [...(known.get(keyOf(edge)) ?? []), edge]);
  const wide = edgesOf(after).filter((edge) => !known.get(keyOf(edge))?.some((was) => isNoWider(was, edge)));
  const own = new Set(wide.filter(({ step, source }) => step === source).map(written));
  const told = new Map<string, Permit>();
  for (const edge of wide) {
    const { step, source, target, way } = edge;
    if (step !== source && (!before.ids.includes(step) || own.has(written(edge)))) continue;
    const element = step === source ? addressOf(source, way.path) : step;
    told.set(`${element} ${target}`, { kind: 'new-way', element, ids: [step, target] });
  }
  return [...told.values()];
}

const written = ({ source, target, way }: Edge): string => `${addressOf(source, way.path)} ${target}`;

function edgesOf(procedure: ReadProcedure): readonly Edge[] {
  return procedure.ids.flatMap((step) => {
    const tried = new Map<string, unknown[]>();
    return chainOf(procedure, step).flatMap((source) =>
      waysOf(procedure, source).flatMap((way) => {
        const list = way.via === 'on' ? way.name : `${source} ${way.via} ${way.name}`;
        const earlier = tried.get(list) ?? [];
        tried.set(list, [...earlier, conditionOf(way)]);
        return targetsOf(way.row).map((target): Edge => ({ step, source, target, way, earlier }));
      }),
    );
  });
}

const conditionOf = ({ row }: WrittenWay): unknown => (isFields(row.guard) ? (row.guard.params ?? row.guard) : row.guard);
const keyOf = ({ step, target, way: { via, name } }: Edge): string => JSON.stringify([step, target, via, via === 'on' ? name : '']);

/** Whether a way is open only where it was: on the same condition or more, behind the same ways or more, with the same answers or more. */
function isNoWider(was: Edge, now: Edge): boolean {
  const [old, condition] = [conditionOf(was.way), conditionOf(now.way)];
  const isAsked = old === undefined || hasAll(condition, old);
  const isBehind = was.earlier.every((one) => now.earlier.some((other) => alike(one, other)));
  const requires = ({ way }: Edge) => wordsIn(way.row.meta, 'requires');
  return isAsked && isBehind && besides(requires(was), requires(now)).length === 0;
}

const partsOf = (condition: unknown): readonly unknown[] => {
  const { all } = fieldsOf(condition);
  return Array.isArray(all) ? listOf(all).flatMap(partsOf) : [condition];
};
const hasAll = (condition: unknown, old: unknown): boolean =>
  partsOf(old).every((one) => partsOf(condition).some((other) => alike(one, other)));

/** Where a procedure, a stage or a return begins now, what begins beside it, and what can be entered more often. */
function entries({ before, after }: Versions): readonly Permit[] {
  return after.ids.flatMap((id): Permit[] => {
    const [was, now] = [stateOf(before, id), stateOf(after, id)];
    if (!was || !now) return [];
    const entered = besides(entersOf(after, id), entersOf(before, id)).map(
      (to): Permit => ({ kind: 'new-way', element: id, ids: [id, to] }),
    );
    const [often, oftenNow] = [fieldsOf(was.meta).maxVisits, fieldsOf(now.meta).maxVisits];
    const isOftener = often !== undefined && !(typeof often === 'number' && typeof oftenNow === 'number' && oftenNow <= often);
    const isDeeper = was.type === 'history' && !alike(was.history, now.history);
    return [...entered, ...(isOftener || isDeeper ? [{ kind: 'new-way', element: id, ids: [id] } as const] : [])];
  });
}

function entersOf(procedure: ReadProcedure, id: string): readonly string[] {
  const state = fieldsOf(stateOf(procedure, id));
  if (state.type === 'history') return targetsOf(state);
  if (state.type === 'parallel') return Object.keys(fieldsOf(state.states));
  return typeof state.initial === 'string' ? [state.initial] : [];
}

/** Ends of the whole case, by what they mean. */
function ends({ before, after }: Versions): readonly Permit[] {
  const endOf = (procedure: ReadProcedure, id: string): readonly string[] | undefined => {
    const step = procedure.apart.steps.get(id);
    if (step?.parent !== '' || step.state.type !== 'final') return undefined;
    return wordsOf(step.state.tags).filter((tag) => tag.startsWith('outcome:'));
  };
  return after.ids.flatMap((id): Permit[] => {
    const [was, now] = [endOf(before, id), endOf(after, id)];
    return now && (!was || besides(now, was).length > 0) ? [{ kind: 'new-end', element: id, ids: [id] }] : [];
  });
}
