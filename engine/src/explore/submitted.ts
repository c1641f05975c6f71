import { fieldsAsked } from '../compile/condition-parts.ts';
import type { Form, FormField } from '../definition/definition.ts';
import { fieldsWritten } from './fields-written.ts';
import type { Edge, Graph } from './graph.ts';

/** Fields that the form of what moved the case may have changed. */
export const submittedFields = (graph: Graph, edge: Pick<Edge, 'trigger' | 'from'>): readonly string[] =>
  submittedLines(graph, edge).map(({ field }) => field);

/** Of these the ones that nobody can have emptied: whichever form it was requires them. */
export function neverEmptied(graph: Graph, edge: Edge): readonly string[] {
  const lines = submittedLines(graph, edge);
  return lines.flatMap((line) => (lines.every((other) => other.field !== line.field || isAlwaysRequired(other)) ? [line.field] : []));
}

function submittedLines({ definition, nodes, states }: Graph, { trigger, from }: Pick<Edge, 'trigger' | 'from'>): readonly FormField[] {
  if (trigger.kind !== 'event') return [];
  const asked = definition.events[trigger.name]?.form;
  const forms = asked !== undefined ? [asked] : (nodes[from]?.leaves ?? []).flatMap((id) => formOf(states.get(id)?.definition) ?? []);
  return forms.flatMap((form) => linesOf(definition.forms[form]).filter(({ readOnly }) => !readOnly));
}

const linesOf = (form: Form | undefined): readonly FormField[] => form?.sections.flatMap(({ fields }) => fields) ?? [];
const isAlwaysRequired = ({ required, when }: FormField): boolean => required === true && when === undefined;

/** Fields that are not empty for certain after what moved the case: its form requires them, and there is no doubt which form that is. */
export function filledFields(graph: Graph, edge: Edge): readonly string[] {
  const { definition, nodes, rows, states } = graph;
  const { trigger, from, occurrences } = edge;
  if (trigger.kind !== 'event') return [];
  const { form, by } = definition.events[trigger.name] ?? {};
  const sent = occurrences.flatMap((each) => (each.is === 'taken' ? (rows.get(each.row) ?? []) : [])).filter(({ via }) => via === 'on');
  const [first, ...others] = sent;
  const isOfTask =
    by === undefined && others.length === 0 && first?.row.meta?.by === undefined && nodes[from]?.leaves.includes(first?.source ?? '');
  const id = form ?? (isOfTask ? formOf(states.get(first?.source ?? '')?.definition) : undefined);
  return linesOf(definition.forms[id ?? '']).flatMap((line) => (isAlwaysRequired(line) && !line.readOnly ? [line.field] : []));
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
  const linesIn = (form: Form | undefined): readonly FormField[] => linesOf(form).filter((line) => line.field === field);
  const isRequired = (line: FormField): boolean => line.readOnly === true || isAlwaysRequired(line);
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
