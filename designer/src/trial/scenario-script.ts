import type { Expectation, Script, ScriptTitle, Text } from '@redress/engine';
import { type Fields, fieldsOf, isFields } from '../model/loose-json.ts';
import { scriptTitle, shownTitle } from '../model/script-title.ts';
import type { Trial } from './trial-play.ts';
import { played, type Story } from './trial-script.ts';

/** A scenario of the draft, as far as it can be shown. */
export interface KeptScenario {
  readonly id: string;
  /** As the reader sees it. */
  readonly title: string;
  /** The title itself, which may be words in several languages. */
  readonly named?: ScriptTitle;
  readonly script: Fields;
}

export const scenariosIn = (scenarios: object, text: (words: Text) => string): readonly KeptScenario[] =>
  Object.entries(fieldsOf(fieldsOf(scenarios).scripts)).flatMap(([id, script]) => {
    if (!isFields(script)) return [];
    const named = scriptTitle(script);
    return [named === undefined ? { id, title: id, script } : { id, title: shownTitle(named, text), named, script }];
  });

/** How the case stands now, as what must be so again: where it is or how it ended, whose turn it is, and every letter since the last look. */
export function expectationOf(story: Story, { rehearsal, moments }: Extract<Trial, { readonly ok: true }>): Expectation {
  const [main] = rehearsal.cases;
  const looked = story.script.steps.slice(0, story.upTo).findLastIndex((step) => 'expect' in step && step.expect.letters !== undefined);
  const letters = rehearsal.letters
    .slice(looked === -1 ? 0 : (moments[looked + 1]?.letters ?? 0))
    .map(({ letter, to }) => `${letter} to ${to}`);
  if (!main) return {};
  if (main.status !== 'active') return { status: main.status, ...(main.outcome === undefined ? {} : { outcome: main.outcome }), letters };
  return { steps: main.steps, tasks: main.state.tasks.map(({ step, role }) => `${step} ${role}`), letters };
}

/** The story up to the point that is shown, and what must be so then; an older last look gives way to the new one. */
export function scenarioOf(story: Story, trial: Extract<Trial, { readonly ok: true }>, title: ScriptTitle): Script {
  const script = played(story);
  const last = script.steps.at(-1);
  const isLook = last !== undefined && 'expect' in last;
  const before = isLook ? { ...story, upTo: story.upTo - 1 } : story;
  return { ...script, title, steps: [...played(before).steps, { expect: expectationOf(before, trial) }] };
}
