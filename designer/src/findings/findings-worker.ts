import { schemaSettings, schemaToolOf } from '@redress/engine';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { findingsOf } from '../model/findings.ts';
import type { Asked, Found } from './findings-desk.ts';

// The one place of the window where code is made: schemas of a draft become functions here. The answer that brings this file allows it that, and
// nothing else: it reaches no server and no page.
const ajv = new Ajv2020(schemaSettings);
addFormats.default(ajv);
const schemas = schemaToolOf(ajv);

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const found: Found = { number: data.number, findings: findingsOf(data.document, { schemas }) };
  postMessage(found);
});
