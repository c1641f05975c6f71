import type { Definition } from '@redress/engine';
import { namesOf } from '../../people/persons.ts';
import type { HttpRefusal } from '../http-refusal.ts';
import type { Office } from '../office.ts';
import { words } from './form-view.ts';
import { own } from './read-case.ts';

/** The refusal of somebody kept away tells who it is and in which role; where the case this one came from keeps him away, no role of this one says it. */
export async function toldExcluded(
  office: Office,
  organisation: string,
  definition: Pick<Definition, 'roles'>,
  refusal: HttpRefusal,
): Promise<HttpRefusal> {
  if (refusal.code !== 'excluded') return refusal;
  const name = (await namesOf(office.desk, organisation, [refusal.person])).get(refusal.person);
  const title = own(definition.roles, refusal.role)?.title;
  return { ...refusal, ...(name ? { who: name } : {}), ...(title ? { roleTitle: words(title) } : {}) };
}
