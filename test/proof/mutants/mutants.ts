import type { Definition } from '@redress/engine';
import { type Draft, draftOf, eachRow, statesIn } from '../variants/draft.ts';

/** One edit that takes something away or leads somewhere else. */
export interface Mutant {
  readonly kind: 'way' | 'letter' | 'role' | 'deadline' | 'exclusion' | 'record';
  /** What was done, as a person can look it up. */
  readonly what: string;
  readonly make: () => Definition;
}

/** Every way sent to every other step and end; letters, roles of tasks, deadlines, exclusions and record lines taken away, one at a time. */
export function mutantsOf(definition: Definition): readonly Mutant[] {
  return [...redirected(definition), ...without(definition)];
}

/** Rows with a target, sent to each other step that has nothing inside. */
function redirected(definition: Definition): readonly Mutant[] {
  const steps = statesIn(draftOf(definition).machine).flatMap(({ id, states, type }) => (states || type === 'history' ? [] : [id]));
  return rowsWith(definition).flatMap(({ index, target }) =>
    steps
      .filter((step) => step !== target)
      .map(
        (step): Mutant => ({
          kind: 'way',
          what: `way ${index} to ${target} → ${step}`,
          make: () =>
            changed(definition, (draft) => {
              let at = 0;
              eachRow(draft, (row) => {
                if (row.target === undefined) return;
                if (at === index) row.target = `#${step}`;
                at += 1;
              });
            }),
        }),
      ),
  );
}

function rowsWith(definition: Definition): readonly { readonly index: number; readonly target: string }[] {
  const targets: string[] = [];
  eachRow(draftOf(definition), ({ target }) => target !== undefined && targets.push(target.slice(1)));
  return targets.map((target, index) => ({ target, index }));
}

function without(definition: Definition): readonly Mutant[] {
  const mutants: Mutant[] = [];
  const add = (kind: Mutant['kind'], what: string, change: (draft: Draft) => void): void => {
    mutants.push({ kind, what: `${kind} ${what}`, make: () => changed(definition, change) });
  };
  for (const letter of Object.keys(definition.letters))
    add('letter', letter, (draft) => {
      for (const block of draft.letters[letter]?.blocks ?? []) block.tells = [];
    });
  for (const [letter, { records = [] }] of Object.entries(definition.letters))
    if (records.length > 0)
      add('record', `of letter ${letter}`, (draft) => {
        delete draft.letters[letter]?.records;
      });
  for (const [form, { records = [] }] of Object.entries(definition.forms))
    if (records.length > 0)
      add('record', `of form ${form}`, (draft) => {
        delete draft.forms[form]?.records;
      });
  for (const { id, after, invoke } of statesIn(draftOf(definition).machine)) {
    for (const delay of Object.keys(after ?? {}))
      add('deadline', `${id}.${delay}`, (draft) => {
        delete stateOf(draft, id)?.after?.[delay];
      });
    if (invoke && 'excludes' in invoke.input && invoke.input.excludes)
      for (const role of invoke.input.excludes)
        add('exclusion', `${id} ${role}`, (draft) => {
          const kept = stateOf(draft, id)?.invoke;
          if (kept && 'excludes' in kept.input) kept.input.excludes = kept.input.excludes?.filter((each) => each !== role) ?? [];
        });
    if (invoke?.src === 'task')
      add('role', `${id} ${invoke.input.role}`, (draft) => {
        const kept = stateOf(draft, id)?.invoke;
        if (kept?.src === 'task') kept.input.role = kept.input.role === 'complainant' ? (Object.keys(draft.roles)[1] ?? '') : 'complainant';
      });
  }
  return mutants;
}

const stateOf = (draft: Draft, id: string) => statesIn(draft.machine).find((state) => state.id === id);

function changed(definition: Definition, change: (draft: Draft) => void): Definition {
  const draft = draftOf(definition);
  change(draft);
  return JSON.parse(JSON.stringify(draft));
}
