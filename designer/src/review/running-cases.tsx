import type { JsonObject } from '@redress/engine';
import { useId } from 'react';
import { moveNeedWords } from '../compare/change-words.ts';
import { moveNeed } from '../compare/move-needs.ts';
import { useComparing } from '../compare/use-comparing.ts';
import { placeName } from '../findings/draft-problems.ts';
import { useText, useWords } from '../language/words.tsx';
import { treeOf } from '../model/tree.ts';
import type { RunningCases as Running } from '../server/shapes/definitions.ts';
import styles from './running-cases.module.css';

/** Before anybody publishes: which cases run, that they stay where they are, and what moving them one day would need. Nothing here moves them. */
export function RunningCases({
  running,
  version,
  before,
  after,
}: {
  readonly running: Running;
  /** The version in force, its procedure, and the one to come. */
  readonly version: number;
  readonly before: JsonObject;
  readonly after: JsonObject;
}) {
  const say = useWords();
  const text = useText();
  const comparing = useComparing(before, after);
  const title = useId();
  const tree = treeOf(before);
  const here = running.versions.find((one) => one.version === version);
  const others = running.versions.filter((one) => one.version !== version && one.cases > 0);
  const most = Math.max(1, ...(here?.steps ?? []).map(({ cases }) => cases));
  const steps = here?.steps ?? [];
  return (
    <section className={styles.running} aria-labelledby={title}>
      <header>
        <h2 id={title}>{say('review.cases-stay', { count: here?.cases ?? 0, version })}</h2>
        <p>{say('review.all-stay')}</p>
      </header>
      {running.capped && <p>{say('review.cases-capped')}</p>}
      {steps.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{say('review.cases-where')}</th>
              <th scope="col">{say('review.cases-column')}</th>
              <th scope="col">{say('review.cases-need')}</th>
              <td aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {steps.map(({ step, cases }) => {
              const need = moveNeed(before, after, step);
              return (
                <tr key={step}>
                  <th scope="row" dir="auto">
                    {placeName(tree, step, { definition: before, say, text })}
                  </th>
                  <td>{say('review.number', { value: cases })}</td>
                  <td data-need={need.kind}>{moveNeedWords(need, comparing)}</td>
                  <td aria-hidden="true">
                    <i style={{ inlineSize: `${(cases / most) * 100}%` }} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {others.length > 0 && (
        <ul>
          {others.map((one) => (
            <li key={one.version}>{say('review.cases-stay', { count: one.cases, version: one.version })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
