import { Link, useParams, useSearch } from '@tanstack/react-router';
import { directionOf } from '../language/language.ts';
import { useLanguage, useWords } from '../language/words.tsx';
import { NotFound } from '../shell/not-found.tsx';
import { Page } from '../shell/page.tsx';
import styles from './guide.module.css';
import { GuideCatalogue } from './guide-catalogue.tsx';
import { type GuideTask, guideTasks } from './guide-tasks.ts';
import { BackToDraft, GuideWay } from './guide-way.tsx';
import { GuideSentence } from './guide-words.tsx';
import { draftKeyLines, mapKeyLines, outlineKeyLines } from './key-list.ts';
import { KeyTable } from './key-table.tsx';

/** One task of the guide by its address. */
export function GuideTaskPage() {
  const { task: id } = useParams({ strict: false });
  const { procedure } = useSearch({ strict: false });
  const at = guideTasks.findIndex((task) => task.id === id);
  const task = guideTasks[at];
  if (!task) return <NotFound />;
  return (
    <GuideCatalogue>
      <GuideTaskWords key={id} task={task} next={guideTasks[at + 1]} procedure={procedure} />
    </GuideCatalogue>
  );
}

export function GuideTaskWords({
  task,
  next,
  procedure,
}: {
  readonly task: GuideTask;
  readonly next: GuideTask | undefined;
  readonly procedure: string | undefined;
}) {
  const say = useWords();
  const { id, steps, seen, opens } = task;
  const search = procedure === undefined ? {} : { procedure };
  return (
    <Page
      title={say(`guide.${id}.title`)}
      lead={say(`guide.${id}.why`)}
      above={
        <>
          <Link to="/guide" search={search}>
            {say('guide.title')}
          </Link>
          <BackToDraft procedure={procedure} />
        </>
      }
      beside={<AllTasks search={search} />}
    >
      {id === 'keys' ? (
        <>
          {steps.map(([sentence, names]) => (
            <p key={sentence} className={styles.said}>
              <GuideSentence sentence={sentence} names={names} />
            </p>
          ))}
          <AllKeys />
        </>
      ) : (
        <ol className={styles.steps}>
          {steps.map(([sentence, names]) => (
            <li key={sentence}>
              <GuideSentence sentence={sentence} names={names} />
            </li>
          ))}
        </ol>
      )}
      {seen && id !== 'keys' && (
        <section className={styles.seen}>
          <h2>{say('guide.seen')}</h2>
          <p>
            <GuideSentence sentence={`guide.${id}.seen`} names={seen} />
          </p>
        </section>
      )}
      <p className={styles.ways}>
        <GuideWay opens={opens} procedure={procedure} />
        {next && (
          <Link to="/guide/$task" params={{ task: next.id }} search={search}>
            {say('guide.next', { title: say(`guide.${next.id}.title`) })}
          </Link>
        )}
      </p>
    </Page>
  );
}

function AllTasks({ search }: { readonly search: { readonly procedure?: string } }) {
  const say = useWords();
  return (
    <nav aria-label={say('guide.all')} className={styles.all} data-navigates>
      <h2>{say('guide.tasks')}</h2>
      <ul>
        {guideTasks.map(({ id }) => (
          <li key={id}>
            <Link to="/guide/$task" params={{ task: id }} search={search}>
              {say(`guide.${id}.title`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function AllKeys() {
  const say = useWords();
  const direction = directionOf[useLanguage()];
  return (
    <>
      <KeyTable title={say('guide.keys.anywhere')} lines={draftKeyLines()} />
      <KeyTable title={say('design.map')} lines={mapKeyLines(direction)} />
      <KeyTable title={say('design.outline')} lines={outlineKeyLines()} />
    </>
  );
}
