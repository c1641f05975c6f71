import type { Form } from '../../definition/definition.ts';
import type { Json } from '../../json.ts';
import { own } from '../own.ts';
import { type Findings, found, warned } from './found.ts';
import type { Survey } from './survey.ts';
import { holdsTask } from './ways.ts';

/**
 * What says something that never comes to anything. Warnings: `reassign-without-task`, `requires-of-nobody`, `clock-never-warns`, `option-twice`,
 * `field-twice`; the error `assign-incomplete`.
 */
export function* findIdle(survey: Survey): Findings {
  yield* findAssignments(survey);
  yield* findReassigned(survey);
  const { definition, lists } = survey;
  for (const { via, name, rows, at } of lists) {
    for (const [index, { meta }] of rows.entries())
      if (via !== 'on' && meta?.requires) yield warned('requires-of-nobody', `${at}/${index}/meta/requires`, { fields: meta.requires });
    const [, id = ''] = /^clock\.(\w+)\.warn$/.exec(name) ?? [];
    const clock = own(definition.clocks, id);
    if (clock && !clock.warnAt?.length) yield warned('clock-never-warns', at, { clock: id });
  }
  for (const [id, { options = [] }] of Object.entries(definition.data)) {
    const seen = new Set<Json>();
    for (const [index, { value }] of options.entries()) {
      if (seen.has(value)) yield warned('option-twice', `/data/${id}/options/${index}/value`, { field: id, value });
      seen.add(value);
    }
  }
  for (const [id, form] of Object.entries(definition.forms)) yield* findAskedTwice(id, form);
}

/** A rule that needs a step or a field to say whose work it is. */
function* findAssignments({ places, states }: Survey): Findings {
  for (const { at, definition: state } of places) {
    const assign = state.invoke?.src === 'task' ? state.invoke.input.assign : undefined;
    if (!assign) continue;
    const place = `${at}/invoke/input/assign`;
    if (assign.rule === 'field' && assign.field === undefined) yield found('assign-incomplete', place, { rule: 'field' });
    if (assign.rule !== 'sameAs') continue;
    const step = states.get(assign.step ?? '');
    if (assign.step === undefined) yield found('assign-incomplete', place, { rule: 'sameAs' });
    else if (step && step.definition.invoke?.src !== 'task')
      yield found('assign-incomplete', `${place}/step`, { rule: 'sameAs', step: step.id });
  }
}

/** A task opens after what its step does on entry, and is closed before what it does on the way out. */
function* findReassigned(survey: Survey): Findings {
  for (const { action, at, state } of survey.actions) {
    if (action.type !== 'reassign') continue;
    if (/\/(?:entry|exit)\/\d+$/.test(at) || !holdsTask(state, survey)) yield warned('reassign-without-task', at, { step: state });
  }
}

/** Twice at the same time; that two conditions of one form exclude each other is for those to say who wrote them. */
function* findAskedTwice(id: string, { sections }: Form): Findings {
  const first = new Map<string, { readonly always: boolean }>();
  for (const [section, { fields }] of sections.entries()) {
    for (const [index, { field, when }] of fields.entries()) {
      const before = first.get(field);
      const always = when === undefined;
      if (before && (before.always || always))
        yield warned('field-twice', `/forms/${id}/sections/${section}/fields/${index}`, { field, form: id });
      first.set(field, { always: always || before?.always === true });
    }
  }
}
