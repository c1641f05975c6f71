import type { Script, ScriptStep } from '@redress/engine';
import { useEffect, useMemo, useState } from 'react';
import { useDraft } from '../form/use-draft.ts';
import { backTo, type Story, storyIn, valuesOf, withStep } from './trial-script.ts';

/** A story lasts as long as what it is told of is open: whoever goes to the map to change something comes back to it. */
const kept = new WeakMap<object, Story>();

export interface StoryDesk {
  /** None: nothing has begun. */
  readonly story: Story | undefined;
  readonly begin: (script: Script) => void;
  readonly open: (story: Story) => void;
  readonly act: (step: ScriptStep) => void;
  readonly back: (upTo: number) => void;
  readonly bringBack: () => void;
  readonly end: () => void;
  /** It has grown larger than what is kept: whoever loads the page again finds it as it was before. */
  readonly isTooLong: boolean;
}

/**
 * The story that is told of something. With the key of a draft it is kept on the server as a half-filled form is, for this person alone: whoever
 * loads the page again, or comes back another day, goes on with it. What is typed into a story stays out of the browser's own storage.
 */
export function useStory(of: object, { first, key }: { readonly first?: () => Story; readonly key?: string }): StoryDesk {
  const draft = useDraft(key);
  const [story, setStory] = useState<Story | undefined>(() => kept.get(of) ?? first?.());
  const hold = (next: Story | undefined): void => {
    if (next) kept.set(of, next);
    else kept.delete(of);
    setStory(next);
  };
  const write = (next: Story | undefined): void => {
    hold(next);
    if (next) draft.keep(valuesOf(next));
    else void draft.drop();
    draft.flush(); // A step is done, not typed: there is no more of it to wait for.
  };
  const found = useMemo(() => draft.found && storyIn(draft.found), [draft.found]);
  // Once it is known what was kept; and again where the same person went on with it in another window.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is told here meanwhile is kept over what was found
  useEffect(() => {
    if (found && !isSame(found, story)) hold(found);
  }, [found]);
  return {
    story,
    begin: (script) => write({ script, upTo: script.steps.length }),
    open: write,
    act: (step) => story && write(withStep(story, step)),
    back: (upTo) => story && write(backTo(story, upTo)),
    bringBack: () => story?.before && write({ ...story.before, upTo: story.before.script.steps.length }),
    end: () => write(undefined),
    isTooLong: draft.state === 'too-large',
  };
}

const isSame = (one: Story, other: Story | undefined): boolean =>
  JSON.stringify(valuesOf(one)) === JSON.stringify(other && valuesOf(other));
