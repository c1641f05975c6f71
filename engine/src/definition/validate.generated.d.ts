// Types of the validator that the build makes from process-definition.schema.json. Kept by hand, beside a file that is not kept.
import type { Definition } from './definition.ts';

export interface SchemaError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Set for errors about the name of a property. */
  readonly propertyName?: string;
}

declare const validate: { (value: unknown): value is Definition; readonly errors?: readonly SchemaError[] | null };
export default validate;
