import type { Json, JsonObject } from '@redress/engine';
import { isEmpty, kindOf, numberIn, scaleOf } from '../form/field-kind.ts';
import type { FormFieldView, FormView } from '../server/shapes/work.ts';

/**
 * Answers that somebody could give, so that a story goes on without typing: what is there stays, the rest is the first choice, the middle of a
 * scale, today, or words that say that they are a sample. The same form and day give the same answers.
 */
export function sampleValues(
  form: FormView,
  about: { readonly day: string; readonly words: (field: FormFieldView) => string },
): JsonObject {
  const asked = form.sections.flatMap(({ fields }) => fields).filter(({ readOnly }) => !readOnly);
  return Object.fromEntries(
    asked.flatMap((field): [string, Json][] => {
      const known = form.values[field.field];
      const value = isEmpty(known) ? sampleOf(field, about) : (known as Json);
      return value === undefined ? [] : [[field.field, value]];
    }),
  );
}

function sampleOf(
  field: FormFieldView,
  about: { readonly day: string; readonly words: (field: FormFieldView) => string },
): Json | undefined {
  const { schema, options } = field;
  const first = options?.[0]?.value as Json | undefined;
  switch (kindOf(field)) {
    case 'choice':
      return first;
    case 'choices':
      return first === undefined ? undefined : [first];
    case 'scale': {
      const scale = scaleOf(schema) ?? [];
      return scale[Math.floor(scale.length / 2)];
    }
    case 'number':
      return numberIn(schema, 'minimum') ?? Math.min(numberIn(schema, 'maximum') ?? 1, 1);
    case 'yes-no':
      return schema.const === true; // What can only be agreed to is agreed to.
    case 'tick':
    case 'person':
    case 'persons':
      return undefined; // Who is meant is a choice that changes the story: it is left to whoever tells it.
    case 'date':
      return about.day;
    case 'list':
    case 'references':
      return field.required ? [fitting(schema, about.words(field))] : undefined;
    default:
      // Which words fit a pattern only the engine knows: they are left to whoever tells the story, too.
      if (typeof schema.pattern === 'string') return undefined;
      return schema.format === 'email' ? 'sample@example.org' : fitting(schema, about.words(field));
  }
}

/** Words as long as the field wants them. */
function fitting(schema: FormFieldView['schema'], words: string): string {
  const least = numberIn(schema, 'minLength') ?? 0;
  const most = numberIn(schema, 'maxLength') ?? words.length + least;
  return words.padEnd(least, '.').slice(0, most);
}
