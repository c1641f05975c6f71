import type { Definition } from '@redress/engine';
import { check } from '../../../definitions/src/check/check.ts';
import { type Contract, contractOf } from '../../../definitions/src/check/contracts.ts';
import type { Rule } from '../../../definitions/src/check/rule.ts';
import type { Verdict } from '../../../definitions/src/check/verdict.ts';
import { type Fix, fixesFor } from '../../../definitions/src/fixes/fixes.ts';
import { packs } from '../../../definitions/src/rules/packs.ts';
import { openDocument } from '../../../designer/src/model/document.ts';
import { openEditor } from '../../../designer/src/model/editor.ts';
import { readProcess } from '../../tools/pretend-case.ts';
import { compileFindings } from './findings.ts';

const children = new Map<string, Contract>();
function childOf(id: string): Contract | undefined {
  const file = id === 'dispute' ? 'external-dispute' : id;
  if (!['escalation', 'external-dispute'].includes(file)) return undefined;
  const known = children.get(file) ?? contractOf({ definition: readProcess(file) });
  children.set(file, known);
  return known;
}

const ruleOf = (id: string): Rule => {
  const found = packs.flatMap(({ rules }) => rules).find(({ rule }) => rule.id === id);
  if (!found) throw new Error(`no such rule: ${id}`);
  return found.rule;
};
export const verdictsOf = (definition: Definition): ReadonlyMap<string, Verdict> =>
  new Map(check({ definition }, { packs, contractOf: childOf }).map(({ rule, verdict }) => [rule, verdict]));
const isOpen = (verdict: Verdict | undefined): boolean => verdict === 'fails' || verdict === 'possible' || verdict === 'not-decided';
export const failing = (verdicts: ReadonlyMap<string, Verdict>): readonly string[] =>
  [...verdicts].flatMap(([rule, verdict]) => (verdict === 'fails' || verdict === 'possible' ? [rule] : []));

export const fixOf = (definition: Definition, rule: string): Fix | undefined =>
  fixesFor(definition, ruleOf(rule), { packs, contractOf: childOf, findingsOf: compileFindings })[0];

/** What is wrong with a repair, looked at without anything that the repair itself knew; nothing is what it promises. */
export function faultsOf(fix: Fix, { definition, rule }: { readonly definition: Definition; readonly rule: string }): readonly string[] {
  const [before, after] = [verdictsOf(definition), verdictsOf(fix.definition)];
  const errorsOf = (of: Definition) => compileFindings(of).filter(({ severity }) => severity === 'error');
  const known = new Set(errorsOf(definition).map(({ code, at }) => `${code} at ${at}`));
  const errors = errorsOf(fix.definition);
  const gaps = JSON.stringify(fix.definition).split('"…"').length - JSON.stringify(definition).split('"…"').length;
  return [
    ...(after.get(rule) === 'holds' ? [] : [`${rule} is ${after.get(rule)}`]),
    ...[...after].flatMap(([id, verdict]) => (isOpen(verdict) && !isOpen(before.get(id)) ? [`${id} is ${verdict} now`] : [])),
    ...errors.flatMap(({ code, at }) => (code === 'words-open' || known.has(`${code} at ${at}`) ? [] : [`${code} at ${at}`])),
    ...(errors.filter(({ code }) => code === 'words-open').length === gaps ? [] : ['a gap that nobody is told of']),
    ...undone(definition, fix.definition),
  ];
}

/** Made in the designer it is one line of the history, and one undo brings back every byte. */
function undone(before: Definition, after: Definition): readonly string[] {
  const opened = openDocument(before);
  if (!opened.ok) return ['no document'];
  const editor = openEditor(opened.value, { name: 'somebody', now: () => 0 });
  const start = JSON.stringify(editor.store.getState().document);
  const done = editor.perform({ name: 'fix.apply', payload: { requirement: { en: 'x' }, before: opened.value.definition, after } });
  if (!done.ok) return [`refused: ${done.refusal.code}`];
  const drawn = editor.store.getState().document.definition;
  editor.undo();
  return [
    ...(sorted(drawn) === sorted(after) ? [] : ['something else was drawn']),
    ...(JSON.stringify(editor.store.getState().document) === start ? [] : ['undo left something']),
  ];
}
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort()) : each,
  );
