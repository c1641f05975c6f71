import { fieldsAsked } from '../compile/condition-parts.ts';
import type { Edge, Graph } from './graph.ts';

/** Fields that the form of what moved the case may have changed. */
export function submittedFields(
  { definition, nodes, states }: Graph,
  { trigger, from }: Pick<Edge, 'trigger' | 'from'>,
): readonly string[] {
  if (trigger.kind !== 'event') return [];
  const asked = definition.events[trigger.name]?.form;
  const forms = asked !== undefined ? [asked] : (nodes[from]?.leaves ?? []).flatMap((id) => formOf(states.get(id)?.definition) ?? []);
  return forms.flatMap(
    (form) =>
      definition.forms[form]?.sections.flatMap(({ fields }) => fields.filter((field) => !field.readOnly).map(({ field }) => field)) ?? [],
  );
}

/** Whoever sends the event chooses this way: its conditions look at nothing but what is filled in with it. */
export function isChosen(graph: Graph, edge: Edge): boolean {
  const { form, by } = graph.definition.events[edge.trigger.name] ?? {};
  const submitted = new Set(form === undefined && by !== undefined ? [] : submittedFields(graph, edge));
  return edge.asked.every(({ condition }) => condition && fieldsAsked(condition, graph.definition)?.every((field) => submitted.has(field)));
}

const formOf = (state: { readonly invoke?: { readonly src: string; readonly input: object } } | undefined): string | undefined => {
  const form = state?.invoke?.src === 'task' && 'form' in state.invoke.input ? state.invoke.input.form : undefined;
  return typeof form === 'string' ? form : undefined;
};
