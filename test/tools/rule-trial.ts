import type { Definition, PathStep } from '@redress/engine';
import { check } from '../../definitions/src/check/check.ts';
import { contractsAmong } from '../../definitions/src/check/contracts-among.ts';
import type { Rule } from '../../definitions/src/check/rule.ts';
import type { Failure, Verdict } from '../../definitions/src/check/verdict.ts';
import { ruleWords } from '../../definitions/src/rules/rule-words.ts';
import { compiledOf, readProcess } from './pretend-case.ts';

/** One edit of a definition, made on a copy. */
export type Edit = (draft: Draft) => void;
/** JSON pointer, or `#` and the id of a step and a pointer inside it: `#closing/on/close/0/target`. */
export type Place = `/${string}` | `#${string}`;

/** A shipped procedure after one edit; what would not even be accepted as a draft proves nothing, so it has to compile. */
export function edited(name: string, edit: Edit): Definition {
  const draft: Draft = JSON.parse(JSON.stringify(readProcess(name)));
  const before = JSON.stringify(draft);
  edit(draft);
  const after = JSON.stringify(draft);
  if (after === before) throw new Error('an edit that changes nothing');
  const definition: Definition = JSON.parse(after);
  compiledOf(definition);
  return definition;
}

/** What is there gets another value, or is written where nothing was. */
export const put =
  (place: Place, value: Draft): Edit =>
  (draft) => {
    const { parent, key } = find(draft, place);
    if (Array.isArray(parent)) parent[Number(key)] = value;
    else parent[key] = value;
  };

/** What is there is taken away. */
export const cut =
  (place: Place): Edit =>
  (draft) => {
    const { parent, key } = find(draft, place);
    if (!Object.hasOwn(parent, key)) throw new Error(`nothing to take away at ${place}`);
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  };

/** One more in a list. */
export const join =
  (place: Place, value: Draft): Edit =>
  (draft) => {
    const { parent, key } = find(draft, place);
    const list = Array.isArray(parent) ? parent[Number(key)] : parent[key];
    if (!Array.isArray(list)) throw new Error(`no list at ${place}`);
    list.push(value);
  };

/** The same word is written otherwise wherever it stands alone. */
export const rename =
  (from: string, to: string): Edit =>
  (draft) => {
    if (!isParent(draft) || Array.isArray(draft)) throw new Error('no definition');
    const renamed: { [key: string]: Draft } = JSON.parse(JSON.stringify(draft).replaceAll(`"${from}"`, `"${to}"`));
    for (const [key, value] of Object.entries(renamed)) draft[key] = value;
  };

/** What one rule says of a procedure; `not concerned` where it is for other kinds. */
export function verdictOn(rule: Rule, procedure: string | Definition): Verdict | 'not concerned' {
  return checkedBy(rule, procedure)?.verdict ?? 'not concerned';
}

/** The shortest way in which a procedure breaks a rule: where, and by which run, each step as what happened and where the case is then. */
export function breach(rule: Rule, procedure: Definition): { verdict?: Verdict; at?: string; path: readonly string[] } {
  const checked = checkedBy(rule, procedure);
  const [failure] = checked?.failures ?? [];
  if (failure) namesEverything(rule, failure);
  return {
    ...(checked && { verdict: checked.verdict }),
    ...(failure && { at: failure.element }),
    path: (failure?.path ?? []).map(({ event, step }: PathStep) => `${event} → ${step}`),
  };
}

/** The answer names only what is known of this failure, in every language. */
export function namesEverything({ id }: Rule, { facts }: Failure): void {
  const message = ruleWords.get(id)?.message ?? {};
  for (const words of Object.values(message))
    for (const [, name = ''] of words.matchAll(/\{(\w+)\}/g))
      if (facts[name] === undefined) throw new Error(`the message of ${id} names {${name}}, which is not known: ${JSON.stringify(facts)}`);
}

function checkedBy(rule: Rule, procedure: string | Definition) {
  const definition = typeof procedure === 'string' ? readProcess(procedure) : procedure;
  const pack = { id: 'trial', version: '1', rules: [{ rule, severity: 'must' }] } as const;
  return check({ definition }, { packs: [pack], contractOf: childOf })[0];
}
/** Files of the procedures that others start. */
const children = { escalation: 'escalation', dispute: 'external-dispute' } as const;

const childOf = contractsAmong((id) => (id in children ? readProcess(children[id as keyof typeof children]) : undefined));

/** JSON that is being written on. */
export type Draft = string | number | boolean | null | Draft[] | { [key: string]: Draft };
type Parent = Draft[] | { [key: string]: Draft };
const isParent = (draft: Draft | undefined): draft is Parent => typeof draft === 'object' && draft !== null;
const inside = (parent: Parent, key: string): Draft | undefined => (Array.isArray(parent) ? parent[Number(key)] : parent[key]);

/** What stands there. */
export const at = (draft: Draft, place: `#${string}`): Draft | undefined => stepIn(draft, place.slice(1));

function find(draft: Draft, place: Place): { readonly parent: Parent; readonly key: string } {
  const [first = '', ...rest] = place.split('/');
  if (rest.length === 0) throw new Error(`a place inside the step is missing: ${place}`);
  let parent = first === '' ? draft : stepIn(draft, first.slice(1));
  for (const key of rest.slice(0, -1)) parent = isParent(parent) ? inside(parent, key) : undefined;
  if (!isParent(parent)) throw new Error(`no such place: ${place}`);
  return { parent, key: rest.at(-1) ?? '' };
}

function stepIn(draft: Draft | undefined, id: string): Draft | undefined {
  if (!isParent(draft)) return undefined;
  if (!Array.isArray(draft) && draft.id === id && draft.meta !== undefined) return draft;
  for (const each of Object.values(draft)) {
    const found = stepIn(each, id);
    if (found !== undefined) return found;
  }
  return undefined;
}
