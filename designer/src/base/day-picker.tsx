import { type DateValue, GregorianCalendar, PersianCalendar, parseDate, toCalendar } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { useContext } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarStateContext,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components';
import { useDates } from '../calendar/use-dates.ts';
import type { Language } from '../language/language.ts';
import { useLanguage } from '../language/words.tsx';
import { buttonClass } from './button.tsx';
import type { DateFieldProps } from './date-field.tsx';
import styles from './day-picker.module.css';
import fieldStyles from './field.module.css';
import { FieldLabel, FieldNotes } from './field.tsx';
import { Icon } from './icon.tsx';
import { OnlyLooking } from './looking.ts';

/** A day, typed or picked; Jalali for Persian readers. Stored and handed over as ISO. */
export function DayPicker({ value, onChange, min, max, ...field }: DateFieldProps) {
  const { label: _label, labelHidden: _hidden, hint: _hint, problem, isOptional: _optional, labelLanguage: _language, ...aria } = field;
  const isOnlyLooking = useContext(OnlyLooking);
  const language = useLanguage();
  return (
    <DatePicker
      {...aria}
      isReadOnly={Boolean(aria.isReadOnly) || isOnlyLooking}
      className={fieldStyles.field ?? ''}
      value={readDay(value)}
      onChange={(day) => onChange(writeDay(day))}
      isInvalid={Boolean(problem)}
      validationBehavior="aria"
      shouldForceLeadingZeros
      {...bounds(language, min, max)}
    >
      <FieldLabel {...field} />
      <Group className={`${fieldStyles.input} ${styles.group}`}>
        <DateInput className={styles.segments ?? ''}>
          {(segment) => <DateSegment segment={segment} className={styles.segment ?? ''} />}
        </DateInput>
        <Button className={styles.open ?? ''}>
          <Icon of={CalendarDays} />
        </Button>
      </Group>
      <FieldNotes hint={field.hint} problem={problem} />
      <Popover className={styles.popover ?? ''} offset={4}>
        <Dialog className={styles.dialog ?? ''}>
          <MonthView />
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

function MonthView() {
  return (
    <Calendar>
      <header className={styles.header}>
        <Button slot="previous" className={buttonClass({ kind: 'quiet', iconOnly: true })}>
          <Icon of={ChevronLeft} turn />
        </Button>
        <MonthName />
        <Button slot="next" className={buttonClass({ kind: 'quiet', iconOnly: true })}>
          <Icon of={ChevronRight} turn />
        </Button>
      </header>
      <CalendarGrid>
        <CalendarGridHeader>{(day) => <CalendarHeaderCell className={styles.weekday ?? ''}>{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className={styles.day ?? ''} />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}

/** In the order in which people write it: React Aria puts the year before a Persian month. */
function MonthName() {
  const state = useContext(CalendarStateContext);
  const dates = useDates();
  return <Heading className={styles.month ?? ''}>{state && dates.month(writeDay(state.visibleRange.start))}</Heading>;
}

function readDay(value: string): DateValue | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return null;
  try {
    return parseDate(value);
  } catch {
    return null; // `2026-02-30`: no day, the field shows none.
  }
}

const gregorian = new GregorianCalendar();
const persian = new PersianCalendar();
const writeDay = (day: DateValue | null) => (day === null ? '' : toCalendar(day, gregorian).toString().slice(0, 10));

/** In the reader's calendar: on its last day a month is shown in the calendar of that day, not of the reader. */
function bounds(language: Language, min: string | undefined, max: string | undefined) {
  const calendar = language === 'fa' ? persian : gregorian;
  const [minValue, maxValue] = [min, max].map((bound) => {
    const day = readDay(bound ?? '');
    return day && toCalendar(day, calendar);
  });
  return { ...(minValue ? { minValue } : {}), ...(maxValue ? { maxValue } : {}) };
}
