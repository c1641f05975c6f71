import type { ActionList, ActionPayloads, ActionPlace } from './action-commands.ts';
import type { Command } from './command.ts';
import { fieldsOf, listOf, wordOf } from './loose-json.ts';
import { placesOf } from './places.ts';
import type { Facts } from './pretend-commands.ts';
import { valueFrom } from './pretend-values.ts';
import { pick } from './pretend-when-commands.ts';
import { rowAt } from './rows.ts';

type Makers<Of> = { readonly [Name in keyof Of]: (facts: Facts) => Command };

/** Any action on any list, as dice fall. */
export const actionMakers: Makers<ActionPayloads> = {
  'action.add': (facts) => ({ name: 'action.add', payload: { list: listFrom(facts), action: actionFrom(facts) } }),
  'action.remove': (facts) => ({ name: 'action.remove', payload: placeFrom(facts) }),
  'action.move': (facts) => ({ name: 'action.move', payload: { ...placeFrom(facts), where: facts.number % 2 === 0 ? 'up' : 'down' } }),
  'action.set': (facts) => ({ name: 'action.set', payload: { ...placeFrom(facts), ...valueFrom(facts, typeAt(facts)) } }),
  'action.field': (facts) => ({
    name: 'action.field',
    payload: { ...placeFrom(facts), at: [facts.field], field: `other${facts.number % 3}` },
  }),
  'call.set': (facts) => ({ name: 'call.set', payload: { step: facts.id, ...valueFrom(facts, calledBy(facts)) } }),
  'call.field': ({ id, field, number }) => ({
    name: 'call.field',
    payload: { step: id, at: ['data', field], field: `other${number % 3}` },
  }),
  'call.outcome': ({ id, number }) => ({
    name: 'call.outcome',
    payload: { step: id, outcome: number % 2 === 0 ? 'resolved' : 'withdrawn' },
  }),
};

const listFrom = ({ id, row, number }: Facts): ActionList =>
  number % 3 === 0 ? { row } : { step: id, when: number % 3 === 1 ? 'entry' : 'exit' };

function placeFrom(facts: Facts): ActionPlace {
  const [list, actions] = writtenFrom(facts);
  return { list, action: facts.number % (actions.length + 1) };
}
function typeAt(facts: Facts): string {
  const [, actions] = writtenFrom(facts);
  return wordOf(fieldsOf(actions[facts.number % (actions.length + 1)]).type) ?? '';
}
const calledBy = ({ document, id }: Facts): string =>
  wordOf(fieldsOf(fieldsOf(placesOf(document.definition).get(id)?.state).invoke).src) ?? '';

/** The first list at the step or its way that has any. */
function writtenFrom(facts: Facts): readonly [ActionList, readonly unknown[]] {
  const { document, id, row } = facts;
  const places = placesOf(document.definition);
  const state = fieldsOf(places.get(id)?.state);
  const lists: readonly (readonly [ActionList, readonly unknown[]])[] = [
    [{ step: id, when: 'entry' }, listOf(state.entry)],
    [{ step: id, when: 'exit' }, listOf(state.exit)],
    [{ row }, listOf(rowAt(document.definition, places, row)?.row.actions)],
  ];
  return lists.find(([, written]) => written.length > 0) ?? [listFrom(facts), []];
}

function actionFrom({ document, field, number, roles }: Facts) {
  const letter = pick(Object.keys(fieldsOf(document.definition.letters)), number) ?? '';
  return (
    pick(
      [
        { type: 'letter', params: { letter } },
        { type: 'set', params: { [field || 'field']: number } },
        { type: 'reassign', params: { to: pick(roles, number) ?? '' } },
        { type: 'record', params: { record: 'closure-record' } },
        { type: 'decide', params: { decision: '' } },
        { type: 'clock', params: { clock: '', do: 'stop' } },
        { type: 'send', params: { to: 'parent', event: '' } },
        { type: 'start', params: { definition: '' } },
        { type: 'call', params: { service: '' } },
        { type: 'x-unknown', params: { letter, deep: [{ is: number }] } },
      ],
      number,
    ) ?? { type: 'record', params: { record: 'closure-record' } }
  );
}
