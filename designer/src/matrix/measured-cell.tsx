import { useDates } from '../calendar/use-dates.ts';
import { useText, useWords } from '../language/words.tsx';
import type { MeasureView } from '../server/shapes/operation.ts';
import { CaseLink } from './case-link.tsx';
import matrix from './matrix.module.css';
import { figureWords, targetWords } from './measure-words.ts';
import styles from './measured-cell.module.css';

/** What a rule is measured by: figures with their counts, and a verdict only where the procedure sets a target. What has no data is told apart, once. */
export function MeasuredCell({
  measures,
  isFirst = false,
}: {
  readonly measures: readonly MeasureView[];
  /** Nothing stands above it in its place: where columns are stacked it says which one it is. */
  readonly isFirst?: boolean;
}) {
  const say = useWords();
  const told = measures.filter(isTold);
  const silent = measures.filter((one) => !isTold(one));
  return (
    <>
      {isFirst && measures.length > 0 && <p className={matrix.caption}>{say('matrix.column-operation')}</p>}
      {told.length > 0 && <Figures measures={told} />}
      {silent.length > 0 && (
        <details className={styles.silent}>
          <summary>{say('matrix.measures-silent', { count: silent.length })}</summary>
          <Figures measures={silent} />
        </details>
      )}
    </>
  );
}

/** There is a figure, or somebody wants one. */
const isTold = ({ value, target }: MeasureView): boolean => value !== undefined || target !== undefined;

function Figures({ measures }: { readonly measures: readonly MeasureView[] }) {
  return (
    <dl className={styles.measures}>
      {measures.map((one) => (
        <div key={one.measure}>
          <Measured of={one} />
        </div>
      ))}
    </dl>
  );
}

function Measured({ of }: { readonly of: MeasureView }) {
  const say = useWords();
  const text = useText();
  const { title, counted, unit, isUnmeasured, groups, periods, places } = of;
  const target = targetWords(of, say);
  return (
    <>
      <dt>
        {counted ? (
          <details>
            <summary>{text(title)}</summary>
            <p>{text(counted)}</p>
          </details>
        ) : (
          text(title)
        )}
      </dt>
      <dd>{isUnmeasured ? say('matrix.measure-unmeasured') : figureWords(of, unit, say)}</dd>
      {target !== undefined && <dd data-meets={of.meets}>{target}</dd>}
      {groups && groups.of.length + groups.others > 0 && (
        <dd>
          <ul>
            {groups.of.map((group) => (
              <li key={group.group}>
                <bdi>{group.title ? text(group.title) : group.group}</bdi>: {figureWords(group, unit, say)}
              </li>
            ))}
            {groups.others > 0 && <li>{say('matrix.measure-others', { count: groups.others })}</li>}
          </ul>
        </dd>
      )}
      {periods && periods.of.length > 0 && <Periods periods={periods} unit={unit} />}
      {places.length > 0 && (
        <dd>
          <ul className={matrix.places}>
            {places.map((place) => (
              <li key={`${place.case.id} ${place.revision ?? ''}`}>
                <CaseLink place={place} />
              </li>
            ))}
          </ul>
        </dd>
      )}
    </>
  );
}

function Periods({
  periods: { per, of },
  unit,
}: {
  readonly periods: NonNullable<MeasureView['periods']>;
  readonly unit: MeasureView['unit'];
}) {
  const say = useWords();
  const dates = useDates();
  const judged = of.filter(({ meets }) => meets !== undefined);
  const missed = judged.filter(({ meets }) => !meets).length;
  return (
    <dd>
      <details>
        <summary>
          {judged.length > 0 ? say(`matrix.measure-periods.${per}`, { missed, over: judged.length }) : say(`matrix.measure-by.${per}`)}
        </summary>
        <ul>
          {of.map(({ from, meets, ...figure }) => (
            <li key={from} data-meets={meets}>
              <time dateTime={from}>{dates.date(from)}</time>: {figureWords(figure, unit, say)}
            </li>
          ))}
        </ul>
      </details>
    </dd>
  );
}
