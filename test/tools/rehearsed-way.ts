import { type Definition, type JsonObject, type Rehearsal, rehearse, type ScriptStep } from '@redress/engine';
import { fillForm } from './fill-form.ts';
import { calendars } from './pretend-case.ts';
import { schemas } from './schema-tool.ts';

/** An event, who sends it, the step whose task it ends, and values beside those that its form asks for; or somebody waits. */
export type WayStep =
  | { readonly send: string; readonly by: string; readonly at?: string; readonly given?: JsonObject }
  | { readonly waitDays: number };

/** Plays a case of the first procedure to its end; each role is held by a person of its own, and forms are filled in as simply as they allow. */
export function rehearsedWay(definitions: readonly [Definition, ...Definition[]], steps: readonly WayStep[], outcome: string): Rehearsal {
  const [definition] = definitions;
  const script = steps.map((step): ScriptStep => {
    if ('waitDays' in step) return { wait: { days: step.waitDays } };
    const { send, by, at, given = {} } = step;
    const form = definition.events[send]?.form ?? (at === undefined ? undefined : formAt(definition.machine.states, at));
    return { send, by, values: fillForm(definition, form, { given }), ...(at === undefined ? {} : { task: at }) };
  });
  return rehearse(
    { definitions, calendars, tools: { schemas } },
    {
      process: definition.id,
      at: '2026-03-02T09:00:00Z',
      people: Object.fromEntries(Object.keys(definition.roles).map((role) => [role, [role]])),
      by: 'complainant',
      input: fillForm(definition, definition.start?.form),
      steps: [...script, { expect: { status: 'ended', outcome } }],
    },
  );
}

function formAt(states: Definition['machine']['states'], id: string): string | undefined {
  for (const state of Object.values(states)) {
    if (state.id === id) return state.invoke?.src === 'task' ? state.invoke.input.form : undefined;
    const found = state.states && formAt(state.states, id);
    if (found !== undefined) return found;
  }
  return undefined;
}
