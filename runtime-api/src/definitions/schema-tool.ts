import { type SchemaTool, schemaSettings, schemaToolOf } from '@redress/engine';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** The schemas of definitions, compiled where code may be made: in this server. */
export function schemaTool(): SchemaTool {
  const ajv = new Ajv2020(schemaSettings);
  addFormats.default(ajv);
  return schemaToolOf(ajv);
}
