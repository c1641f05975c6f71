import { isolated } from '../language/isolated.ts';
import { fieldsOf } from '../model/loose-json.ts';
import { parseAddress } from '../model/rows.ts';
import { treeOf } from '../model/tree.ts';
import type { Permit } from './change.ts';
import { about, aboutLength, type Comparing, isWay, named, namesOf, partIn } from './named.ts';
import { leads } from './way-words.ts';

/** What people and cases may do from now on, as one sentence. */
export function permitWords(permit: Permit, comparing: Comparing): string {
  const { kind, element, ids } = permit;
  const { say } = comparing;
  switch (kind) {
    case 'more-may-act':
      return actWords(permit, comparing);
    case 'exclusion-gone':
      return say('compare.permit.exclusion-gone', { names: namesOf('role', ids, comparing), step: named('step', element, comparing) });
    case 'more-may-read':
      return readWords(permit, comparing);
    case 'new-receiver': {
      const part = partIn(element);
      if (part?.kind === 'role') return say('compare.permit.address', { name: named('role', part.id, comparing) });
      return say('compare.permit.receiver', { letter: named('letter', part?.id ?? '', comparing), names: namesOf('role', ids, comparing) });
    }
    case 'outside-call':
      return callWords(permit, comparing);
    case 'new-way':
      return goWords(permit, comparing);
    case 'new-end':
      return say('compare.permit.end', { name: named('step', element, comparing) });
    case 'deadline-gone':
      return waitWords(permit, comparing);
  }
}

function actWords({ element, ids }: Permit, comparing: Comparing): string {
  const { say } = comparing;
  const names = namesOf('role', ids, comparing);
  if (element === '') return say('compare.permit.begin', { names });
  const part = partIn(element);
  if (part) return say('compare.permit.held', { name: named('role', part.id, comparing) });
  return isWay(element)
    ? say('compare.permit.press', { names, way: about(element, comparing) })
    : say('compare.permit.do', { names, step: named('step', element, comparing) });
}

/** As many names as one reads in a sentence. */
const namesMax = 4;

function readWords({ element, ids }: Permit, comparing: Comparing): string {
  const { say } = comparing;
  const part = partIn(element);
  const fields = ids.length > namesMax ? say('compare.permit.fields', { count: ids.length }) : namesOf('field', ids, comparing);
  switch (part?.kind) {
    case 'field': {
      const field = named('field', part.id, comparing);
      return ids.length === 0
        ? say('compare.permit.less-personal', { field })
        : say('compare.permit.read', { names: namesOf('role', ids, comparing), fields: field });
    }
    case 'role':
      return say('compare.permit.read', { names: named('role', part.id, comparing), fields });
    case 'letter':
    case 'service':
      return say('compare.permit.told', { about: about(element, comparing), fields });
    default:
      return element === ''
        ? say('compare.permit.returned', { fields })
        : say('compare.permit.records', { names: namesOf('role', ids, comparing), step: named('step', element, comparing) });
  }
}

function callWords({ element, ids: [id] }: Permit, comparing: Comparing): string {
  const { say, after, procedureName } = comparing;
  const place = about(element, comparing);
  if (id === undefined || id === '') return say('compare.permit.unknown', { about: place });
  if (partIn(element)) return say('compare.permit.service-changed', { about: place });
  const { services, events } = fieldsOf(after);
  if (Object.hasOwn(fieldsOf(services), id)) return say('compare.permit.calls', { about: place, name: named('service', id, comparing) });
  if (Object.hasOwn(fieldsOf(events), id)) return say('compare.permit.sends', { about: place, name: named('event', id, comparing) });
  return say('compare.permit.hands-over', { about: place, name: isolated(procedureName(id)) });
}

function goWords({ element, ids: [from = '', to] }: Permit, comparing: Comparing): string {
  const { say, after } = comparing;
  const step = from === '' ? '' : named('step', from, comparing);
  if (to === undefined) return say('compare.permit.oftener', { step });
  const target = named('step', to, comparing);
  if (element === '' && from === '') return say('compare.permit.begins', { to: target });
  const inside = treeOf(after).byId.get(from);
  const isEntry = element === from && (inside?.children.some(({ id }) => id === to) || inside?.kind === 'history');
  if (isEntry) return say('compare.permit.enters', { step, to: target });
  const source = isWay(element) ? parseAddress(element).step : from;
  if (leads(source, to, comparing, 'before')) {
    const way = isWay(element) ? about(element, comparing) : step;
    return say('compare.permit.go-more', { way, to: target });
  }
  return from === '' ? say('compare.can-go-any-time', { to: target }) : say('compare.can-go-after', { to: target, step });
}

function waitWords({ element, ids }: Permit, comparing: Comparing): string {
  const { say, after } = comparing;
  if (element === '') return say('compare.permit.calendar');
  const part = partIn(element);
  if (part?.kind === 'delay') return say('compare.permit.later', { about: aboutLength(part.id, comparing, 'after') });
  const place = about(element, comparing);
  if (part)
    return say(Object.hasOwn(fieldsOf(fieldsOf(after).clocks), part.id) ? 'compare.permit.clock-later' : 'compare.permit.clock-gone', {
      about: place,
    });
  const isClock = ids.some((id) => Object.hasOwn(fieldsOf(fieldsOf(after).clocks), id));
  if (isClock) return say('compare.permit.clock-held', { about: place, names: namesOf('clock', ids, comparing) });
  return say('compare.permit.not-due', { about: place, names: namesOf('delay', ids, comparing, 'before') });
}
