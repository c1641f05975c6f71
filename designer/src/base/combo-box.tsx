import { Check, ChevronDown } from 'lucide-react';
import { type ReactNode, useContext, useState } from 'react';
import { ComboBox as AriaComboBox, Button, ComboBoxStateContext, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import fieldStyles from './field.module.css';
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx';
import { Icon } from './icon.tsx';
import { OnlyLooking } from './looking.ts';
import styles from './menu.module.css';
import type { Option } from './select.tsx';
import { useLookup } from './use-lookup.ts';
import { usePageLeftInSight } from './use-page-left-in-sight.ts';

export interface ComboBoxProps extends FieldProps {
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly onChange: (id: string | undefined) => void;
  /** Where the options come from a search: what was typed. Else the options are filtered here. */
  readonly text?: string;
  readonly onText?: (text: string) => void;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  /** Shown where nothing fits. */
  readonly none: string;
}

/** One of very many, found by typing: countries, time zones, people. */
export function ComboBox({ options, value, onChange, text, onText, placeholder, none, ...field }: ComboBoxProps) {
  const { label: _label, labelHidden: _hidden, hint: _hint, problem, isOptional: _optional, labelLanguage: _language, ...aria } = field;
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const { contains, startsWith } = useLookup();
  usePageLeftInSight(isOpen);
  return (
    <AriaComboBox
      {...aria}
      className={fieldStyles.field ?? ''}
      value={value ?? null}
      onChange={(key) => onChange(key === null ? undefined : String(key))}
      {...(text === undefined ? { defaultItems: nearestFirst(options, typed, startsWith) } : { items: options, inputValue: text })}
      onInputChange={onText ?? setTyped}
      isReadOnly={useContext(OnlyLooking)}
      isInvalid={Boolean(problem)}
      validationBehavior="aria"
      menuTrigger="focus"
      defaultFilter={contains}
      allowsEmptyCollection
      onOpenChange={setOpen}
    >
      <FieldLabel {...field} />
      <span className={fieldStyles.inside}>
        <OpeningInput placeholder={placeholder} />
        <Button className={styles.show ?? ''}>
          <Icon of={ChevronDown} />
        </Button>
      </span>
      <FieldNotes hint={field.hint} problem={problem} />
      <ClosingPopover>
        <ListBox<Option> className={styles.list ?? ''} renderEmptyState={() => <p className={styles.caption}>{none}</p>}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.name} className={styles.row ?? ''}>
              <span className={styles.words}>
                <bdi>{option.name}</bdi>
                {option.note && <small>{option.note}</small>}
              </span>
              <Icon of={Check} className={styles.tick} />
            </ListBoxItem>
          )}
        </ListBox>
      </ClosingPopover>
    </AriaComboBox>
  );
}

/** The list opens with the focus. Whoever closed it, or scrolled it away, and presses the field again, opens it again: what fits, or all if nothing was typed. */
function OpeningInput({ placeholder }: { readonly placeholder: string | undefined }) {
  const list = useContext(ComboBoxStateContext);
  const isOnlyLooked = useContext(OnlyLooking);
  const reopen = (): void => {
    if (!list || list.isOpen || isOnlyLooked) return;
    list.open(null, list.inputValue === (list.selectedItem?.textValue ?? '') ? 'manual' : 'input');
  };
  return <Input className={fieldStyles.input ?? ''} dir="auto" onClick={reopen} {...(placeholder === undefined ? {} : { placeholder })} />;
}

/**
 * Closes as soon as the page beneath it moves, be it because the browser brings the field into sight. React Aria takes that for a decision and puts the
 * chosen option back in place of what was typed (`close` commits, `setOpen` only closes).
 */
function ClosingPopover({ children }: { readonly children: ReactNode }) {
  const list = useContext(ComboBoxStateContext);
  return (
    <Popover className={styles.popover ?? ''} offset={4} {...(list ? { isOpen: list.isOpen, onOpenChange: list.setOpen } : {})}>
      {children}
    </Popover>
  );
}

/** What begins with what was typed comes first, then what has a word that does: "Pol" means Poland, not North Korea ("Korea Północna"). */
function nearestFirst(options: readonly Option[], typed: string, startsWith: (whole: string, start: string) => boolean): readonly Option[] {
  if (typed === '' || options.some(({ name }) => name === typed)) return options;
  const distance = ({ name }: Option): number =>
    startsWith(name, typed) ? 0 : name.split(/[^\p{L}\p{M}\p{N}]+/u).some((word) => startsWith(word, typed)) ? 1 : 2;
  const far = new Map(options.map((option) => [option, distance(option)]));
  return options.toSorted((one, other) => (far.get(one) ?? 0) - (far.get(other) ?? 0));
}
