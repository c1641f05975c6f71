import { shippedProcesses } from '@redress/definitions';
import { pathOf } from '@redress/engine';
import fc from 'fast-check';
import type { Command } from './command.ts';
import { type DesignDocument, openDocument } from './document.ts';
import type { FormatProperties } from './format-properties.ts';
import type { Patch } from './patch.ts';
import { perform } from './perform.ts';
import { commandFrom, type Dice } from './pretend-commands.ts';
import { seed } from './pretend-definitions.ts';
import { treeOf } from './tree.ts';

/** What not every procedure does by itself. */
const rare = ['start', 'send', 'reassign', 'clock', 'call', 'decide'] as const;

/** For tests: an edit that was done, and the properties of the format that it changed. */
export interface PretendEdit {
  readonly before: DesignDocument;
  readonly after: DesignDocument;
  readonly properties: readonly string[];
}

/** A command thrown at each of the shipped procedures, again and again; those that are refused are left out. */
export function* editsBy(name: string, format: FormatProperties): Generator<PretendEdit> {
  const which = whichOf(name);
  for (const start of shipped) {
    let before = start;
    for (const thrown of throws) {
      const edit = perform(before, [commandFrom(before, [which, ...thrown])]);
      if (!edit.ok) continue;
      const { document: after, patches } = edit.value;
      yield {
        before,
        after,
        properties: patches.flatMap((patch) => [before, after].flatMap((document) => changedAt(patch, document, format))),
      };
      before = after;
    }
  }
}
function changedAt({ at }: Patch, { definition }: DesignDocument, format: FormatProperties): readonly string[] {
  const [root, ...path] = pathOf(at);
  return root === 'definition' ? format.at(path, definition) : [];
}

const shipped = shippedProcesses.map((process) => {
  const opened = openDocument(process);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return withMore(opened.value);
});

/** Steps of the kinds that not every procedure has, with what not every procedure does; a connected system; and a table that asks a formula. */
function withMore(document: DesignDocument): DesignDocument {
  const kinds = ['letter', 'automatic', 'decision', 'stage', 'sub', 'wait', 'history'] as const;
  const steps = kinds.map((kind): Command => ({ name: 'step.add', payload: { kind, title: { en: `more ${kind}` } } }));
  const services: Command = { name: 'value.set', payload: { at: '/services', value: { register: { title: { en: 'Register' } } } } };
  const asksFormula: Command = {
    name: 'table.input-add',
    payload: { decision: 'table', input: { title: { en: 'Formula' }, feel: '1 + 1' } },
  };
  const grown = done(document, [...steps, services, { name: 'decision.add', payload: { title: { en: 'Table' } } }, asksFormula]);
  const known = new Set(treeOf(document.definition).byId.keys());
  const added = [...treeOf(grown.definition).byId.values()].filter(({ id, kind }) => !known.has(id) && kind !== 'history');
  return done(
    grown,
    added.map(({ id }, at) => ({
      name: 'action.add',
      payload: { list: { step: id, when: 'exit' }, action: { type: rare[at] ?? 'start', params: {} } },
    })),
  );
}
function done(document: DesignDocument, commands: readonly Command[]): DesignDocument {
  const edit = perform(document, commands);
  if (!edit.ok) throw new Error(JSON.stringify(edit.refusal));
  return edit.value.document;
}

const throws = fc.sample(fc.tuple(fc.nat(1e4), fc.nat(1e4), fc.nat(1e4)), { numRuns: 400, seed });
function whichOf(name: string): number {
  const [start] = shipped;
  for (let which = 0; start && which < 1000; which += 1)
    if (commandFrom(start, [which, 0, 0, 0] satisfies Dice).name === name) return which;
  throw new Error(`no ${name}`);
}
