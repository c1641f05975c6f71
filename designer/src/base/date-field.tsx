import { type ComponentType, Suspense, use } from 'react';
import fieldStyles from './field.module.css';
import { FieldLabel, FieldNotes, type FieldProps } from './field.tsx';

export interface DateFieldProps extends FieldProps {
  /** Local day `YYYY-MM-DD` in the Gregorian calendar, whatever calendar the reader sees; empty for none. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly min?: string;
  readonly max?: string;
}

type Picker = ComponentType<DateFieldProps>;
let picker: Picker | undefined;
let coming: Promise<Picker> | undefined;

/** The picker knows calendars and is heavy: it is fetched with the first field that asks for a day. */
export function fetchDayPicker(): Promise<Picker> {
  coming ??= import('./day-picker.tsx').then(
    ({ DayPicker }) => (picker = DayPicker),
    (cause: unknown) => {
      coming = undefined; // Whoever tries again fetches again.
      throw cause;
    },
  );
  return coming;
}

/** A day, typed or picked; Jalali for Persian readers. Stored and handed over as ISO. */
export const DateField = (props: DateFieldProps) => (
  <Suspense fallback={<Awaited {...props} />}>
    <Fetched {...props} />
  </Suspense>
);

function Fetched(props: DateFieldProps) {
  const DayPicker = picker ?? use(fetchDayPicker());
  return <DayPicker {...props} />;
}

/** As high as the field that comes. */
const Awaited = (props: DateFieldProps) => (
  <div className={fieldStyles.field} aria-busy="true">
    <FieldLabel {...props} />
    <div className={fieldStyles.input} />
    <FieldNotes hint={props.hint} problem={props.problem} />
  </div>
);
