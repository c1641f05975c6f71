import type { Action, Condition, Definition, Row, Rows, State } from '../../definition/definition.ts';
import { pointerTo } from '../../definition/pointer.ts';
import type { CompiledState } from '../compiled.ts';
import { own } from '../own.ts';

/** A definition laid out for those who look for faults in it: every state, row, action and condition with its place. */
export interface Survey {
  readonly definition: Definition;
  /** By key; where a key stands twice, its last place. */
  readonly states: ReadonlyMap<string, CompiledState>;
  /** All places in document order, twins included. */
  readonly places: readonly CompiledState[];
  readonly lists: readonly RowList[];
  readonly actions: readonly { readonly action: Action; readonly at: string; readonly state: string }[];
  /** Every node of every condition, inner ones too. */
  readonly conditions: readonly { readonly condition: Condition; readonly at: string; readonly of: RowList | 'form' | 'letter' }[];
}

/** The rows of one event, timer or end, in order. */
export interface RowList {
  readonly via: 'on' | 'after' | 'always' | 'onDone' | 'invoke.onDone' | 'invoke.onError';
  /** Event or delay; empty for the others. */
  readonly name: string;
  readonly rows: readonly Row[];
  readonly at: string;
  /** The step or stage that carries them; empty: the root. */
  readonly source: string;
}

export function surveyOf(definition: Definition): Survey {
  const places = placesOf(definition);
  const lists = [
    ...listsOf('', '/machine', definition.machine),
    ...places.flatMap((place) => listsOf(place.id, place.at, place.definition)),
  ];
  const actions = [
    ...actionsAt(definition.machine.entry, '/machine/entry', ''),
    ...places.flatMap(({ id, at, definition: state }) => [
      ...actionsAt(state.entry, `${at}/entry`, id),
      ...actionsAt(state.exit, `${at}/exit`, id),
    ]),
    ...lists.flatMap((list) => list.rows.flatMap((row, index) => actionsAt(row.actions, `${list.at}/${index}/actions`, list.source))),
  ];
  const states = new Map(places.map((place) => [place.id, place]));
  return { definition, states, places, lists, actions, conditions: conditionsOf(definition, lists) };
}

function placesOf(definition: Definition): readonly CompiledState[] {
  const places: CompiledState[] = [];
  const walk = (children: Readonly<Record<string, State>> | undefined, at: string, around: readonly string[]): void => {
    for (const [id, state] of Object.entries(children ?? {})) {
      const here = `${at}/states/${id}`;
      places.push({
        id,
        at: here,
        order: places.length,
        kind: state.type ?? (state.states ? 'compound' : 'atomic'),
        around,
        children: Object.keys(state.states ?? {}),
        definition: state,
        tags: tagsOf(definition, state),
      });
      walk(state.states, here, [id, ...around]);
    }
  };
  walk(definition.machine.states, '/machine', []);
  return places;
}

/** A task waits for the party of its role; everything else says so itself. */
function tagsOf(definition: Definition, state: State): ReadonlySet<string> {
  const party = state.invoke?.src === 'task' ? own(definition.roles, state.invoke.input.role)?.party : undefined;
  return new Set([...(state.tags ?? []), ...(party === undefined ? [] : [`wait:${party}`])]);
}

function listsOf(source: string, at: string, state: Pick<State, 'on' | 'after' | 'always' | 'onDone' | 'invoke'>): readonly RowList[] {
  const named = (via: 'on' | 'after', lists: Rows | undefined): readonly RowList[] =>
    Object.entries(lists ?? {}).map(([name, rows]) => ({ via, name, rows, at: at + pointerTo([via, name]), source }));
  const list = (via: RowList['via'], rows: readonly Row[] | undefined): readonly RowList[] =>
    rows ? [{ via, name: '', rows, at: `${at}/${via.replace('.', '/')}`, source }] : [];
  const { invoke } = state;
  return [
    ...named('on', state.on),
    ...named('after', state.after),
    ...list('always', state.always),
    ...list('onDone', state.onDone),
    ...list('invoke.onDone', invoke && 'onDone' in invoke ? invoke.onDone : undefined),
    ...list('invoke.onError', invoke && 'onError' in invoke ? invoke.onError : undefined),
  ];
}

const actionsAt = (actions: readonly Action[] | undefined, at: string, state: string): Survey['actions'] =>
  (actions ?? []).map((action, index) => ({ action, at: `${at}/${index}`, state }));

function conditionsOf(definition: Definition, lists: readonly RowList[]): Survey['conditions'] {
  const found: { condition: Condition; at: string; of: RowList | 'form' | 'letter' }[] = [];
  const add = (condition: Condition | undefined, at: string, of: RowList | 'form' | 'letter'): void => {
    if (!condition) return;
    found.push({ condition, at, of });
    if ('all' in condition) for (const [index, inner] of condition.all.entries()) add(inner, `${at}/all/${index}`, of);
    if ('any' in condition) for (const [index, inner] of condition.any.entries()) add(inner, `${at}/any/${index}`, of);
    if ('not' in condition) add(condition.not, `${at}/not`, of);
  };
  for (const list of lists)
    for (const [index, row] of list.rows.entries()) add(row.guard?.params, `${list.at}/${index}/guard/params`, list);
  for (const [id, form] of Object.entries(definition.forms)) {
    for (const [section, { fields }] of form.sections.entries()) {
      for (const [index, field] of fields.entries()) add(field.when, `/forms/${id}/sections/${section}/fields/${index}/when`, 'form');
    }
  }
  for (const [id, letter] of Object.entries(definition.letters)) {
    for (const [index, block] of letter.blocks.entries()) {
      add(block.when, `/letters/${id}/blocks/${index}/when`, 'letter');
      for (const [which, variant] of (block.variants ?? []).entries())
        add(variant.when, `/letters/${id}/blocks/${index}/variants/${which}/when`, 'letter');
    }
  }
  return found;
}
