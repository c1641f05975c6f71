import type { Answered, Asked } from '../base/worker-desk.ts';
import { checkingDrafts } from './check-draft.ts';
import type { CheckAnswer, CheckAsked } from './checked-draft.ts';

const check = checkingDrafts();

addEventListener('message', ({ data: { number, question } }: MessageEvent<Asked<CheckAsked>>) => {
  const answered: Answered<CheckAnswer> = { number, answer: check(question) };
  postMessage(answered);
});
