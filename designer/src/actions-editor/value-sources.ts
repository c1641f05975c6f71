import { caseFields } from '../conditions/case-fields.ts';
import type { Say } from '../language/words.tsx';
import { type Fields, fieldsOf, textOf, wordsOf } from '../model/loose-json.ts';
import type { Text } from '../outline/outline-words.ts';
import { sourceName } from './action-words.ts';

/** Where a value can come from: other data of the case, its number, or what another procedure brought back. */
export interface Source {
  /** As it is written. */
  readonly id: string;
  readonly name: string;
}

export function sourcesOf(
  definition: object,
  { say, text }: { readonly say: Say; readonly text: Text },
  child?: Fields,
): readonly Source[] {
  const named = (id: string, name?: string): Source => ({ id, name: name ?? sourceName(id, { definition, say, text }) ?? id });
  const back = wordsOf(child?.returns).map((id) => {
    const title = text(textOf(fieldsOf(fieldsOf(child?.data)[id]).title)) || id;
    return named(`= result.${id}`, say('actions.source.result', { name: title }));
  });
  return [
    ...back,
    ...(child === undefined ? [] : [named('= result.outcome')]),
    ...caseFields(definition, text).map(({ id }) => named(`= ${id}`)),
    named('= case.number'),
  ];
}

/** How a value is given. `kept`: it is neither, and stays as it is. */
export type ValueMode = 'value' | 'source' | 'formula' | 'empty' | 'kept';

export const isFormula = (value: unknown): value is string => typeof value === 'string' && value.startsWith('=');
export const formulaIn = (value: string): string => value.replace(/^= ?/, '');
/** The source that a formula names and nothing else. */
export const sourceIn = (sources: readonly Source[], value: unknown): Source | undefined =>
  isFormula(value) ? sources.find(({ id }) => formulaIn(id) === formulaIn(value).trim()) : undefined;
