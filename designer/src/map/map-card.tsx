import { Clock, TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import type { NodeProps } from 'reactflow';
import { Icon } from '../base/icon.tsx';
import { useElementVerdicts } from '../check/clause-verdicts.ts';
import { useLanguage, useText, useWords } from '../language/words.tsx';
import { elementIcon, elementKinds, nameOf } from '../outline/outline-words.ts';
import { BrokenClause, StepClause } from '../proof/clause-chip.tsx';
import styles from './card.module.css';
import { anyTimeId } from './map-plan.ts';
import { Catch, Row } from './map-row.tsx';
import { cardHead, hasWho } from './map-sizes.ts';
import { type MapView, useMapView } from './map-view.ts';
import { dueOf, spokenBox, whoOf } from './map-words.ts';
import marked from './mark.module.css';
import { Beads, MarkBadge } from './mark-badge.tsx';

/** A step: what it is, who does it until when, and each way out of it with its port. */
export const CardNode = memo(function CardNode({ id, selected }: NodeProps) {
  const view = useMapView();
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const { breaks } = useElementVerdicts(id);
  const box = view.plan.byId.get(id);
  if (!box) return null;
  const { element } = box;
  const about = { ...view, say, text, language };
  const problems = element ? (view.problems.get(element.id) ?? 0) : 0;
  const kind = element ? elementKinds[element.kind] : undefined;
  return (
    <>
      {box.begins && <span className={styles.begins} aria-hidden="true" />}
      <Catch />
      <article
        data-map={id}
        data-kind={box.kind}
        data-chosen={view.chosen === id || undefined}
        data-among={selected || undefined}
        data-placing={view.placing === id || undefined}
        data-problem={problems > 0 || undefined}
        data-mark={view.marks?.steps.get(id)}
        data-now={view.marks?.now === id || undefined}
        className={`${styles.card} ${marked.marked}`}
        dir={view.direction}
        tabIndex={view.reached === id ? 0 : -1}
        aria-label={element ? spokenBox(element, problems, { ...about, ...toldOf(view, id), breaks }) : say('outline.any-time')}
      >
        <div className={styles.head} style={{ minBlockSize: cardHead(element ?? { title: {}, tags: [] }) }}>
          {kind && <Icon of={kind.icon} className={styles.glyph} />}
          {id === anyTimeId && <Icon of={Clock} className={styles.glyph} />}
          <b dir="auto" className={marked.name} title={element ? nameOf(element, say, text) : undefined}>
            {element && (
              <span className={styles.clause}>
                <StepClause definition={view.definition} tags={element.tags} />
              </span>
            )}
            {element ? nameOf(element, say, text) : say('outline.any-time')}
          </b>
          <Problems count={problems} />
          <MarkBadge mark={view.marks?.steps.get(id)} />
        </div>
        <span className={styles.broken}>
          <BrokenClause step={id} />
        </span>
        {element && hasWho(element) && (
          <div className={styles.who}>
            <span dir="auto">{whoOf(element, about)}</span>
            <Due words={dueOf(element, about)} />
          </div>
        )}
        {box.rows.map((each) => (
          <Row key={each.row.address} box={box} each={each} />
        ))}
      </article>
      <Beads id={id} />
      <Company id={id} />
    </>
  );
});

/** An end, or the return to where it stopped. */
export const PillNode = memo(function PillNode({ id, selected }: NodeProps) {
  const view = useMapView();
  const say = useWords();
  const text = useText();
  const language = useLanguage();
  const { breaks } = useElementVerdicts(id);
  const element = view.plan.byId.get(id)?.element;
  if (!element) return null;
  const problems = view.problems.get(id) ?? 0;
  const icon = elementIcon(element);
  return (
    <>
      <Catch />
      <article
        data-map={id}
        data-kind={element.kind}
        data-outcome={element.outcome}
        data-chosen={view.chosen === id || undefined}
        data-among={selected || undefined}
        data-placing={view.placing === id || undefined}
        data-problem={problems > 0 || undefined}
        data-mark={view.marks?.steps.get(id)}
        data-now={view.marks?.now === id || undefined}
        className={`${styles.pill} ${marked.marked}`}
        dir={view.direction}
        tabIndex={view.reached === id ? 0 : -1}
        aria-label={spokenBox(element, problems, { ...view, say, text, language, ...toldOf(view, id), breaks })}
      >
        <Icon of={icon} size={14} turn={element.kind === 'history'} />
        <b dir="auto" className={marked.name} title={nameOf(element, say, text)}>
          {nameOf(element, say, text)}
        </b>
        <Problems count={problems} />
        <MarkBadge mark={view.marks?.steps.get(id)} />
      </article>
      <Beads id={id} />
      <Company id={id} />
    </>
  );
});

const toldOf = ({ marks }: MapView, id: string) => ({ mark: marks?.steps.get(id), numbers: marks?.numbers?.get(id) });

export function Problems({ count }: { readonly count: number }) {
  const say = useWords();
  if (count === 0) return null;
  return (
    <span className={styles.problems} title={say('outline.problems', { count })}>
      <Icon of={TriangleAlert} size={12} />
      {count > 1 && say('map.count', { count })}
    </span>
  );
}

export function Due({ words }: { readonly words: string }) {
  if (words === '') return null;
  return (
    <em>
      <Icon of={Clock} size={12} />
      {words}
    </em>
  );
}

/** Who else is at this box. */
export function Company({ id }: { readonly id: string }) {
  const { others, direction } = useMapView();
  const say = useWords();
  const here = others.filter(({ element }) => element !== undefined && element.split('/')[0] === id && id !== '');
  if (here.length === 0) return null;
  return (
    <span className={styles.flag} dir={direction}>
      {here.map(({ name }) => say('map.edits', { name })).join(say('list.separator'))}
    </span>
  );
}
