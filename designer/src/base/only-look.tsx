import type { ReactNode } from 'react';
import { CheckboxContext, CheckboxGroupContext, Provider, SelectContext, SwitchContext, TextFieldContext } from 'react-aria-components';
import { OnlyLooking } from './looking.ts';

/** A preview: what is chosen or typed in it changes nothing, so whoever may only look may try it as well. */
export function TryFreely({ children }: { readonly children: ReactNode }) {
  return (
    <Provider
      values={[
        [TextFieldContext, null],
        [CheckboxContext, null],
        [CheckboxGroupContext, null],
        [SelectContext, null],
        [SwitchContext, null],
      ]}
    >
      <OnlyLooking.Provider value={false}>{children}</OnlyLooking.Provider>
    </Provider>
  );
}

/**
 * For whoever may look and not change: every field inside says so to eyes and to a screen reader, and buttons that would change something are not there. Ways to
 * other parts stay open. Fields for a day, for one of many and for one of a few ask `OnlyLooking`
 * themselves: their contexts would bring the whole of them.
 */
export function OnlyLook({ isOn, children }: { readonly isOn: boolean; readonly children: ReactNode }) {
  if (!isOn) return children;
  return (
    <Provider
      values={[
        [TextFieldContext, { isReadOnly: true }],
        [CheckboxContext, { isReadOnly: true }],
        [CheckboxGroupContext, { isReadOnly: true }],
        [SelectContext, { isDisabled: true }], // It knows no reading alone.
        [SwitchContext, { isReadOnly: true }],
      ]}
    >
      <OnlyLooking.Provider value={true}>{children}</OnlyLooking.Provider>
    </Provider>
  );
}
