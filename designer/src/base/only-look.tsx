import type { ReactNode } from 'react';
import {
  CheckboxContext,
  CheckboxGroupContext,
  ComboBoxContext,
  DateFieldContext,
  DatePickerContext,
  Provider,
  RadioGroupContext,
  SelectContext,
  SwitchContext,
  TextFieldContext,
  TimeFieldContext,
} from 'react-aria-components';
import { OnlyLooking } from './looking.ts';

/**
 * For whoever may look and not change: every field inside says so to eyes and to a screen reader, and buttons that would change something are not there. Ways to
 * other parts stay open.
 */
export function OnlyLook({ isOn, children }: { readonly isOn: boolean; readonly children: ReactNode }) {
  if (!isOn) return children;
  return (
    <Provider
      values={[
        [TextFieldContext, { isReadOnly: true }],
        [ComboBoxContext, { isReadOnly: true }],
        [DateFieldContext, { isReadOnly: true }],
        [DatePickerContext, { isReadOnly: true }],
        [TimeFieldContext, { isReadOnly: true }],
        [CheckboxContext, { isReadOnly: true }],
        [CheckboxGroupContext, { isReadOnly: true }],
        [RadioGroupContext, { isReadOnly: true }],
        [SelectContext, { isDisabled: true }], // It knows no reading alone.
        [SwitchContext, { isReadOnly: true }],
      ]}
    >
      <OnlyLooking.Provider value={true}>{children}</OnlyLooking.Provider>
    </Provider>
  );
}
