import type { Script, ScriptStep } from '@redress/engine';
import { useState } from 'react';
import { backTo, type Story, withStep } from './trial-script.ts';

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
}

export function useStory(of: object, first?: () => Story): StoryDesk {
  const [story, setStory] = useState<Story | undefined>(() => kept.get(of) ?? first?.());
  const write = (next: Story | undefined): void => {
    if (next) kept.set(of, next);
    else kept.delete(of);
    setStory(next);
  };
  return {
    story,
    begin: (script) => write({ script, upTo: script.steps.length }),
    open: write,
    act: (step) => story && write(withStep(story, step)),
    back: (upTo) => story && write(backTo(story, upTo)),
    bringBack: () => story?.before && write({ ...story.before, upTo: story.before.script.steps.length }),
    end: () => write(undefined),
  };
}
