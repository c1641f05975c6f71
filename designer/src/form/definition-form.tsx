import { type FieldProblem, ProblemSummary } from '../base/problem-summary.tsx';
import { Skeleton } from '../base/skeleton.tsx';
import { useFieldWords } from '../language/problem-words.ts';
import { foreignLanguage, useLanguage, useText } from '../language/words.tsx';
import styles from './form.module.css';
import { FormField, fieldId } from './form-field.tsx';
import type { FormState } from './use-form.ts';

/** Draws a form of a definition: what it asks now, problems at their field and in sum above. The buttons that send it stand with the page. */
export function DefinitionForm({ state, helpHidden = false }: { readonly state: FormState; readonly helpHidden?: boolean }) {
  const text = useText();
  const language = useLanguage();
  if (!state.isReady) return <FormShape state={state} />;
  const { help } = state.form;
  return (
    <div className={styles.form} data-nothing-to-lose={state.draft.isKept || undefined}>
      {help && !helpHidden && (
        <p className={styles.help} lang={foreignLanguage(help, language)}>
          {text(help)}
        </p>
      )}
      <Summary state={state} />
      {state.sections.map((section) => {
        const fields = section.fields.map((field) => <FormField key={field.field} field={field} state={state} />);
        if (!section.title)
          return (
            <div key={section.place} className={styles.section}>
              {fields}
            </div>
          );
        return (
          <fieldset key={section.place} className={styles.section}>
            <legend lang={foreignLanguage(section.title, language)}>{text(section.title)}</legend>
            {fields}
          </fieldset>
        );
      })}
    </div>
  );
}

function Summary({ state }: { readonly state: FormState }) {
  const text = useText();
  const words = useFieldWords();
  const fields = state.sections.flatMap((section) => section.fields);
  const problems = fields.flatMap((field): FieldProblem[] => {
    const problem = state.problems[field.field];
    return problem
      ? [{ fieldId: fieldId(state.form, field.field), label: text(field.title), words: words(problem.keyword, problem.facts) }]
      : [];
  });
  return <ProblemSummary problems={problems} attempt={state.attempt} />;
}

/** Until the draft and the conditions are known the form keeps its shape. */
function FormShape({ state }: { readonly state: FormState }) {
  const fields = state.form.sections.flatMap((section) => section.fields);
  return (
    <div className={styles.form} aria-hidden="true">
      {fields.map(({ field }) => (
        <Skeleton key={field} height={60} />
      ))}
    </div>
  );
}
