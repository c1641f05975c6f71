import type { CaseState, Performance, Task } from '../case-state.ts';
import { own } from '../compile/own.ts';
import type { Definition } from '../definition/definition.ts';
import type { Actor } from '../event.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Refusal } from '../refusal.ts';
import type { KeptAway } from './step.ts';
import type { Work } from './work.ts';

/** Under this key of `keptAway` stand persons who may not act in the case at all. */
export const anyRole = '*';

/** What is known of who held which role. */
export interface Holding extends Pick<CaseState, 'performedBy' | 'tasks' | 'keptAway'> {
  readonly fields: JsonObject;
  readonly definition?: Definition;
}

/** Everybody who held the role in this case: acted in it, has claimed a task of it, is named by its field. Both the person and the one acted for. */
export function holdersOf(role: string, holding: Holding): readonly string[] {
  const holders = new Set<string>();
  for (const performances of Object.values(holding.performedBy)) {
    for (const doing of performances) if (doing.role === role) for (const person of personsOf(doing)) holders.add(person);
  }
  for (const task of holding.tasks)
    if (task.kind === 'work' && task.role === role && task.assignee !== undefined) holders.add(task.assignee);
  const field = own(holding.definition?.roles, role)?.heldBy;
  for (const person of personsNamed(field === undefined ? undefined : own(holding.fields, field))) holders.add(person);
  return [...holders];
}

/** Persons a field of a role names. */
export const personsNamed = (value: Json | undefined): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((person) => typeof person === 'string' && person !== '');

export const personsOf = (actor: Pick<Performance, 'person' | 'onBehalfOf'>): readonly string[] =>
  [actor.person, actor.onBehalfOf].filter((person) => person !== undefined);

/** All roles held here, for the relatives of the case. */
export function allHolders(holding: Holding): KeptAway {
  const roles = new Set(Object.keys(holding.definition?.roles ?? {}));
  for (const performances of Object.values(holding.performedBy)) for (const { role } of performances) roles.add(role);
  const holders = [...roles].sort().map((role) => [role, holdersOf(role, holding)] as const);
  return Object.fromEntries(holders.filter(([, persons]) => persons.length > 0));
}

export const holdingOf = (work: Work): Holding => ({
  performedBy: work.performedBy,
  tasks: work.tasks,
  keptAway: work.keptAway,
  fields: work.fields,
  definition: work.compiled.definition,
});

/** What a sub-procedure is told: who held which role here, and who may not act there at all. */
export function childKeptAway(work: Work, excludes: readonly string[]): KeptAway {
  const holding = holdingOf(work);
  const away = new Set(excludes.flatMap((role) => [...holdersOf(role, holding), ...(own(work.keptAway, role) ?? [])]));
  return { ...allHolders(holding), ...(away.size > 0 && { [anyRole]: [...away] }) };
}

/** The role whose holding keeps this actor from the task, and the person; nothing where all is well. Having the task itself in hand keeps nobody from it. */
export function exclusionOf(
  actor: Pick<Actor, 'person' | 'onBehalfOf'>,
  task: Pick<Task, 'id' | 'excludes'>,
  holding: Holding,
): Extract<Refusal, { code: 'excluded' }> | undefined {
  const persons = new Set(personsOf(actor));
  const others = { ...holding, tasks: holding.tasks.filter(({ id }) => id !== task.id) };
  for (const role of [...task.excludes, anyRole]) {
    const away = [...(role === anyRole ? [] : holdersOf(role, others)), ...(own(holding.keptAway, role) ?? [])];
    const person = away.find((each) => persons.has(each));
    if (person !== undefined) return { code: 'excluded', task: task.id, role, person };
  }
  return undefined;
}

/** Two lists of holders in one. */
export function joinKeptAway(one: KeptAway, other: KeptAway): KeptAway {
  const joined: { [role: string]: readonly string[] } = { ...one };
  for (const [role, persons] of Object.entries(other)) joined[role] = [...new Set([...(own(joined, role) ?? []), ...persons])];
  return joined;
}
