import { fieldsOf, wordOf } from '../model/loose-json.ts';
import { addressOf } from '../model/rows.ts';
import { alike } from './aspects.ts';
import type { Permit } from './change.ts';
import { besides, chainOf, inputOf, type ReadProcedure, sectionOf, type Versions, waysOf, within, wordsIn } from './read-procedure.ts';

/** More roles may do a task, press a button or begin a case; somebody is no longer kept away. */
export const permitsToAct = (versions: Versions): readonly Permit[] => [
  ...tasks(versions),
  ...buttons(versions),
  ...beginnings(versions),
  ...holders(versions),
  ...exclusions(versions),
];

/** Who may do the task of a step: its role, and to whom it is handed on. */
function actorsOf(procedure: ReadProcedure, step: string): readonly string[] {
  const role = wordOf(inputOf(procedure, step, 'task')?.role);
  if (role === undefined) return [];
  const chain = chainOf(procedure, step);
  const handed = procedure.doings.flatMap(({ type, params, step: source }) =>
    type === 'reassign' && chain.includes(source) && wordOf(params.to) !== undefined ? [wordOf(params.to) ?? ''] : [],
  );
  return [role, ...handed];
}
const actorsMap = (procedure: ReadProcedure) => new Map(procedure.ids.map((id) => [id, actorsOf(procedure, id)]));

const tasks = ({ before, after }: Versions): readonly Permit[] =>
  after.ids.flatMap((step): Permit[] => {
    const ids = besides(actorsOf(after, step), actorsOf(before, step));
    if (ids.length > 0) return [{ kind: 'more-may-act', element: step, ids }];
    return isFreer(inputOf(before, step, 'task')?.assign, inputOf(after, step, 'task')?.assign)
      ? [{ kind: 'more-may-act', element: step, ids: actorsOf(after, step) }]
      : [];
  });

/** Whether a rule who of a role gets the task keeps fewer people away. */
function isFreer(before: unknown, after: unknown): boolean {
  if (before === undefined || alike(before, after)) return false;
  const narrow = ['sameAs', 'managerOf', 'field'].includes(wordOf(fieldsOf(before).rule) ?? '');
  return narrow || besides(wordsIn(before, 'matches'), wordsIn(after, 'matches')).length > 0;
}

function buttons({ before, after }: Versions): readonly Permit[] {
  const [was, now] = [actorsMap(before), actorsMap(after)];
  const permits: Permit[] = [];
  for (const source of after.ids) {
    const inside = within(after, source);
    for (const event of eventsOn(after, source)) {
      const named = namedSenders(after, source, event);
      const found = inside.flatMap((step) => {
        // A step that is new has the buttons of what is around it, as that had them.
        const did = sendersAt(before, was, was.has(step) ? step : source, event);
        const may = [...named.by, ...(named.isTask ? (now.get(step) ?? []) : [])];
        if (did === undefined) return besides(named.by, now.get(step));
        const told = besides(now.get(step) ?? [], was.get(step));
        return besides(may, did).filter((role) => named.by.includes(role) || !told.includes(role));
      });
      const [row] = waysOf(after, source).filter(({ via, name }) => via === 'on' && name === event);
      if (found.length > 0 && row) permits.push({ kind: 'more-may-act', element: addressOf(source, row.path), ids: [...new Set(found)] });
    }
  }
  return permits;
}

const eventsOn = (procedure: ReadProcedure, source: string): readonly string[] => [
  ...new Set(waysOf(procedure, source).flatMap(({ via, name }) => (via === 'on' && !name.startsWith('clock.') ? [name] : []))),
];

/** Whom the ways of a button name, and whether one leaves it to whoever does the task. */
function namedSenders(
  procedure: ReadProcedure,
  source: string,
  event: string,
): { readonly by: readonly string[]; readonly isTask: boolean } {
  const rows = waysOf(procedure, source).filter(({ via, name }) => via === 'on' && name === event);
  const general = fieldsOf(fieldsOf(fieldsOf(procedure.definition.events)[event])).by;
  const by = rows.map(({ row }) => fieldsOf(row.meta).by ?? general);
  return { by: by.flatMap((roles) => wordsIn({ roles }, 'roles')), isTask: by.some((roles) => roles === undefined) };
}

/** Who may press a button while a case stands in a step; nothing where there is no such button. */
function sendersAt(
  procedure: ReadProcedure,
  actors: ReadonlyMap<string, readonly string[]>,
  step: string,
  event: string,
): readonly string[] | undefined {
  if (!actors.has(step)) return undefined;
  const sources = chainOf(procedure, step).filter((source) => eventsOn(procedure, source).includes(event));
  if (sources.length === 0) return undefined;
  return sources.flatMap((source) => {
    const { by, isTask } = namedSenders(procedure, source, event);
    return [...by, ...(isTask ? (actors.get(step) ?? []) : [])];
  });
}

function beginnings({ before, after }: Versions): readonly Permit[] {
  const ids = besides(wordsIn(after.definition.start, 'by'), wordsIn(before.definition.start, 'by'));
  return ids.length === 0 ? [] : [{ kind: 'more-may-act', element: '', ids }];
}

/** A role that others can hold than before, as far as one can tell. */
function holders({ before, after }: Versions): readonly Permit[] {
  const old = new Map(sectionOf(before, 'roles'));
  return sectionOf(after, 'roles').flatMap(([id, role]): Permit[] => {
    const was = old.get(id);
    if (!was) return [];
    const isOther = !alike(was.party, role.party) || !alike(was.heldBy, role.heldBy);
    const asksLess = besides(wordsIn(was, 'competence'), wordsIn(role, 'competence')).length > 0;
    const isLessIndependent = was.independent === true && role.independent !== true;
    return isOther || asksLess || isLessIndependent ? [{ kind: 'more-may-act', element: `role:${id}`, ids: [id] }] : [];
  });
}

const exclusions = ({ before, after }: Versions): readonly Permit[] =>
  after.ids.flatMap((step) =>
    ['task', 'case'].flatMap((src): Permit[] => {
      const [was, now] = [inputOf(before, step, src), inputOf(after, step, src)];
      if (!was || !now) return [];
      const ids = besides(wordsIn(was, 'excludes'), wordsIn(now, 'excludes'));
      return ids.length === 0 ? [] : [{ kind: 'exclusion-gone', element: step, ids }];
    }),
  );
