import { fieldsOf, wordOf, wordsOf } from './loose-json.ts';
import { allPlaces } from './places.ts';

/** The tags of the steps, each with the steps and stages that carry it, in the order in which the procedure stands; whose move it is follows from the task. */
export function stepsByTag(definition: object): ReadonlyMap<string, readonly string[]> {
  const roles = fieldsOf(fieldsOf(definition).roles);
  const steps = new Map<string, readonly string[]>();
  for (const { id, state } of allPlaces(definition)) {
    const { input, src } = fieldsOf(state.invoke);
    const party = src === 'task' ? wordOf(fieldsOf(roles[wordOf(fieldsOf(input).role) ?? '']).party) : undefined;
    const tags = new Set([...wordsOf(state.tags), ...(party === undefined ? [] : [`wait:${party}`])]);
    for (const tag of tags) steps.set(tag, [...(steps.get(tag) ?? []), id]);
  }
  return steps;
}

export const tagsInOrder = (definition: object): readonly string[] => [...stepsByTag(definition).keys()];
