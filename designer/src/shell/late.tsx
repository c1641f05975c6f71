import { type ComponentType, type ReactNode, useEffect, useState } from 'react';
import { SkeletonRows } from '../base/skeleton.tsx';
import { ProblemNote } from './problem-note.tsx';

const signs = ['pointermove', 'pointerdown', 'keydown'] as const;

/** Whoever reads has begun to use the page: from now on nothing is waited for that can be fetched before it is asked for. */
const touched = new Promise<void>((begun) => {
  for (const sign of signs) window.addEventListener(sign, () => begun(), { once: true, capture: true, passive: true });
});

interface Part<Props> {
  readonly drawn: () => ComponentType<Props> | undefined;
  readonly fetched: () => Promise<void>;
}

/**
 * A part of a page that nobody needs to begin with: fetched as soon as the page is touched, at the latest when it is shown. What was fetched is drawn
 * at once; what cannot be fetched says so in its place and leaves the page as it is. `waiting` stands there until it comes.
 */
export function late<Props extends object>(load: () => Promise<ComponentType<Props>>, waiting: ReactNode = <SkeletonRows rows={4} />) {
  let there: ComponentType<Props> | undefined;
  let coming: Promise<void> | undefined;
  const part: Part<Props> = {
    drawn: () => there,
    fetched: async () => {
      coming ??= load().then((loaded) => {
        there = loaded;
      });
      try {
        await coming;
      } catch (cause) {
        coming = undefined; // Whoever tries again fetches again.
        throw cause;
      }
    },
  };
  const show = (props: Props): ReactNode => <Late part={part} waiting={waiting} props={props} />;
  return Object.assign(show, {
    ahead: async () => await part.fetched().catch(() => undefined), // Where it is shown it is fetched again, and says what is wrong.
  });
}

/** What a page may soon show is fetched with the reader's first touch. The parts are always the same ones. */
export function useEarly(parts: readonly { readonly ahead: () => Promise<void> }[]): void {
  useEffect(() => {
    void touched.then(() => {
      for (const part of parts) void part.ahead();
    });
  }, [parts]);
}

function Late<Props extends object>({
  part,
  waiting,
  props,
}: {
  readonly part: Part<Props>;
  readonly waiting: ReactNode;
  readonly props: Props;
}) {
  const [state, setState] = useState<'coming' | 'there' | 'failed'>('coming');
  const Drawn = part.drawn();
  const asks = !Drawn && state === 'coming';
  useEffect(() => {
    if (!asks) return;
    let wanted = true;
    part.fetched().then(
      () => wanted && setState('there'),
      () => wanted && setState('failed'),
    );
    return () => {
      wanted = false;
    };
  }, [part, asks]);
  if (Drawn) return <Drawn {...props} />;
  if (state === 'failed') return <ProblemNote problem={notFetched} onRetry={() => setState('coming')} />;
  return waiting;
}

const notFetched = { type: 'about:blank', status: 0, code: 'offline' } as const;
