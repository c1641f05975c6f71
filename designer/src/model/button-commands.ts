import { ok, type Result, refuse } from '@redress/engine';
import type { Done, Drawing, EditRefusal, Recipes, Sentence } from './command.ts';
import { type Draft, fieldsOf, isFields, memberOf, textOf } from './loose-json.ts';

/** How a button looks; `neutral` is what one without a look is. */
export const buttonStyles = ['neutral', 'primary', 'danger'] as const;
export type ButtonStyle = (typeof buttonStyles)[number];

export interface ButtonPayloads {
  /** The question before a button does something, in one language; empty words go, and with the last ones the question. */
  readonly 'event.confirm': { readonly event: string; readonly language: string; readonly words: string };
  /** Without a look it is a plain one. */
  readonly 'event.style': { readonly event: string; readonly style?: ButtonStyle };
}

export const buttonRecipes: Recipes<ButtonPayloads> = {
  'event.confirm': (drawing, { event, language, words }) => {
    const found = eventIn(drawing, event);
    if (!found.ok) return found;
    const question = memberOf(found.value, 'confirm');
    if (words === '') delete question[language];
    else question[language] = words;
    if (Object.keys(question).length === 0) delete found.value.confirm;
    return done(drawing, 'edit.event-confirm', event, `confirm ${language}`);
  },
  'event.style': (drawing, { event, style }) => {
    const found = eventIn(drawing, event);
    if (!found.ok) return found;
    if (style === undefined) delete found.value.style;
    else found.value.style = style;
    return done(drawing, 'edit.event-style', event, 'style');
  },
};

function eventIn(drawing: Drawing, event: string): Result<Draft, EditRefusal> {
  const { events } = drawing.definition;
  const found = isFields(events) && Object.hasOwn(events, event) ? events[event] : undefined;
  return isFields(found) ? ok(found) : refuse({ code: 'no-such-element', element: `event:${event}` });
}

function done(drawing: Drawing, id: Sentence['id'], event: string, part: string): Result<Done, EditRefusal> {
  const label = textOf(fieldsOf(fieldsOf(drawing.definition.events)[event]).label);
  return ok({ words: { id, facts: { name: Object.keys(label).length > 0 ? label : event } }, target: `event:${event} ${part}` });
}
