import { schemaSettings, schemaToolOf } from '@redress/engine';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Answered, Asked } from '../base/worker-desk.ts';
import type { Drafted, ElementFinding } from '../model/findings.ts';
import { findingsOf } from '../model/findings.ts';

// The one place of the window where code is made: schemas of a draft become functions here. The answer that brings this file allows it that, and
// nothing else: it reaches no server and no page.
const ajv = new Ajv2020(schemaSettings);
addFormats.default(ajv);
const schemas = schemaToolOf(ajv);

addEventListener('message', ({ data }: MessageEvent<Asked<Drafted>>) => {
  const found: Answered<readonly ElementFinding[]> = {
    number: data.number,
    answer: findingsOf(data.question.document, { schemas, beside: data.question.beside }),
  };
  postMessage(found);
});
