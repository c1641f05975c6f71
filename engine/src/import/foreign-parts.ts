import { own } from '../compile/own.ts';
import type { Finding } from '../definition/finding.ts';
import { pointerTo } from '../definition/pointer.ts';
import type { Json, JsonObject } from '../json.ts';
import { entriesOf, isObject, isOwnToXState, listOf } from './loose.ts';

const known = {
  machine: ['type', 'initial', 'states', 'on', 'entry', 'description'],
  state: 'id type history target initial states tags description meta entry exit invoke on after always onDone'.split(' '),
  row: ['target', 'guard', 'actions', 'reenter', 'description', 'meta'],
  invoke: ['src', 'input', 'onDone', 'onError'],
  guards: ['if'],
  actions: ['letter', 'set', 'decide', 'record', 'reassign', 'clock', 'send', 'start', 'call'],
  sources: ['task', 'letter', 'service', 'case'],
  meta: ['title', 'public', 'help', 'owner', 'maxVisits', 'charge', 'target'],
};
const isText = (value: Json): boolean => typeof value === 'string';
/** Keys that XState takes in more shapes than the one that has a place here. */
const shapes: Readonly<Record<string, (value: Json) => boolean>> = {
  initial: isText,
  description: isText,
  type: (value) => value === 'parallel' || value === 'history' || value === 'final',
  history: (value) => value === 'shallow' || value === 'deep',
  states: isObject,
  meta: isObject,
  on: isObject,
  after: isObject,
};
const tag = /^(stage|level|wait|outcome|mark):/;
type Path = readonly string[];

/** What of a machine has no vocabulary of ours, where it stands, in document order. It is kept as it is; as long as it is there nothing is published. */
export function foreignParts(machine: JsonObject): readonly Finding[] {
  const findings: Finding[] = [];
  const note = (path: Path, what: string, name: Json): void => {
    const told = typeof name === 'string' ? name.slice(0, 200) : '';
    findings.push({ code: 'foreign', severity: 'error', at: pointerTo(['machine', ...path]), facts: { what, name: told } });
  };
  const others = (node: JsonObject, path: Path, names: readonly string[], what: string): void => {
    for (const [name, value] of Object.entries(node))
      if (!names.includes(name) || (own(shapes, name)?.(value) ?? true) === false) note([...path, name], what, name);
  };
  const typed = (value: Json | undefined, path: Path, names: readonly string[], what: string): void => {
    if (value === undefined) return;
    const type = isObject(value) ? (value.type ?? null) : value;
    if (!isObject(value) || typeof type !== 'string' || !names.includes(type)) note(path, what, type);
  };
  const actions = (value: Json | undefined, path: Path): void => {
    for (const [index, action] of listOf(value).entries()) typed(action, [...path, String(index)], known.actions, 'action');
  };
  const rows = (value: Json | undefined, path: Path): void => {
    for (const [index, row] of listOf(value).entries()) {
      const here = [...path, String(index)];
      if (!isObject(row)) {
        note(here, 'row', row);
        continue;
      }
      others(row, here, known.row, 'key');
      if (row.target !== undefined && typeof row.target !== 'string') note([...here, 'target'], 'target', null);
      typed(row.guard, [...here, 'guard'], known.guards, 'guard');
      actions(row.actions, [...here, 'actions']);
    }
  };
  const invoke = (value: Json | undefined, path: Path): void => {
    if (value === undefined) return;
    if (!isObject(value)) {
      note(path, 'invoke', null);
      return;
    }
    others(value, path, known.invoke, 'key');
    if (typeof value.src !== 'string' || !known.sources.includes(value.src)) note([...path, 'src'], 'source', value.src ?? null);
    rows(value.onDone, [...path, 'onDone']);
    rows(value.onError, [...path, 'onError']);
  };
  const node = (value: JsonObject, path: Path, names: readonly string[]): void => {
    others(value, path, names, 'key');
    for (const [index, each] of listOf(value.tags).entries())
      if (typeof each !== 'string' || !tag.test(each)) note([...path, 'tags', String(index)], 'tag', each);
    if (isObject(value.meta)) others(value.meta, [...path, 'meta'], known.meta, 'key');
    actions(value.entry, [...path, 'entry']);
    actions(value.exit, [...path, 'exit']);
    invoke(value.invoke, [...path, 'invoke']);
    for (const [event, list] of entriesOf(value.on)) {
      if (isOwnToXState(event)) note([...path, 'on', event], 'event', event);
      rows(list, [...path, 'on', event]);
    }
    for (const [delay, list] of entriesOf(value.after)) rows(list, [...path, 'after', delay]);
    rows(value.always, [...path, 'always']);
    rows(value.onDone, [...path, 'onDone']);
    for (const [id, state] of entriesOf(value.states)) {
      if (isObject(state)) node(state, [...path, 'states', id], known.state);
      else note([...path, 'states', id], 'step', null);
    }
  };
  node(machine, [], known.machine);
  return findings;
}
