import type { Timer } from '../case-state.ts';
import { own } from '../compile/own.ts';
import type { Field, Text } from '../definition/definition.ts';
import { isEmpty } from '../form/empty-value.ts';
import type { Json, JsonObject } from '../json.ts';
import type { Term } from '../time/term.ts';
import { localDate } from './scope-of.ts';
import type { LetterFact } from './step.ts';
import type { Work } from './work.ts';

export interface About {
  readonly work: Work;
  readonly step: string;
  readonly fields: JsonObject;
}

const empty: LetterFact = { is: 'empty' };

/** What stands for a placeholder, as a typed fact: the words of the receiver's language and calendar come when the letter is written. */
export function letterFact(placeholder: string, about: About): LetterFact {
  const { work } = about;
  const [first, second, third] = placeholder.split('.');
  if (placeholder === 'case.startedAt') return { is: 'instant', value: work.before.startedAt };
  if (first === 'step') return stepFact(second, about);
  if (first === 'clock' && second !== undefined && third === 'due') {
    const clock = own(work.clocks, second);
    return clock ? dueFact(work, { at: clock.dueAt, term: clock.term }) : empty;
  }
  const field = work.compiled.fields.get(placeholder);
  const value = own(about.fields, placeholder);
  return field ? fieldFact(field.definition, value) : empty;
}

function stepFact(what: string | undefined, { work, step }: About): LetterFact {
  const state = work.compiled.states.get(step);
  if (what === 'title') return words(state?.definition.meta?.title);
  if (what === 'public') return words(publicText(work, state ? [step, ...state.around] : []));
  const due = dueTimer(work, step);
  return what === 'due' && due ? dueFact(work, { at: due.dueAt, ...(due.term && { term: due.term }) }) : empty;
}

/** What the complainant reads: the step's own words, else those of the nearest stage that has any. */
const publicText = (work: Work, ids: readonly string[]): Text | undefined =>
  ids.map((id) => work.compiled.states.get(id)?.definition.meta?.public).find((text) => text !== undefined);

const words = (text: Text | undefined): LetterFact => (text ? { is: 'words', value: text } : empty);

/** A term that ends with the day is over at midnight: people are told the day, not the first moment of the next. */
const dueFact = (work: Work, due: { readonly at: string; readonly term?: Term }): LetterFact =>
  due.term?.ends === 'endOfDay'
    ? { is: 'date', value: localDate(work, new Date(Date.parse(due.at) - 1).toISOString(), due.term.calendar) }
    : { is: 'instant', value: due.at };

/** The timer whose time people see for a step: its own, else that of the nearest stage around it. */
export function dueTimer(work: Work, step: string): Timer | undefined {
  const state = work.compiled.states.get(step);
  for (const id of state ? [step, ...state.around] : []) {
    const due = work.compiled.states.get(id)?.due;
    const timer = due === undefined ? undefined : timerNamed(work, `${id}.${due}`);
    if (timer) return timer;
  }
  return undefined;
}

/** Pending, or armed or ended by this very step: a deadline that has just run out is still the due date of the step it ends. */
const timerNamed = (work: Work, id: string): Timer | undefined =>
  work.timers.find((row) => row.id === id) ??
  work.armed.findLast((row) => row.id === id) ??
  work.before.timers.find((row) => row.id === id);

/** A value of a field as a fact: options by their titles, dates and numbers as what they are. */
export function fieldFact({ schema, options }: Pick<Field, 'schema' | 'options'>, value: Json | undefined): LetterFact {
  if (isEmpty(value)) return empty;
  const title = (one: Json | undefined): Text | undefined => options?.find((each) => each.value === one)?.title;
  const option = title(value);
  if (option) return { is: 'words', value: option };
  if (Array.isArray(value)) return { is: 'list', value: value.map((one: Json) => title(one) ?? one) };
  if (typeof value === 'number') return { is: 'number', value };
  if (typeof value === 'boolean') return { is: 'yes-no', value };
  if (typeof value !== 'string') return { is: 'text', value: JSON.stringify(value) };
  if (schema.format === 'date') return { is: 'date', value };
  return schema.format === 'date-time' ? { is: 'instant', value } : { is: 'text', value };
}
