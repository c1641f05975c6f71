import { type RefObject, useEffect, useMemo, useState } from 'react';
import { type DraftProblem, nextProblem, problemsOf } from '../findings/draft-problems.ts';
import { useProblemKeys } from '../findings/use-problem-keys.ts';
import { useText, useWords } from '../language/words.tsx';
import type { Outline } from './use-outline.ts';

/** The problems of the draft and the way to each: it is chosen, told, and the field that puts it right takes the focus. */
export function useProblemWay({
  outline,
  chosen,
  panel,
  onChoose,
  tell,
}: {
  readonly outline: Outline;
  readonly chosen: string | undefined;
  readonly panel: RefObject<HTMLElement | null>;
  readonly onChoose: (id: string) => void;
  readonly tell: (words: string) => void;
}) {
  const say = useWords();
  const text = useText();
  const { tree, definition } = outline;
  const found = outline.findings.findings;
  const all = useMemo(() => problemsOf(tree, found, { definition, say, text }), [tree, found, definition, say, text]);
  const [going, setGoing] = useState<DraftProblem>();
  useEffect(() => {
    if (!going || going.at !== (chosen ?? '')) return;
    setGoing(undefined);
    fieldIn(panel.current, going.field)?.focus();
  }, [going, chosen, panel]);
  const go = (problem: DraftProblem) => {
    outline.reveal(problem.at);
    onChoose(problem.at);
    setGoing(problem);
    const here = all.filter(({ at }) => at === problem.at);
    const words = here.length > 1 ? here.map((each) => each.words).join(' ') : problem.words;
    tell(say('problems.told', { number: all.indexOf(problem) + 1, count: all.length, place: problem.place, words }));
  };
  useProblemKeys((where) => {
    const next = nextProblem(all, chosen, tree, where);
    if (next) go(next);
    else tell(say('outline.problems', { count: 0 }));
  });
  return { all, go };
}

/** The field of the panel that writes there, else the panel itself. */
function fieldIn(panel: HTMLElement | null, field: readonly string[]): HTMLElement | null {
  const path = field.join('/') || 'target'; // A way that leads nowhere needs to lead somewhere.
  const near = [...(panel?.querySelectorAll<HTMLElement>('[data-field]') ?? [])].findLast(
    ({ dataset }) => path === dataset.field || path.startsWith(`${dataset.field}/`),
  );
  return near?.querySelector<HTMLElement>('input, button') ?? panel;
}
