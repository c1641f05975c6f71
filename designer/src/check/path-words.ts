import { toldName } from '../letters-editor/told-words.ts';
import { fieldsOf, wordOf, wordsOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { rowAt } from '../model/rows.ts';
import type { TreeRow } from '../model/tree.ts';
import { delayWords, listed } from '../outline/outline-words.ts';
import type { ShownStep } from './checked-draft.ts';
import { partName, type SpeakingOfDraft, stepName, wayAt, wayName } from './speaking.ts';

/** A step of a played run: what happened and where the case went, then what else is to be known of it. */
export interface StepWords {
  readonly what: string;
  /** Decisions on the way, letters that went out, what conditions had to answer. */
  readonly beside: readonly string[];
}

export function stepWords(path: readonly ShownStep[], index: number, speaking: SpeakingOfDraft): StepWords {
  const { say, tree } = speaking;
  const step = path[index];
  if (!step) return { what: '', beside: [] };
  const before = path[index - 1];
  const rows = step.rows.flatMap((at) => wayAt(speaking, at) ?? []);
  const happened = before === undefined && step.kind === 'start' ? '' : happenedWords(step, before, rows, speaking);
  const where =
    step.step === '' ? '' : say(placeWord(step, before, tree.byId.get(step.step)?.kind), { step: stepName(speaking, step.step) });
  const [first] = rows;
  const decided = rows
    .filter((row) => row !== first && row.via === 'always')
    .map((row) => say('check.path.decides', { decision: stepName(speaking, row.source), way: wayName(speaking, row) }));
  // That a letter is out is told already where the letter is the step.
  const letters = step.letters
    .filter((letter) => !(step.kind === 'done' && letterOf(speaking, first) === letter))
    .map((letter) => say('check.path.letter', { letter: partName(speaking, 'letters', letter) }));
  const told = step.told.length === 0 ? [] : [say('check.path.told', { contents: toldWords(step.told, speaking) })];
  return {
    what: [happened, where].filter((words) => words !== '').join(' '),
    beside: [...decided, ...conditionWords(step, rows, speaking), ...letters, ...told],
  };
}

/** What the complainant knows at the end of it. */
export function toldSoFar(path: readonly ShownStep[], speaking: SpeakingOfDraft): string {
  const told = [...new Set(path.flatMap((step) => step.told))];
  const { say } = speaking;
  return told.length === 0 ? say('check.path.told-nothing') : say('check.path.told-so-far', { contents: toldWords(told, speaking) });
}

const toldWords = (told: readonly string[], { say }: SpeakingOfDraft): string =>
  listed(
    told.map((word) => toldName(word, say)),
    say,
  );

function placeWord(step: ShownStep, before: ShownStep | undefined, kind: string | undefined) {
  if (step.kind === 'start') return 'check.path.start';
  if (kind === 'outcome') return 'check.path.ends';
  return before?.step === step.step ? 'check.path.stays' : 'check.path.goes';
}

function happenedWords(step: ShownStep, before: ShownStep | undefined, rows: readonly TreeRow[], speaking: SpeakingOfDraft): string {
  const { say, definition } = speaking;
  const [row] = rows;
  const source = row?.source !== undefined && row.source !== '' ? row.source : (before?.step ?? '');
  const place = stepName(speaking, source);
  if (step.kind === 'event') {
    const way = row ? wayName(speaking, row) : step.event;
    const who = senders(row, before, speaking);
    return who.length === 0 ? say('check.path.message', { way }) : say('check.path.event', { who: who.join(say('check.path.or')), way });
  }
  if (step.kind === 'timer') return say('check.path.timer', { step: place, length: delayWords(definition, step.event, say) || 'none' });
  if (step.kind === 'clock') {
    const [, clock = '', moment] = step.event.split('.');
    const word = moment === 'warn' ? 'check.path.clock-warn' : 'check.path.clock-due';
    return say(word, { clock: partName(speaking, 'clocks', clock) });
  }
  const letter = letterOf(speaking, row);
  const src = invokeOf(speaking, source).src;
  if (step.kind === 'failed') return say(letter === undefined ? 'check.path.failed' : 'check.path.unsent', { step: place });
  if (letter !== undefined) return say('check.path.letter', { letter: partName(speaking, 'letters', letter) });
  return say(src === 'case' ? 'check.path.child' : 'check.path.complete', { step: place });
}

/** Who may send it: named at the way, else at the button, else whoever has the task. */
function senders(row: TreeRow | undefined, before: ShownStep | undefined, speaking: SpeakingOfDraft): readonly string[] {
  if (!row) return [];
  const { definition, tree } = speaking;
  const meta = fieldsOf(rowAt(definition, placesOf(definition), row.address)?.row.meta);
  const event = fieldsOf(fieldsOf(fieldsOf(definition).events)[row.name]);
  const task = tree.byId.get(row.source)?.role ?? tree.byId.get(before?.step ?? '')?.role;
  const roles = [wordsOf(meta.by), wordsOf(event.by), task === undefined ? [] : [task]].find((named) => named.length > 0) ?? [];
  return roles.map((role) => partName(speaking, 'roles', role));
}

/** What had to be so, as far as the words of the ways do not say it themselves. */
function conditionWords(step: ShownStep, taken: readonly TreeRow[], speaking: SpeakingOfDraft): readonly string[] {
  const { say, conditionOf } = speaking;
  const lines = step.answers.flatMap(({ at, counts }) => {
    const row = wayAt(speaking, at);
    const condition = row && conditionOf(row);
    if (!row || condition === undefined || (counts && taken.includes(row))) return [];
    return [say(counts ? 'check.path.if' : 'check.path.unless', { condition })];
  });
  return [...new Set(lines)];
}

const invokeOf = ({ definition }: SpeakingOfDraft, step: string) => fieldsOf(fieldsOf(placesOf(definition).get(step)?.state).invoke);

function letterOf(speaking: SpeakingOfDraft, row: TreeRow | undefined): string | undefined {
  const { src, input } = invokeOf(speaking, row?.source ?? '');
  return src === 'letter' ? wordOf(fieldsOf(input).letter) : undefined;
}
