import { WifiOff } from 'lucide-react';
import { Icon } from '../base/icon.tsx';
import { useDates } from '../calendar/use-dates.ts';
import { Words } from '../language/words.tsx';
import { useLostSince } from '../server/connection.ts';
import styles from './offline-bar.module.css';

/** Says since when the server does not answer; goes by itself when it does. */
export function OfflineBar() {
  const since = useLostSince();
  const dates = useDates();
  return (
    <div role="status" className={styles.place}>
      {since !== undefined && (
        <div className={styles.bar}>
          <Icon of={WifiOff} />
          <span>
            <Words id="offline.since" facts={{ time: dates.time(new Date(since).toISOString()) }} />
          </span>
        </div>
      )}
    </div>
  );
}
