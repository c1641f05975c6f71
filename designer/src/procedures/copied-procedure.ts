import { fieldsOf } from '../model/loose-json.ts';

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
