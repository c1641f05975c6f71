import { figureSaid, percentOf } from '@redress/definitions';
import { html, type Markup } from './html.ts';
import type { OperationInBundle } from './manifest.ts';
import type { ReportLanguage } from './report-language.ts';

type Measure = NonNullable<OperationInBundle['measures']>[number];
type Figure = Pick<Measure, 'over' | 'value' | 'count' | 'mostly'>;

/** What cases are measured by, each figure with what it was counted from. */
export function reportMeasures(measures: readonly Measure[], language: ReportLanguage): Markup {
  const { say } = language;
  if (measures.length === 0) return html``;
  const heads = (['clause', 'measure', 'measure-figure', 'measure-target'] as const).map((word) => html`<th scope="col">${say(word)}</th>`);
  return html`<h3>${say('measures')}</h3>
<p>${say('measures-lead')}</p>
<table><thead><tr>${heads}</tr></thead><tbody>
${measures.map((measure) => measureRow(measure, language))}</tbody></table>`;
}

function measureRow(measure: Measure, language: ReportLanguage): Markup {
  const { say, text, day } = language;
  const { rule, title, counted, unit, groups, periods, isUnmeasured } = measure;
  const inGroups = [
    ...(groups?.of ?? []).map(
      (group) => html`<li><bdi>${group.title ? text(group.title) : group.group}</bdi>: ${figureWords(group, unit, language)}</li>`,
    ),
    ...(groups && groups.others > 0 ? [html`<li>${say('measure-others', { count: groups.others })}</li>`] : []),
  ];
  const inPeriods = periods?.of.map(
    ({ from, meets, ...figure }) =>
      html`<li>${day(from)}: ${figureWords(figure, unit, language)}${meets === undefined ? '' : ` · ${say(meets ? 'measure-met' : 'measure-missed')}`}</li>`,
  );
  return html`<tr><td><code>${rule}</code></td><td>${text(title)}${counted ? html`<br><small>${text(counted)}</small>` : ''}</td><td>${
    isUnmeasured ? say('measure-unmeasured') : figureWords(measure, unit, language)
  }${inGroups.length > 0 ? html`<ul>${inGroups}</ul>` : ''}${inPeriods && inPeriods.length > 0 ? html`<ul>${inPeriods}</ul>` : ''}</td><td>${targetWords(measure, language)}</td></tr>
`;
}

function figureWords(figure: Figure, unit: Measure['unit'], { say, number }: ReportLanguage): string {
  const told = figureSaid(figure, unit);
  if (told.said === 'none') return say('measure-none');
  return told.said === 'number' ? number(told.facts.number) : say(`measure-${told.said}`, told.facts);
}

function targetWords({ target, unit, meets }: Measure, { say, number }: ReportLanguage): string {
  const told = (['atLeast', 'atMost'] as const).flatMap((side) => {
    const bound = target?.[side];
    if (bound === undefined) return [];
    const value = unit === 'share' ? `${number(percentOf(bound))} %` : number(bound);
    return [say(`measure-target-${side}`, { value })];
  });
  return [...told, ...(meets === undefined ? [] : [say(meets ? 'measure-met' : 'measure-missed')])].join(' · ');
}
