import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useProcedureNames } from '../actions-editor/other-procedures.ts';
import { useDates } from '../calendar/use-dates.ts';
import type { OpenDraft } from '../draft/use-draft.ts';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { treeOf } from '../model/tree.ts';
import { ClauseChips } from '../proof/clause-chip.tsx';
import { useProcedure } from '../review/use-review.ts';
import { percentIn } from '../when/percent.ts';
import { procedureText } from './procedure-text.ts';
import styles from './text.module.css';
import type { TextLine, TextSection } from './text-tree.ts';

/** The sentences themselves: contents, title page, steps, parts. */
export function TextDocument({ draft }: { readonly draft: OpenDraft }) {
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const { date, number } = useDates();
  const procedureName = useProcedureNames();
  const definition = useStore(draft.editor.store, ({ document }) => document.definition);
  const tree = treeOf(definition);
  const sections = useMemo(
    () => procedureText({ definition, tree, say, text, language, written: { date, number }, percent: percentIn(language), procedureName }),
    [definition, tree, say, text, language, date, number, procedureName],
  );
  return (
    <article className={styles.columns}>
      <header className={styles.titlePage}>
        <p className={styles.printed} dir="auto">
          {text(tree.title)}
        </p>
        <Facts draft={draft} />
      </header>
      <nav className={styles.contents} aria-label={say('text.contents')}>
        <h2>{say('text.contents')}</h2>
        <Contents sections={sections} depth={0} />
      </nav>
      <div className={styles.document}>
        {sections.map((section) => (
          <Section key={section.id} section={section} level={2} procedure={draft.id} />
        ))}
      </div>
    </article>
  );
}

/** Version or draft, and of which day. */
function Facts({ draft }: { readonly draft: OpenDraft }) {
  const say = useWords();
  const dates = useDates();
  const facts = useStore(draft.link.store, (state) => state.facts);
  const savedAt = useStore(draft.link.store, (state) => state.savedAt);
  const versions = useProcedure(draft.id).data?.versions ?? [];
  const current = versions.find(({ inForce }) => inForce);
  const at = savedAt ?? facts?.updatedAt;
  return (
    <ul className={styles.facts}>
      <li>
        {say('text.stands', { state: say(`procedures.state.${facts?.state ?? 'draft'}`), at: at === undefined ? '' : dates.moment(at) })}
      </li>
      <li>
        {current
          ? say('procedures.in-force', {
              version: current.version,
              at: current.publishedAt === undefined ? '' : dates.date(current.publishedAt),
            })
          : say('procedures.not-in-force')}
      </li>
    </ul>
  );
}

function Contents({ sections, depth }: { readonly sections: readonly TextSection[]; readonly depth: number }) {
  const say = useWords();
  return (
    <ol>
      {sections.map(({ id, number, heading, at, sections: inner }) => (
        <li key={id}>
          <a href={`#${id}`}>{number === undefined ? heading : say('text.numbered', { number, heading })}</a>
          {inner.length > 0 && depth < 2 && (at === undefined ? number !== undefined || id === 'text-steps' : true) && (
            <Contents sections={inner} depth={depth + 1} />
          )}
        </li>
      ))}
    </ol>
  );
}

const levels = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

/** A heading that leads to the element in the outline, what is said of it, and what is inside. */
function Section({ section, level, procedure }: { readonly section: TextSection; readonly level: number; readonly procedure: string }) {
  const say = useWords();
  const Heading = levels[Math.min(level - 2, levels.length - 1)] ?? 'h6';
  const { id, heading, number, kind, at, lines, sections } = section;
  const words = number === undefined ? heading : say('text.numbered', { number, heading });
  return (
    <section className={styles.section} data-level={level}>
      <Heading id={id}>
        {at === undefined ? (
          words
        ) : (
          <Link to="/procedures/$procedure/outline" params={{ procedure }} search={{ at }}>
            {words}
          </Link>
        )}
        {kind !== undefined && <small className={styles.kind}>{kind}</small>}
      </Heading>
      <Lines lines={lines} />
      {sections.map((inner) => (
        <Section key={inner.id} section={inner} level={level + 1} procedure={procedure} />
      ))}
    </section>
  );
}

function Lines({ lines }: { readonly lines: readonly TextLine[] }) {
  return lines.map((line, at) => (
    // Two lines may say the same; their order is all that tells them apart.
    // biome-ignore lint/suspicious/noArrayIndexKey: sentences are made anew as a whole.
    <div key={at} className={styles.line}>
      <p dir="auto">
        {line.words} {line.written !== undefined && <bdi lang="">{line.written}</bdi>}
        {line.clauses && <ClauseChips clauses={line.clauses} />}
      </p>
      {line.items && (
        <ul>
          {line.items.map((item, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: sentences are made anew as a whole.
            <li key={place}>
              <Lines lines={[item]} />
            </li>
          ))}
        </ul>
      )}
    </div>
  ));
}
