import { schemaSettings, schemaToolOf } from '@redress/engine';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Answered, Asked } from '../base/worker-desk.ts';
import { playTrial, type Trial, type TrialAsked } from './trial-play.ts';

// Like the worker of the findings, the only other place of the window where code is made: schemas of a draft become functions here.
const ajv = new Ajv2020(schemaSettings);
addFormats.default(ajv);
const play = playTrial(schemaToolOf(ajv));

addEventListener('message', ({ data }: MessageEvent<Asked<TrialAsked>>) => {
  const answered: Answered<Trial> = { number: data.number, answer: play(data.question) };
  postMessage(answered);
});
