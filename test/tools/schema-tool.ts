import type { SchemaTool } from '@redress/engine';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

const ajv = new Ajv2020({ allErrors: true, strict: false });
formats.default(ajv);

/** JSON Schema by ajv, as tests of the engine hand it in. */
export const schemas: SchemaTool = (schema) => {
  const validate = ajv.compile(schema);
  return (value) =>
    validate(value)
      ? []
      : (validate.errors ?? []).map((error) => ({ at: error.instancePath, keyword: error.keyword, facts: { ...error.params } }));
};
