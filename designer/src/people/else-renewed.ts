import type { Answer } from '../server/request.ts';

/** Sends. Where a colleague saved first, what is there now is asked for, so that the reader sees it and the next try stands upon it. */
export function elseRenewed<Words extends readonly unknown[], Value>(
  send: (...words: Words) => Promise<Answer<Value>>,
  renew: () => Promise<unknown>,
): (...words: Words) => Promise<Answer<Value>> {
  return async (...words) => {
    const answer = await send(...words);
    if (!answer.ok && answer.problem.code === 'changed-meanwhile') await renew();
    return answer;
  };
}
