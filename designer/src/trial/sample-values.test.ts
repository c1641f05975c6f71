import { expect, test } from '@jest/globals';
import { shippedProcesses, templates } from '@redress/definitions';
import { type Definition, parseDefinition } from '@redress/engine';
import { schemas } from '../../../test/tools/schema-tool.ts';
import { draftForm } from '../forms-editor/draft-form.ts';
import { sampleValues } from './sample-values.ts';

const definitions = [...shippedProcesses, ...templates].map((document): Definition => {
  const parsed = parseDefinition(document);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal));
  return parsed.value;
});

test.each(definitions.map((definition) => [definition.id, definition] as const))(
  'sample answers of %s are answers that its fields take, those with a pattern are left open',
  (_, definition) => {
    for (const form of Object.keys(definition.forms)) {
      const values = sampleValues(draftForm(definition, form), { day: '2026-09-01', words: () => 'Sample' });
      const wrong = Object.entries(values).filter(([field, value]) => schemas(definition.data[field]?.schema ?? {})(value).length > 0);
      expect({ form, wrong }).toEqual({ form, wrong: [] });
    }
  },
);
