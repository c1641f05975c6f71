import { useQuery } from '@tanstack/react-query';
import { useDates } from '../calendar/use-dates.ts';
import { readCase } from '../case/case-requests.ts';
import { useChannelWords } from '../case/channels.ts';
import { useWords } from '../language/words.tsx';
import { keys } from '../server/keys.ts';
import { answerOf } from '../server/problem.ts';
import type { CaseView } from '../server/shapes/cases.ts';
import styles from './task-panel.module.css';

const lettersMost = 400;

/** What a task is about, for somebody who has not opened the case: how and when it reached us, and the account in its own words. */
export function CaseBrief({ caseId, quoted }: { readonly caseId: string; readonly quoted: boolean }) {
  const say = useWords();
  const dates = useDates();
  const channels = useChannelWords();
  const query = useQuery({ queryKey: keys.case(caseId), queryFn: async () => answerOf(await readCase(caseId)) });
  if (!query.data) return null;
  const account = accountOf(query.data);
  return (
    <>
      <p className={styles.brief}>{say('work.brief', { channel: channels(query.data.channel), day: dates.date(query.data.receivedAt) })}</p>
      {account === '' || !quoted ? null : (
        <blockquote className={styles.quote} dir="auto">
          {account.length > lettersMost ? `${account.slice(0, account.lastIndexOf(' ', lettersMost))}…` : account}
        </blockquote>
      )}
    </>
  );
}

/** The text from which the case got its title, as far as the reader may see it. */
function accountOf({ fields, title }: CaseView): string {
  const start = title.replace(/…$/, '').slice(0, 40);
  const found = fields.map(({ value }) => value).find((value) => typeof value === 'string' && value.replace(/\s+/g, ' ').startsWith(start));
  return typeof found === 'string' && found.trim().length > title.length + 5 ? found : '';
}
