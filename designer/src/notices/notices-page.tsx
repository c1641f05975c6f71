import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronDown } from 'lucide-react';
import { Icon } from '../base/icon.tsx';
import { SkeletonRows } from '../base/skeleton.tsx';
import { useLanguage, useWords } from '../language/words.tsx';
import { Door } from '../people/door.tsx';
import { keys } from '../server/keys.ts';
import { type NoticedPackage, readNotices } from '../server/notices.ts';
import { answerOf } from '../server/problem.ts';
import { PageHeading, useTitle } from '../shell/page.tsx';
import { PageFailed } from '../shell/page-failed.tsx';
import { useSeatIfAny } from '../shell/session.tsx';
import styles from './notices.module.css';

/** What of others is in the product, under which licence. For everybody; the licences stand as they were written. */
export function NoticesPage() {
  const say = useWords();
  const language = useLanguage();
  const signedIn = useSeatIfAny() !== undefined;
  const notices = useQuery({ queryKey: keys.notices, queryFn: async () => answerOf(await readNotices()) });
  useTitle(say('notices.title'));
  if (notices.error) return <PageFailed error={notices.error} reset={() => void notices.refetch()} />;
  return (
    <Door wide>
      <div className={styles.page}>
        {signedIn ? <Link to="/">{say('notices.back')}</Link> : <BackToDoor language={language} />}
        <PageHeading>{say('notices.title')}</PageHeading>
        {notices.data ? (
          <>
            <p className={styles.lead}>{say('notices.lead', { count: notices.data.packages.length })}</p>
            <ul className={styles.list}>
              {notices.data.packages.map((one) => (
                <li key={`${one.name} ${one.version}`}>
                  <PackageNotice notice={one} texts={notices.data.texts} />
                </li>
              ))}
            </ul>
          </>
        ) : (
          <SkeletonRows />
        )}
      </div>
    </Door>
  );
}

function BackToDoor({ language }: { readonly language: string }) {
  const say = useWords();
  return (
    <Link to="/sign-in" search={{ language }}>
      {say('notices.back')}
    </Link>
  );
}

/** Names, licences and their texts are not ours: they stay in the language they have. */
function PackageNotice({ notice, texts }: { readonly notice: NoticedPackage; readonly texts: readonly string[] }) {
  const say = useWords();
  return (
    <details className={styles.notice}>
      <summary>
        <Icon of={ChevronDown} />
        <b lang="en" dir="ltr">
          {notice.name} <small>{notice.version}</small>
        </b>
        <span lang="en" dir="ltr">
          {notice.licence}
        </span>
      </summary>
      {notice.chosen && (
        <p>
          {say('notices.chosen')}{' '}
          <bdi lang="en" dir="ltr">
            {notice.chosen}
          </bdi>
        </p>
      )}
      {notice.source && (
        <p>
          {say('notices.source')}{' '}
          <a href={notice.source} lang="en" dir="ltr" rel="noreferrer">
            {notice.source}
          </a>
        </p>
      )}
      {notice.texts.length === 0 && <p>{say('notices.no-text')}</p>}
      {notice.texts.map((place) => (
        <pre key={place} lang="en" dir="ltr">
          {texts[place]}
        </pre>
      ))}
    </details>
  );
}
