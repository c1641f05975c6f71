import { caseFields } from '../conditions/case-fields.ts';
import { conditionWords, type Written } from '../conditions/condition-words.ts';
import type { Language } from '../language/language.ts';
import { fieldsOf } from '../model/loose-json.ts';
import type { ProcedureTree } from '../model/tree.ts';
import { nameOfKind, type Speaking } from '../outline/finding-words.ts';
import { listed } from '../outline/outline-words.ts';

/** Everything that sentences about a procedure are made with: the procedure, and one language. */
export interface TextTelling extends Speaking {
  readonly tree: ProcedureTree;
  readonly language: Language;
  readonly written: Written;
  readonly percent: (share: number) => string;
  readonly procedureName: (id: string) => string;
}

export const partName = (kind: string, id: string, telling: TextTelling): string =>
  kind === 'role' && id === 'system' ? telling.say('who.system') : nameOfKind(kind, id, telling);

export const partNames = (kind: string, ids: readonly string[], telling: TextTelling): string =>
  listed(
    ids.map((id) => partName(kind, id, telling)),
    telling.say,
  );

export const conditionOf = (condition: unknown, { definition, say, text, written }: TextTelling): string =>
  conditionWords(definition, condition, say, text, written);

export const fieldNamed = (id: string, { definition, text }: TextTelling): string =>
  caseFields(definition, text).find((field) => field.id === id)?.name ?? id;

/** A part of the definition and its name: `part('letters', 'reply')`. */
export const partOf = (section: string, id: string, { definition }: Pick<TextTelling, 'definition'>) =>
  fieldsOf(fieldsOf(fieldsOf(definition)[section])[id]);
