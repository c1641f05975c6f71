import type { RehearsalProblem } from '@redress/engine';
import type { MessageId } from '../language/messages.ts';
import { eventWords, personWords, type Speaking, stepsWords, titleWords } from './trial-words.ts';

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

/** What stands in the way, where the procedure says it: it may be drawn otherwise than when the story was told. */
export function reasonWords({ refusal }: RehearsalProblem, speaking: Speaking): string | undefined {
  const { say } = speaking;
  const listed = (names: readonly string[]) => [...new Set(names)].join(say('list.separator'));
  switch (refusal?.code) {
    case 'form-invalid': {
      const fields = refusal.problems.map(({ at }) => titleWords(speaking, 'data', at.split('/')[1] ?? ''));
      return say('trial.reason.answers', { fields: listed(fields) });
    }
    case 'not-permitted':
      return say('trial.reason.role', { roles: listed(refusal.allowed.map((role) => titleWords(speaking, 'roles', role))) });
    case 'excluded':
      return say('trial.because.excluded', { role: titleWords(speaking, 'roles', refusal.role) });
    case 'task-claimed':
      return say('trial.because.claimed', { person: personWords(speaking, refusal.by) });
    case 'event-not-accepted':
      return say(refusal.because === 'condition' ? 'trial.because.condition' : 'trial.reason.no-way');
    default:
      return undefined;
  }
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
