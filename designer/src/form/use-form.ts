import { useEffect, useMemo, useRef, useState } from 'react';
import { useNow } from '../calendar/now.tsx';
import type { Problem, Values } from '../server/shapes/basics.ts';
import type { FormFieldView, FormView } from '../server/shapes/work.ts';
import type { Asks } from './asked-fields.ts';
import { type AnswerProblem, type AnswerProblems, checkAnswers } from './check-answers.ts';
import { isEmpty } from './field-kind.ts';
import { type Draft, useDraft } from './use-draft.ts';

/** A form of a definition while somebody fills it in. */
export interface FormState {
  readonly form: FormView;
  readonly values: Values;
  readonly set: (field: string, value: unknown) => void;
  /** Sections with the fields that are asked now; sections without any are left out. `place` is theirs in the form, whatever is asked. */
  readonly sections: readonly { readonly place: number; readonly title?: FormView['title']; readonly fields: readonly FormFieldView[] }[];
  readonly problems: AnswerProblems;
  /** Counts refused attempts, for the focus of the summary. */
  readonly attempt: number;
  readonly isDirty: boolean;
  readonly isReady: boolean;
  readonly draft: Draft;
  /** The answers to send, or `undefined` after marking what needs a look. */
  readonly check: () => Values | undefined;
  /** Marks the fields that the server named; false where it named none of this form. */
  readonly accept: (problem: Problem) => boolean;
  /** Everything was taken: the draft goes. */
  readonly finish: () => Promise<void>;
}

/** `draftKey` names the draft on the server, e.g. `task:<id>`; without it nothing is kept. */
export function useForm({ form, draftKey }: { readonly form: FormView; readonly draftKey?: string }): FormState {
  const draft = useDraft(draftKey);
  const [typed, setTyped] = useState<Values>({});
  const [named, setNamed] = useState<AnswerProblems>({});
  const [attempt, setAttempt] = useState(0);
  const asks = useAsks(form);
  const fields = useMemo(() => form.sections.flatMap((section) => section.fields), [form]);
  const values = useMemo(() => ({ ...form.values, ...knownOf(draft.found ?? {}, fields), ...typed }), [form, draft.found, fields, typed]);
  const at = new Date(useNow()).toISOString();
  const asked = useMemo(() => asks?.(values, at), [asks, values, at]);
  const sections = useMemo(() => sectionsOf(form, asked), [form, asked]);
  const askedFields = sections.flatMap((section) => section.fields);
  const latest = useRef(values);
  latest.current = values;

  return {
    form,
    values,
    sections,
    problems: attempt > 0 ? stillWrong(askedFields, values, named) : {},
    attempt,
    isDirty: Object.keys(typed).length > 0,
    isReady: draft.found !== undefined && asks !== undefined,
    draft,
    set: (field, value) => {
      latest.current = { ...latest.current, [field]: value };
      setTyped((known) => ({ ...known, [field]: value }));
      setNamed(({ [field]: _gone, ...others }) => others);
      draft.keep(knownOf(latest.current, fields));
    },
    check: () => {
      setNamed({});
      const problems = checkAnswers(askedFields, values);
      if (Object.keys(problems).length === 0) return answersOf(askedFields, values, form.values);
      setAttempt(attempt + 1);
      return undefined;
    },
    accept: (problem) => {
      const found = namedBy(problem, askedFields);
      if (Object.keys(found).length === 0) return false;
      setNamed(found);
      setAttempt(attempt + 1);
      return true;
    },
    finish: async () => {
      setTyped({});
      setAttempt(0);
      await draft.drop();
    },
  };
}

/** The engine comes only with a form that has conditions. */
function useAsks(form: FormView): Asks | undefined {
  const needed = form.sections.some((section) => section.fields.some(({ when }) => when !== undefined));
  const all = useMemo<Asks>(() => () => new Set(form.sections.flatMap((section) => section.fields.map(({ field }) => field))), [form]);
  const [asks, setAsks] = useState<{ readonly form: FormView; readonly asks: Asks }>();
  useEffect(() => {
    if (!needed) return;
    let current = true;
    void import('./asked-fields.ts').then(({ asksOf }) => current && setAsks({ form, asks: asksOf(form) }));
    return () => {
      current = false;
    };
  }, [form, needed]);
  return needed ? asks?.asks : all;
}

function sectionsOf(form: FormView, asked: ReadonlySet<string> | undefined): FormState['sections'] {
  return form.sections
    .map((section, place) => ({ ...section, place, fields: section.fields.filter(({ field }) => asked?.has(field) ?? true) }))
    .filter(({ fields }) => fields.length > 0);
}

/** What is wrong now, and what the server named and nobody has touched since. */
function stillWrong(fields: readonly FormFieldView[], values: Values, named: AnswerProblems): AnswerProblems {
  const here = Object.fromEntries(Object.entries(named).filter(([name]) => fields.some(({ field }) => field === name)));
  return { ...here, ...checkAnswers(fields, values) };
}

/** Only what is asked is sent; an emptied field as null, one that was always empty not at all. */
function answersOf(fields: readonly FormFieldView[], values: Values, saved: Values): Values {
  return Object.fromEntries(
    fields.flatMap(({ field, readOnly }): [string, unknown][] => {
      const value = values[field];
      if (readOnly) return [];
      if (!isEmpty(value)) return [[field, value]];
      return isEmpty(saved[field]) ? [] : [[field, null]];
    }),
  );
}

const knownOf = (values: Values, fields: readonly FormFieldView[]): Values =>
  Object.fromEntries(fields.flatMap(({ field }): [string, unknown][] => (field in values ? [[field, values[field]]] : [])));

/** `/severity` or `/values/severity/0` names the field `severity`. */
function namedBy(problem: Problem, fields: readonly FormFieldView[]): AnswerProblems {
  const found: Record<string, AnswerProblem> = {};
  for (const { at, keyword, facts } of problem.fields ?? []) {
    const words = at
      .split('/')
      .slice(1)
      .map((word) => word.replaceAll('~1', '/').replaceAll('~0', '~'));
    const name = [words[0], words[1]].find((word) => fields.some(({ field }) => field === word));
    if (name !== undefined) found[name] ??= { keyword, facts };
  }
  return found;
}
