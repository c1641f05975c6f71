import { copyOf, fieldsOf, isFields } from '../model/loose-json.ts';

/** A procedure of its own with everything of another one but its id, its name and when that was in force. */
export function copiedProcedure(
  document: object,
  { id, title, language }: { readonly id: string; readonly title: string; readonly language: string },
): object {
  const { published: _, ...rest } = fieldsOf(document);
  const titles = fieldsOf(rest.title);
  // In a language that the procedure does not have, the reader's name would be seen by nobody.
  const named = Array.isArray(rest.languages) && rest.languages.includes(language) ? language : String(Object.keys(titles)[0] ?? language);
  return { ...rest, id, title: { ...titles, [named]: title } };
}

/**
 * What tried out the other procedure tries out the copy: scripts name it, and roles people hold in it, by its id. Scripts that begin with a third
 * procedure stay behind: that one goes on starting the other, not the copy.
 */
export function copiedScenarios(scenarios: object, { from, to }: { readonly from: string; readonly to: string }): object {
  const copy = copyOf(fieldsOf(scenarios));
  const { scripts } = copy;
  for (const [id, script] of Object.entries(fieldsOf(scripts))) {
    if (!isFields(script)) continue;
    if (script.process === from) script.process = to;
    else if (isFields(scripts) && typeof script.process === 'string') delete scripts[id];
    for (const step of Array.isArray(script.steps) ? script.steps : []) if (isFields(step) && step.in === from) step.in = to;
    const { people } = script;
    for (const [person, roles] of isFields(people) ? Object.entries(people) : [])
      if (isFields(people) && Array.isArray(roles))
        people[person] = roles.map((role) =>
          typeof role === 'string' && role.startsWith(`${from}:`) ? to + role.slice(from.length) : role,
        );
  }
  return copy;
}
