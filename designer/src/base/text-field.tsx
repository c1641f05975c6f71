import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { TextArea as AriaTextArea, TextField as AriaTextField, Input } from 'react-aria-components';
import { useWords } from '../language/words.tsx';
import { Button } from './button.tsx';
import styles from './field.module.css';
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx';

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search';
  /** What is always written in Latin letters (addresses, codes, numbers) runs left to right in every language. */
  readonly latin?: boolean;
  /** Language of what is written where it may not be the page's: it is read aloud and spelt in it. */
  readonly language?: string;
  readonly inputMode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url';
  readonly autoComplete?: string;
  readonly autoFocus?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** Something small at the end of the label's line. */
  readonly beside?: ReactNode;
}

/** One line of text. The person's own words keep their own direction. */
export function TextField(props: TextFieldProps) {
  const { placeholder, latin = props.type === 'email' || props.type === 'url' || props.type === 'tel' } = props;
  return (
    <AriaTextField {...ariaProps(props)} className={styles.field ?? ''} type={props.type ?? 'text'}>
      <FieldLabel {...props} />
      <Input
        className={`${styles.input} ${latin ? styles.latin : ''}`}
        {...(latin ? { dir: 'ltr' } : ownDirection(props.value))}
        {...ownLanguage(props)}
        {...(placeholder === undefined ? {} : { placeholder })}
      />
      <FieldNotes hint={props.hint} problem={props.problem} />
    </AriaTextField>
  );
}

/** Several lines; grows with the text. `countFrom` shows the number of characters once the limit comes near. */
export function TextArea(props: TextFieldProps & { readonly rows?: number }) {
  const say = useWords();
  const { maxLength, value, rows = 3 } = props;
  const near = maxLength !== undefined && value.length > maxLength * 0.8;
  const { maxLength: _kept, ...unbound } = ariaProps(props); // Longer text is kept and named, never cut while typing.
  return (
    <AriaTextField {...unbound} className={styles.field ?? ''}>
      <FieldLabel {...props} />
      <AriaTextArea
        className={`${styles.input} ${styles.area} ${props.latin ? styles.latin : ''}`}
        {...(props.latin ? { dir: 'ltr' } : ownDirection(value))}
        {...ownLanguage(props)}
        rows={rows}
      />
      <FieldNotes hint={props.hint} problem={props.problem} />
      {near && <span className={styles.count}>{say('field.characters', { count: value.length, most: maxLength })}</span>}
    </AriaTextField>
  );
}

/** A password that its writer may look at. */
export function PasswordField(props: Omit<TextFieldProps, 'type' | 'latin'>) {
  const say = useWords();
  const [shown, setShown] = useState(false);
  return (
    <AriaTextField {...ariaProps(props)} className={styles.field ?? ''} type={shown ? 'text' : 'password'}>
      <FieldLabel {...props} />
      <span className={styles.inside}>
        <Input className={`${styles.input} ${styles.latin}`} dir="ltr" />
        <Button
          kind="quiet"
          icon={shown ? EyeOff : Eye}
          label={say(shown ? 'field.hide-password' : 'field.show-password')}
          onPress={() => setShown(!shown)}
        />
      </span>
      <FieldNotes hint={props.hint} problem={props.problem} />
    </AriaTextField>
  );
}

/** An empty field and a number begin where the page's lines begin; `auto` would take them for left to right. */
const ownDirection = (value: string) => (/^[\p{Nd}٫٬.,]*$/u.test(value) ? {} : { dir: 'auto' });
const ownLanguage = ({ language }: TextFieldProps) => (language === undefined ? {} : { lang: language });

function ariaProps(props: TextFieldProps) {
  const {
    label: _label,
    labelHidden,
    hint,
    problem,
    isOptional,
    labelLanguage,
    language,
    latin,
    beside,
    placeholder,
    type,
    ...aria
  } = props;
  return { ...aria, isInvalid: Boolean(problem), validationBehavior: 'aria' as const };
}
