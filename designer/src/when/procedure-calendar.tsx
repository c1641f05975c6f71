import { Select } from '../base/select.tsx';
import { useWords } from '../language/words.tsx';
import { fieldsOf, wordOf } from '../model/loose-json.ts';
import type { PanelProps } from '../panel/draft-panel.tsx';
import { ours, useCalendars } from './calendars.ts';

/** The calendar by which the whole procedure counts working days; where there is one alone there is nothing to choose. */
export function ProcedureCalendar({ definition, act }: Pick<PanelProps, 'definition' | 'act'>) {
  const say = useWords();
  const calendar = wordOf(fieldsOf(definition).calendar) ?? ours;
  const known = [...new Set([ours, ...useCalendars().map(({ id }) => id), calendar])];
  if (known.length === 1) return null;
  return (
    <div data-field="calendar">
      <Select
        label={say('panel.calendar')}
        hint={say('panel.calendar-hint')}
        options={known.map((id) => ({ id, name: id === ours ? say('delay.calendar-ours') : id }))}
        value={calendar}
        onChange={(id) => id !== calendar && act({ name: 'calendar.set', payload: { calendar: id } })}
      />
    </div>
  );
}
