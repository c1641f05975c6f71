import { useRef } from 'react';
import { isEmpty } from '../form/field-kind.ts';
import type { FormState } from '../form/use-form.ts';
import type { PersonName } from '../server/shapes/people.ts';

/**
 * Gives a form what is known of a complainant, so that nobody types it twice. What somebody typed stays; what an earlier choice filled in goes with it.
 */
export function useKnownPerson({
  form,
  values,
  set,
}: Pick<FormState, 'form' | 'values' | 'set'>): (person: PersonName, email?: string) => void {
  const filled = useRef(new Map<string, string>());
  return ({ name, party }, email = '') => {
    if (party !== 'complainant') return;
    const known = new Map([
      ['complainant-name', name],
      ['contact', email],
    ]);
    for (const { field, means = '' } of form.sections.flatMap(({ fields }) => fields)) {
      const value = known.get(means);
      const before = values[field];
      if (value === undefined || value === before || !(isEmpty(before) || before === filled.current.get(field))) continue;
      filled.current.set(field, value);
      set(field, value);
    }
  };
}
