import type { Answered, Asked } from '../base/worker-desk.ts';
import { type FixAnswer, type FixAsked, fixingDrafts } from './fix-draft.ts';

const fix = fixingDrafts();

addEventListener('message', ({ data: { number, question } }: MessageEvent<Asked<FixAsked>>) => {
  const answered: Answered<FixAnswer> = { number, answer: fix(question) };
  postMessage(answered);
});
