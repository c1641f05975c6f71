import { Check, TriangleAlert } from 'lucide-react';
import { Checkbox as AriaCheckbox, CheckboxGroup as AriaCheckboxGroup, Switch as AriaSwitch } from 'react-aria-components';
import styles from './choice.module.css';
import fieldStyles from './field.module.css';
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';
import type { Card } from './radio-cards.tsx';

interface OneBox extends Omit<FieldProps, 'labelHidden'> {
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
  /** Where several boxes have the same words, what a screen reader says instead; it begins with them. */
  readonly spoken?: string;
}

export function Checkbox({ spoken, label, labelLanguage, hint, problem, value, onChange, isOptional: _optional, ...aria }: OneBox) {
  return (
    <div className={fieldStyles.field}>
      <AriaCheckbox
        {...aria}
        {...(spoken === undefined ? {} : { 'aria-label': spoken })}
        className={styles.check ?? ''}
        isSelected={value}
        onChange={onChange}
        isInvalid={Boolean(problem)}
        validationBehavior="aria"
      >
        <i className={styles.box}>
          <Icon of={Check} size={12} />
        </i>
        <span {...(labelLanguage === undefined ? {} : { lang: labelLanguage })}>
          {label}
          {hint && <small>{hint}</small>}
        </span>
      </AriaCheckbox>
      {problem && (
        <span className={fieldStyles.problem} role="alert">
          <Icon of={TriangleAlert} size={14} />
          <span>{problem}</span>
        </span>
      )}
    </div>
  );
}

/** Something that holds from the moment it is switched, without a button to save. */
export function Switch({ label, hint, value, onChange, isDisabled }: Pick<OneBox, 'label' | 'hint' | 'value' | 'onChange' | 'isDisabled'>) {
  return (
    <AriaSwitch className={styles.check ?? ''} isSelected={value} onChange={onChange} {...(isDisabled === undefined ? {} : { isDisabled })}>
      <i className={styles.switch} />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </AriaSwitch>
  );
}

/** Any of several, all in sight. */
export function CheckboxGroup({ boxes, value, onChange, look = 'list', ...field }: CheckboxGroupProps) {
  const { label: _label, labelHidden: _hidden, hint: _hint, problem, isOptional: _optional, labelLanguage: _language, id, ...aria } = field;
  return (
    <AriaCheckboxGroup
      {...aria}
      className={fieldStyles.field ?? ''}
      value={[...value]}
      onChange={onChange}
      isInvalid={Boolean(problem)}
      validationBehavior="aria"
    >
      <FieldLabel {...field} />
      <div className={look === 'row' ? styles.row : styles.list}>
        {boxes.map((box, index) => (
          <AriaCheckbox key={box.id} value={box.id} className={styles.check ?? ''} {...(index === 0 && id !== undefined ? { id } : {})}>
            <i className={styles.box}>
              <Icon of={Check} size={12} />
            </i>
            <span>
              <bdi {...(box.lang === undefined ? {} : { lang: box.lang })}>{box.name}</bdi>
              {box.note && <small>{box.note}</small>}
            </span>
          </AriaCheckbox>
        ))}
      </div>
      <FieldNotes hint={field.hint} problem={problem} />
    </AriaCheckboxGroup>
  );
}

export interface CheckboxGroupProps extends FieldProps {
  readonly boxes: readonly Card[];
  readonly value: readonly string[];
  readonly onChange: (ids: string[]) => void;
  readonly look?: 'list' | 'row';
}
