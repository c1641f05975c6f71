import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Button } from '../base/button.tsx';
import { Checkbox } from '../base/checkbox.tsx';
import { ComboBox } from '../base/combo-box.tsx';
import { Dialog } from '../base/dialog.tsx';
import { TextField } from '../base/text-field.tsx';
import { confirm } from '../base/toast.tsx';
import type { MessageId } from '../language/messages.ts';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { changeCalendar } from '../server/office.ts';
import type { CalendarView } from '../server/shapes/calendars.ts';
import { useCommand } from '../server/use-command.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { timeZones } from './places.ts';

/** As procedures may name a calendar; the server refuses any other. */
const idPattern = /^[a-z][A-Za-z0-9]{0,47}$/;
/** A calendar is new where the change was made on none. */
const none = 0;

interface AddCalendarDialogProps {
  /** The calendar it begins with: its week, and its holidays if wanted. */
  readonly like: CalendarView;
  readonly taken: readonly string[];
  readonly onClose: () => void;
  readonly onAdded: (calendar: CalendarView) => void;
}

/** Another calendar, for people who work at other hours or in another place. */
export function AddCalendarDialog({ like, taken, onClose, onAdded }: AddCalendarDialogProps) {
  const say = useWords();
  const queries = useQueryClient();
  const zones = useMemo(timeZones, []);
  const [id, setId] = useState('');
  const [timeZone, setTimeZone] = useState(like.timeZone);
  const [sameHolidays, setSameHolidays] = useState(true);
  const [tried, setTried] = useState(false);
  const wrong = wrongId(id, taken);
  const command = useCommand(changeCalendar, async ({ calendar }) => {
    await queries.invalidateQueries({ queryKey: keys.calendars });
    confirm(say('calendar.added', { name: calendar.id }));
    onAdded(calendar);
    onClose();
  });
  const save = () => {
    setTried(true);
    if (!wrong) void command.run(id, { timeZone, week: like.week, holidays: sameHolidays ? like.holidays : [] }, none);
  };
  return (
    <Dialog
      title={say('calendar.add')}
      isOpen
      onClose={onClose}
      isBusy={command.isBusy}
      actions={
        <>
          <Button kind="primary" isPending={command.isBusy} onPress={save}>
            {say('calendar.add-now')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {say('dialog.cancel')}
          </Button>
        </>
      }
    >
      <p>{say('calendar.add-words')}</p>
      <TextField
        label={say('calendar.name')}
        hint={say('calendar.name-hint')}
        latin
        autoFocus
        value={id}
        onChange={setId}
        problem={tried && wrong ? say(wrong) : undefined}
      />
      <ComboBox
        label={say('organisation.time-zone')}
        options={zones}
        value={timeZone}
        onChange={(zone) => zone && setTimeZone(zone)}
        none={say('field.none-fits')}
      />
      <Checkbox label={say('calendar.same-holidays')} value={sameHolidays} onChange={setSameHolidays} />
      <ProblemNote problem={command.problem} />
    </Dialog>
  );
}

function wrongId(id: string, taken: readonly string[]): MessageId | undefined {
  if (!idPattern.test(id)) return 'calendar.name-wrong';
  return taken.includes(id) ? 'calendar.name-taken' : undefined;
}
