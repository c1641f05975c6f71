import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';
import { useWords } from '../language/words.tsx';
import styles from './field.module.css';
import { Icon } from './icon.tsx';
import unseen from './unseen.module.css';

/** What every field of a form may carry. */
export interface FieldProps {
  readonly label: string;
  /** Hides the label from sight, not from a screen reader. */
  readonly labelHidden?: boolean;
  readonly hint?: string | undefined;
  /** What is wrong and how to repair it; empty or absent: nothing. */
  readonly problem?: string | undefined;
  readonly isRequired?: boolean;
  /** Marks the few that may stay empty, on pages where most are asked for. */
  readonly isOptional?: boolean;
  readonly isDisabled?: boolean;
  readonly isReadOnly?: boolean;
  /** Id of the focusable part, for links from a summary of problems. */
  readonly id?: string;
  readonly name?: string;
  /** Language of the label where it is not the page's. */
  readonly labelLanguage?: string | undefined;
}

export function FieldLabel({
  label,
  labelHidden,
  isOptional,
  labelLanguage,
  beside,
}: Pick<FieldProps, 'label' | 'labelHidden' | 'isOptional' | 'labelLanguage'> & { readonly beside?: ReactNode }) {
  return (
    <span className={labelHidden ? unseen.unseen : styles.head}>
      <Label className={styles.label ?? ''} {...(labelLanguage === undefined ? {} : { lang: labelLanguage })}>
        {label} {isOptional && <Optional />}
      </Label>
      {beside}
    </span>
  );
}

/** Hint and problem beneath a field. Inside a React Aria field they become its description and error message. */
export function FieldNotes({ hint, problem }: Pick<FieldProps, 'hint' | 'problem'>) {
  return (
    <>
      {hint && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.problem ?? ''}>
        {problem && (
          <>
            <Icon of={TriangleAlert} size={14} />
            <span>{problem}</span>
          </>
        )}
      </FieldError>
    </>
  );
}

function Optional() {
  const say = useWords();
  return <span className={styles.optional}>{say('field.optional')}</span>;
}
