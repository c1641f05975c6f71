import { type Json, ok, pathOf, type Result, refuse, type Text } from '@redress/engine';
import type { Drawing, EditRefusal, Recipes } from './command.ts';
import { stepIn, titleOf, wantStep } from './drawing.ts';
import { copyOf, type Draft, isFields, memberOf, textOf } from './loose-json.ts';

/** A part of the definition that has words of its own, by section and id: `role:handler`; a step by its id; empty: the procedure. */
export type ElementId = string;

export interface PropertyPayloads {
  /** Words in one language; empty words go. An id never changes. */
  readonly 'title.set': { readonly of: ElementId; readonly language: string; readonly words: string };
  /** What the complainant is told of a step, and what whoever works on it is told; empty words go. */
  readonly 'words.set': { readonly step: string; readonly which: 'public' | 'help'; readonly language: string; readonly words: string };
  /** The role that answers for a step or stage; without one whoever follows from the task or the stage. */
  readonly 'owner.set': { readonly step: string; readonly role?: string };
  /** The role that does the task. */
  readonly 'role.set': { readonly step: string; readonly role: string };
  readonly 'form.set': { readonly step: string; readonly form?: string };
  /** What those who draw tell each other about a step, or about the procedure (empty); empty words go. */
  readonly 'remark.set': { readonly step: string; readonly words: string };
  readonly 'tags.set': { readonly step: string; readonly tags: readonly string[] };
  /** The first is the fall-back. */
  readonly 'languages.set': { readonly languages: readonly string[] };
  /** Any value, by JSON pointer from the root of the definition; without a value it goes. What is around it must be there. */
  readonly 'value.set': { readonly at: string; readonly value?: Json };
}

export const propertyRecipes: Recipes<PropertyPayloads> = {
  'title.set': (drawing, { of, language, words }) => {
    const holder = titleHolder(drawing, of);
    if (!holder.ok) return holder;
    const [draft, key] = holder.value;
    const was: Text = textOf(draft[key]);
    const title = memberOf(draft, key);
    if (words === '') delete title[language];
    else title[language] = words;
    const name: Text | string = Object.keys(was).length > 0 ? was : words;
    return ok({ words: { id: 'edit.title-set', facts: { name } }, target: `${of} ${language}` });
  },
  'words.set': (drawing, { step, which, language, words }) => {
    const state = wantStep(drawing, step);
    if (!state.ok) return state;
    const meta = memberOf(state.value, 'meta');
    const text = memberOf(meta, which);
    if (words === '') delete text[language];
    else text[language] = words;
    if (Object.keys(text).length === 0) delete meta[which];
    return ok({ words: { id: `edit.${which}-set`, facts: { name: titleOf(drawing, step) } }, target: `${step} ${which} ${language}` });
  },
  'owner.set': (drawing, { step, role }) => {
    const state = wantStep(drawing, step);
    if (!state.ok) return state;
    if (role === undefined) delete memberOf(state.value, 'meta').owner;
    else memberOf(state.value, 'meta').owner = role;
    return ok({ words: { id: 'edit.owner-set', facts: { name: titleOf(drawing, step) } }, target: step });
  },
  'role.set': (drawing, { step, role }) => {
    const input = taskInput(drawing, step);
    if (!input.ok) return input;
    input.value.role = role;
    return ok({ words: { id: 'edit.role-set', facts: { name: titleOf(drawing, step) } }, target: step });
  },
  'form.set': (drawing, { step, form }) => {
    const input = taskInput(drawing, step);
    if (!input.ok) return input;
    if (form === undefined) delete input.value.form;
    else input.value.form = form;
    return ok({ words: { id: 'edit.form-set', facts: { name: titleOf(drawing, step) } }, target: step });
  },
  'remark.set': (drawing, { step, words }) => {
    const state = wantStep(drawing, step);
    if (!state.ok) return state;
    if (words === '') delete state.value.description;
    else state.value.description = words;
    return ok({ words: { id: 'edit.remark-set', facts: { name: titleOf(drawing, step) } }, target: `${step} remark` });
  },
  'tags.set': (drawing, { step, tags }) => {
    const state = wantStep(drawing, step);
    if (!state.ok) return state;
    if (step === '') return refuse({ code: 'not-here', element: step });
    if (tags.length === 0) delete state.value.tags;
    else state.value.tags = [...tags];
    return ok({ words: { id: 'edit.tags-set', facts: { name: titleOf(drawing, step) } }, target: step });
  },
  'languages.set': (drawing, { languages }) => {
    drawing.definition.languages = [...languages];
    return ok({ words: { id: 'edit.languages-set', facts: {} }, target: '' });
  },
  'value.set': (drawing, { at, value }) => {
    const path = pathOf(at);
    const key = path.at(-1);
    let holder: unknown = drawing.definition;
    for (const part of path.slice(0, -1))
      holder = typeof holder === 'object' && holder !== null && Object.hasOwn(holder, part) ? (holder as Draft)[part] : undefined;
    const done = ok({ words: { id: 'edit.value-set', facts: {} }, target: at } as const);
    if (key === undefined || key === '__proto__') return refuse({ code: 'no-such-place', at });
    if (Array.isArray(holder)) {
      const index = key === '-' ? holder.length : Number(key);
      if (!Number.isInteger(index) || index < 0 || index > holder.length) return refuse({ code: 'no-such-place', at });
      if (value === undefined) holder.splice(index, 1);
      else holder[index] = copyOf(value);
      return done;
    }
    if (!isFields(holder)) return refuse({ code: 'no-such-place', at });
    if (value === undefined) delete holder[key];
    else holder[key] = copyOf(value);
    return done;
  },
};

/** Sections whose members have words, by the word before the colon. */
export const sections = {
  role: 'roles',
  field: 'data',
  form: 'forms',
  event: 'events',
  delay: 'delays',
  clock: 'clocks',
  letter: 'letters',
  decision: 'decisions',
  service: 'services',
} as const;
const isSection = (word: string): word is keyof typeof sections => Object.hasOwn(sections, word);

function titleHolder(drawing: Drawing, of: ElementId): Result<readonly [Draft, string], EditRefusal> {
  if (of === '') return ok([drawing.definition, 'title']);
  const step = stepIn(drawing, of);
  if (step) return ok([memberOf(step, 'meta'), 'title']);
  const [section = '', id = ''] = of.split(':');
  const member =
    isSection(section) && isFields(drawing.definition[sections[section]]) ? memberOf(drawing.definition, sections[section])[id] : undefined;
  if (!isFields(member)) return refuse({ code: 'no-such-element', element: of });
  return ok([member, section === 'event' ? 'label' : 'title']);
}

function taskInput(drawing: Drawing, step: string): Result<Draft, EditRefusal> {
  const state = wantStep(drawing, step);
  if (!state.ok) return state;
  const { invoke } = state.value;
  return isFields(invoke) && invoke.src === 'task' ? ok(memberOf(invoke, 'input')) : refuse({ code: 'not-here', element: step });
}
