import { ArrowLeft } from 'lucide-react';
import { lazy, type ReactNode, Suspense } from 'react';
import { Button } from '../base/button.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import type { DraftProblem } from '../findings/draft-problems.ts';
import { useWords } from '../language/words.tsx';
import type { Outline } from '../outline/use-outline.ts';
import { PartCatalogue, useEarlyWords } from '../shell/part-catalogue.tsx';
import styles from './check-aside.module.css';
import type { CheckPanelProps } from './check-panel.tsx';
import type { Check } from './use-check.ts';

const CheckPanel = lazy(() => import('./check-panel.tsx'));
const PathBar = lazy(() => import('./path-bar.tsx'));

/** Beside what is drawn: the check, or what was chosen with the way back to the check. */
export function CheckAside({
  check,
  outline,
  act,
  chosen,
  problems,
  onRepair,
  onChoose,
  children,
}: {
  readonly check: Check;
  readonly outline: Pick<Outline, 'definition' | 'tree'>;
  readonly act: CheckPanelProps['act'];
  readonly chosen: string | undefined;
  readonly problems: readonly DraftProblem[];
  readonly onRepair: (problem: DraftProblem) => void;
  readonly onChoose: (element: string) => void;
  /** Details of what is chosen, told what stands above them. */
  readonly children: (above: ReactNode) => ReactNode;
}) {
  const say = useWords();
  useEarlyWords('check');
  const { place, go } = check;
  if (!place) return children(undefined);
  if (chosen !== undefined && chosen !== '')
    return children(
      <div>
        <Button forReaders kind="link" icon={ArrowLeft} turn onPress={() => go(place)}>
          {say('check.back')}
        </Button>
      </div>,
    );
  const { definition, tree } = outline;
  return (
    <div className={styles.aside} data-prints>
      <Suspense fallback={<SkeletonRows rows={6} />}>
        <CheckWords>
          <CheckPanel {...{ check, definition, tree, act, problems, onRepair, onChoose }} />
        </CheckWords>
      </Suspense>
    </div>
  );
}

/** The run that is played, over what it is played on. */
export function PlayedBar({ check, outline }: { readonly check: Check; readonly outline: Pick<Outline, 'definition' | 'tree'> }) {
  const { definition, tree } = outline;
  if (!check.played) return null;
  return (
    <Suspense fallback={null}>
      <CheckWords waiting={null}>
        <PathBar key={check.played.rule.rule} played={check.played} check={check} definition={definition} tree={tree} />
      </CheckWords>
    </Suspense>
  );
}

/** What the check says, and how it names what a procedure consists of. */
const CheckWords = (words: { readonly waiting?: ReactNode; readonly children: ReactNode }) => (
  <PartCatalogue of="check" waiting={words.waiting}>
    <PartCatalogue of="details" {...words} />
  </PartCatalogue>
);
