import { actionOf } from '../actions-editor/action-sorts.ts';
import { type Fields, fieldsOf, wordOf } from '../model/loose-json.ts';
import { alike } from './aspects.ts';
import type { Permit } from './change.ts';
import { inputOf, memberOfSection, type ReadProcedure, sectionOf, stateOf, type Versions } from './read-procedure.ts';

interface Call {
  readonly element: string;
  readonly ids: readonly string[];
  /** What goes where, from which step. */
  readonly key: string;
}

/** Services, other procedures and other cases that hear what they did not hear; and what nobody here understands, since it may do anything. */
export function permitsToCall({ before, after }: Versions): readonly Permit[] {
  const known = new Set(callsOf(before).map(({ key }) => key));
  const told = new Map<string, Permit>();
  for (const { element, ids, key } of callsOf(after))
    if (!known.has(key)) told.set(`${element} ${ids}`, { kind: 'outside-call', element, ids });
  const services = sectionOf(after, 'services').flatMap(([id, { connector, operation }]): Permit[] => {
    const was = memberOfSection(before, 'services', id);
    const isSame = !was || (alike(was.connector, connector) && alike(was.operation, operation));
    return isSame ? [] : [{ kind: 'outside-call', element: `service:${id}`, ids: [id] }];
  });
  return [...told.values(), ...services];
}

function callsOf(procedure: ReadProcedure): readonly Call[] {
  const invoked = procedure.ids.flatMap((step): readonly Call[] => {
    const invoke = fieldsOf(stateOf(procedure, step)).invoke;
    if (invoke === undefined) return [];
    const service = inputOf(procedure, step, 'service');
    if (service) return calls(step, step, 'service', service.service, service.with);
    const other = inputOf(procedure, step, 'case');
    if (other) return calls(step, step, 'case', other.definition, other.data);
    const isKnown = inputOf(procedure, step, 'task') ?? inputOf(procedure, step, 'letter');
    return isKnown ? [] : [odd(step, step, fieldsOf(invoke).src ?? invoke)];
  });
  const done = procedure.doings.flatMap(({ element, step, written, params }): readonly Call[] => {
    switch (actionOf(written)?.sort) {
      case undefined:
        return [odd(element, step, written)];
      case 'call':
        return calls(element, step, 'service', params.service, params.with);
      case 'start':
        return calls(element, step, 'case', params.definition, params.data);
      case 'send':
        return calls(element, step, `send ${JSON.stringify(params.to)}`, params.event, params.data);
      default:
        return [];
    }
  });
  return [...invoked, ...done];
}

function calls(element: string, step: string, kind: string, id: unknown, values: unknown): readonly Call[] {
  const name = wordOf(id) ?? '';
  const call = (...more: readonly unknown[]) => ({ element, ids: [name], key: JSON.stringify([step, kind, name, ...more]) });
  const handed: Fields = fieldsOf(values);
  return [call(), ...Object.entries(handed).map(([field, value]) => call(field, value))];
}

const odd = (element: string, step: string, written: unknown): Call => ({ element, ids: [], key: JSON.stringify([step, 'odd', written]) });
