import { useMemo } from 'react';
import { type DraftProblem, nextProblem, problemsOf } from '../findings/draft-problems.ts';
import { useProblemKeys } from '../findings/use-problem-keys.ts';
import { useText, useWords } from '../language/words.tsx';
import type { Outline } from './use-outline.ts';

/** The problems of the draft and the way to each: it is told, chosen, and the field that puts it right takes the focus. */
export function useProblemWay({
  outline,
  chosen,
  wayTo,
  tell,
}: {
  readonly outline: Outline;
  readonly chosen: string | undefined;
  readonly wayTo: (at: string, field: readonly string[]) => void;
  readonly tell: (words: string) => void;
}) {
  const say = useWords();
  const text = useText();
  const { tree, definition } = outline;
  const found = outline.findings.findings;
  const all = useMemo(() => problemsOf(tree, found, { definition, say, text }), [tree, found, definition, say, text]);
  const go = (problem: DraftProblem) => {
    wayTo(problem.at, problem.field);
    const here = all.filter(({ at }) => at === problem.at);
    const words = here.map((each) => each.words).join(' ');
    tell(say('problems.told', { number: all.indexOf(problem) + 1, count: all.length, place: problem.place, words }));
  };
  useProblemKeys((where) => {
    const next = nextProblem(all, chosen, tree, where);
    if (next) go(next);
    else tell(say('outline.problems', { count: 0 }));
  });
  return { all, go };
}
