import type { RehearsalProblem } from '@redress/engine';
import type { MessageId } from '../language/messages.ts';
import { eventWords, type Speaking, stepsWords } from './trial-words.ts';

const words: Readonly<Record<RehearsalProblem['code'], MessageId>> = {
  'does-not-compile': 'trial.problem.does-not-compile',
  'unknown-process': 'trial.problem.unknown-process',
  'case-not-begun': 'trial.problem.case-not-begun',
  refused: 'trial.problem.refused',
  'not-refused': 'trial.problem.not-refused',
  'refused-otherwise': 'trial.problem.refused-otherwise',
  'not-as-expected': 'trial.problem.not-as-expected',
  'no-such-case': 'trial.problem.no-such-case',
  'no-such-task': 'trial.problem.no-such-task',
  'no-such-timer': 'trial.problem.no-such-timer',
  'no-such-letter': 'trial.problem.no-such-letter',
  'no-such-wait': 'trial.problem.no-such-wait',
  'bad-wait': 'trial.problem.bad-wait',
  'clock-goes-back': 'trial.problem.clock-goes-back',
  incident: 'trial.problem.incident',
  'message-not-taken': 'trial.problem.message-not-taken',
  endless: 'trial.problem.endless',
};

/** Why a story does not go as it is told. */
export function problemWords(problem: RehearsalProblem, speaking: Speaking): string {
  const { facts, code } = problem;
  const { say } = speaking;
  const event = typeof facts.event === 'string' ? eventWords(speaking, undefined, facts.event) : '';
  if (code === 'not-as-expected') return expectedWords(problem, speaking);
  return say(words[code], { event, process: String(facts.process ?? '') });
}

const looks: Readonly<Record<string, MessageId>> = {
  status: 'trial.expects.status',
  outcome: 'trial.expects.outcome',
  steps: 'trial.expects.steps',
  tasks: 'trial.expects.tasks',
  letters: 'trial.expects.letters',
  overdue: 'trial.expects.overdue',
};

function expectedWords({ facts }: RehearsalProblem, speaking: Speaking): string {
  const { say } = speaking;
  const what = String(facts.what ?? '');
  const list = (value: unknown): string => {
    const names = (Array.isArray(value) ? value : [value]).map(String);
    return what === 'steps' ? stepsWords(speaking, undefined, names) : names.join(say('list.separator'));
  };
  const look = looks[what.split('/')[0] ?? ''];
  return say('trial.problem.not-as-expected', {
    what: look ? say(look) : what,
    expected: list(facts.expected) || '–',
    found: list(facts.found) || '–',
  });
}
