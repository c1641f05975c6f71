import { schemaSettings, schemaToolOf } from '@redress/engine';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Answered, Asked } from '../base/worker-desk.ts';
import { type GateAsked, playTrial, type StoryAsked, type Trial, type Tried, tryScenarios } from './trial-play.ts';

// Like the worker of the findings, the only other place of the window where code is made: schemas of a draft become functions here.
const ajv = new Ajv2020(schemaSettings);
addFormats.default(ajv);
const schemas = schemaToolOf(ajv);
const play = playTrial(schemas);
const tryAll = tryScenarios(schemas);

addEventListener('message', ({ data: { number, question } }: MessageEvent<Asked<StoryAsked | GateAsked>>) => {
  const answered: Answered<Trial | Tried> = { number, answer: question.kind === 'story' ? play(question) : tryAll(question) };
  postMessage(answered);
});
