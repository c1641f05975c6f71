import type { Action, Definition } from '../definition/definition.ts';
import { compileTable } from '../feel/compile-table.ts';
import { compileValue } from '../feel/compile-value.ts';
import { compileValues } from './compile-states.ts';
import type { Instruction, Place } from './compiled.ts';
import { own } from './own.ts';

/** The actions of one row, entry or exit, in order. `at` of the place points to the list. */
export const compileActions = (actions: readonly Action[] | undefined, place: Place, definition: Definition): readonly Instruction[] =>
  (actions ?? []).map((action, index) =>
    compileAction(action, { ...place, at: place.on === 'row' ? `${place.at}/actions/${index}` : `${place.at}/${index}` }, definition),
  );

function compileAction(action: Action, place: Place, definition: Definition): Instruction {
  switch (action.type) {
    case 'letter':
      return {
        do: 'letter',
        place,
        letter: action.params.letter,
        to: action.params.to ?? own(definition.letters, action.params.letter)?.to ?? [],
      };
    case 'set':
      return { do: 'set', place, values: compileValues(action.params, definition) };
    case 'decide':
      return compileDecide(action.params.decision, place, definition);
    case 'record':
      return { do: 'record', place, record: action.params.record };
    case 'reassign':
      return { do: 'reassign', place, to: action.params.to };
    case 'clock':
      return { do: action.params.do, place, clock: action.params.clock };
    case 'send':
      return {
        do: 'send',
        place,
        to: receiverOf(action.params.to, definition),
        event: action.params.event,
        values: compileValues(action.params.data, definition),
      };
    case 'start':
      return {
        do: 'start',
        place,
        definition: action.params.definition,
        link: action.params.link ?? 'follows',
        values: compileValues(action.params.data, definition),
      };
    case 'call':
      return { do: 'call', place, service: action.params.service, values: compileValues(action.params.with, definition) };
  }
}

function compileDecide(id: string, place: Place, definition: Definition): Instruction {
  const decision = own(definition.decisions, id);
  if (!decision) throw new Error(`An unknown decision is a finding: ${id}`);
  return { do: 'decide', place, decision: id, table: compileTable(decision, definition) };
}

const receiverOf = (to: string, definition: Definition): 'parent' | 'children' | ReturnType<typeof compileValue> =>
  to === 'parent' || to === 'children' ? to : compileValue(to, definition);
