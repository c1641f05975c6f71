import type { Rehearsal, Script, ScriptStep } from '@redress/engine';
import type { Say } from '../language/words.tsx';
import { fieldsOf, textOf } from '../model/loose-json.ts';
import { labelOf } from '../model/rows.ts';
import { type ProcedureTree, treeOf } from '../model/tree.ts';
import { delayWords, nameOf, type Text } from '../outline/outline-words.ts';
import { lengthWords } from '../work/length-words.ts';
import { roleAndNumber } from './trial-script.ts';

export interface Speaking {
  readonly definitions: readonly object[];
  /** Who plays which roles, where a story names people. */
  readonly people?: Script['people'];
  readonly say: Say;
  readonly text: Text;
}

export const definitionOf = ({ definitions }: Speaking, process: string | undefined): object =>
  definitions.find((definition) => fieldsOf(definition).id === process) ?? definitions[0] ?? {};

/** A button or message by its words. */
export const eventWords = (speaking: Speaking, process: string | undefined, event: string): string =>
  speaking.text(textOf(labelOf(definitionOf(speaking, process), event))) || event;

const titleIn = ({ definitions, text }: Speaking, section: 'roles' | 'data', id: string): string => {
  const member = definitions.map((definition) => fieldsOf(fieldsOf(fieldsOf(definition)[section])[id]).title);
  return text(textOf(member.find((title) => title !== undefined)));
};
/** A role or a field of any of the procedures, by its words. */
export const titleWords = (speaking: Speaking, section: 'roles' | 'data', id: string): string => titleIn(speaking, section, id) || id;

/** A person of the story is known by the role that he plays. */
export function personWords(speaking: Speaking, person: string | undefined): string {
  const { people, say } = speaking;
  const titleOf = (id: string): string => titleIn(speaking, 'roles', id);
  const { role, number } = roleAndNumber(person ?? '');
  const title = titleOf(role);
  if (title !== '') return number > 1 ? say('trial.another-of', { role: title, number }) : title;
  const [first] = people?.[person ?? ''] ?? [];
  const plays = titleOf(first?.split(':').at(-1) ?? '');
  return plays === '' ? role : say('trial.named', { name: role, role: plays });
}

export function stepsWords(speaking: Speaking, process: string | undefined, steps: readonly string[]): string {
  const tree: ProcedureTree = treeOf(definitionOf(speaking, process));
  const { say, text } = speaking;
  return steps.map((id) => nameOf(tree.byId.get(id), say, text)).join(say('list.separator'));
}

export const letterWords = (speaking: Speaking, process: string | undefined, letter: string): string =>
  speaking.text(textOf(fieldsOf(fieldsOf(fieldsOf(definitionOf(speaking, process)).letters)[letter]).title)) || letter;

/** What was done at a step of the script. */
export function doneWords(step: ScriptStep, speaking: Speaking): string {
  const { say } = speaking;
  const process = step.in;
  if ('send' in step) return eventWords(speaking, process, step.send);
  if ('wait' in step) return say('trial.waited', { length: lengthWords(say, step.wait) });
  if ('waitFor' in step) return say('trial.to-deadline');
  if ('waitUntil' in step) return say('trial.to-time');
  if ('claim' in step) return say('trial.claimed', { step: stepsWords(speaking, process, [step.claim]) });
  if ('release' in step) return say('trial.released', { step: stepsWords(speaking, process, [step.release]) });
  if ('assign' in step)
    return say('trial.assigned', {
      step: stepsWords(speaking, process, [step.assign]),
      person: personWords(speaking, step.to ?? undefined),
    });
  if ('post' in step) return say('trial.posted', { letter: letterWords(speaking, process, step.post) });
  if ('cancel' in step) return say('trial.cancelled');
  if ('answer' in step) return say('trial.answered', { step: stepsWords(speaking, process, [step.answer]) });
  if ('fail' in step) return say('trial.failed', { step: stepsWords(speaking, process, [step.fail]) });
  if ('letters' in step) return say('trial.letters-change');
  return say('trial.expected');
}

/** Whose doing it was. */
export const doerOf = (step: ScriptStep): string | undefined => ('by' in step ? step.by : undefined);

/** What a line of the journal says beside the step that somebody did: what time or another case set going. */
export function lineWords(line: Rehearsal['journal'][number], speaking: Speaking): string {
  const { say } = speaking;
  const where = stepsWords(speaking, line.process, line.steps);
  if (line.timer !== undefined) {
    const clock = /^clock\.([^.]+)\.(warn|due)$/.exec(line.timer);
    if (clock) {
      const title = speaking.text(textOf(labelOf(definitionOf(speaking, line.process), line.timer))) || (clock[1] ?? '');
      return say(clock[2] === 'warn' ? 'trial.clock-warned' : 'trial.clock-due', { clock: title });
    }
    const delay = line.timer.split('.').at(-1) ?? '';
    const length = delayWords(definitionOf(speaking, line.process), delay, say);
    return say('trial.time-passed', { length: length || 'none', step: where });
  }
  return say('trial.went-on', { step: where });
}
