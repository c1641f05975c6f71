import { fieldsAsked } from '../compile/condition-parts.ts';
import type { Form, FormField } from '../definition/definition.ts';
import { fieldsWritten } from './fields-written.ts';
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
  const submitted = new Set(filledInWith(graph, edge));
  return edge.asked.every(({ condition }) => condition && fieldsAsked(condition, graph.definition)?.every((field) => submitted.has(field)));
}

/** What its row needs (`requires`) is filled in with it, or was at the start of the case and never goes away. */
export function hasWhatItNeeds(graph: Graph, edge: Edge): boolean {
  const needed = edge.occurrences.flatMap((occurrence) =>
    occurrence.is === 'taken' ? (graph.rows.get(occurrence.row)?.row.meta?.requires ?? []) : [],
  );
  if (needed.length === 0) return true;
  const filled = new Set(filledInWith(graph, edge));
  return needed.every((field) => filled.has(field) || staysFilled(field, graph));
}

function filledInWith(graph: Graph, edge: Edge): readonly string[] {
  const { form, by } = graph.definition.events[edge.trigger.name] ?? {};
  return form === undefined && by !== undefined ? [] : submittedFields(graph, edge);
}

/** Every form that may write it requires it, the one of the start first, and no action writes it. */
function staysFilled(field: string, { definition, rows, states }: Graph): boolean {
  const linesIn = (form: Form | undefined): readonly FormField[] =>
    form?.sections.flatMap(({ fields }) => fields.filter((line) => line.field === field)) ?? [];
  const isRequired = ({ required, readOnly, when }: FormField): boolean => readOnly === true || (required === true && when === undefined);
  const start = linesIn(definition.forms[definition.start?.form ?? '']);
  if (!start.some(({ readOnly }) => !readOnly) || !Object.values(definition.forms).flatMap(linesIn).every(isRequired)) return false;
  const actions = [
    ...[...rows.values()].flatMap(({ row }) => row.actions ?? []),
    ...[...states.values()].flatMap(({ definition: { entry, exit } }) => [...(entry ?? []), ...(exit ?? [])]),
  ];
  return !actions.some((action) => fieldsWritten(action, definition).includes(field));
}

const formOf = (state: { readonly invoke?: { readonly src: string; readonly input: object } } | undefined): string | undefined => {
  const form = state?.invoke?.src === 'task' && 'form' in state.invoke.input ? state.invoke.input.form : undefined;
  return typeof form === 'string' ? form : undefined;
};
