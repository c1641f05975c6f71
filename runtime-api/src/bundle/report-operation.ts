import { deviationKinds } from '@redress/definitions';
import type { Period } from '../standards/period.ts';
import { titlesIn } from '../standards/titles-in.ts';
import type { BundleFacts } from './bundle-facts.ts';
import { html, type Markup } from './html.ts';
import type { OperationInBundle } from './manifest.ts';
import { operationOf } from './operation.ts';
import type { ReportLanguage, ReportWord } from './report-language.ts';
import { reportMeasures } from './report-measures.ts';

type Rule = OperationInBundle['rules'][number];

/** What the cases of a period show: rule by rule how many kept it, which broke it and where, and where cases went otherwise than drawn. */
export function reportOperation(facts: BundleFacts, language: ReportLanguage): Markup {
  const { say } = language;
  const operation = operationOf(facts);
  const titles = titlesIn(facts.definition, language.text);
  return html`<h2>${say('operation')}</h2>
<p>${periodWords(operation.period, language)} ${say('operation-cases', { count: operation.cases })}${operation.capped ? ` ${say('operation-capped')}` : ''}${operation.bound === undefined ? '' : ` ${say('operation-bound')}`}</p>
<p>${say('operation-lead')}</p>
${operation.cases === 0 ? html`<p>${say('operation-none')}</p>` : [ruleTable(operation.rules, language), reportMeasures(operation.measures ?? [], language), deviations(operation, language, titles)]}`;
}

export function periodWords({ from, to }: Period, { say, day }: ReportLanguage): string {
  if (from !== undefined && to !== undefined) return say('period', { from: day(from), to: day(to) });
  if (from !== undefined) return say('period-from', { from: day(from) });
  return to === undefined ? say('period-all') : say('period-to', { to: day(to) });
}

function ruleTable(rules: readonly Rule[], language: ReportLanguage): Markup {
  const heads = (['clause', 'measure', 'verdict', 'violations'] as const).map((word) => html`<th scope="col">${language.say(word)}</th>`);
  return html`<table><thead><tr>${heads}</tr></thead><tbody>
${rules.filter(({ verdict }) => verdict !== 'none').map((rule) => ruleRow(rule, language))}</tbody></table>
${silent(rules, language)}`;
}

function ruleRow(
  { rule, measure, verdict, kept, broken, open, violations, notNamed }: Rule,
  { say, text, number }: ReportLanguage,
): Markup {
  const over = kept + broken;
  const counts = [over > 0 ? say('kept-in', { kept, over }) : '', open > 0 ? say('open-in', { count: open }) : ''].filter(
    (part) => part !== '',
  );
  const places = violations.map(
    (one) =>
      html`<li><bdi>${one.number ?? one.case}</bdi>${one.line === undefined ? html` <small>${say('never-in-time')}</small>` : html` <small>${say('journal-line', { line: number(one.line) })}</small>`}</li>`,
  );
  return html`<tr><td><code>${rule}</code></td><td>${text(measure)}</td><td>${say(verdictWords[verdict])}<br><small>${counts.join(' · ')}</small></td><td>${
    places.length > 0 ? html`<ul>${places}</ul>` : ''
  }${notNamed > 0 ? html`<small>${say('not-named', { count: notNamed })}</small>` : ''}</td></tr>
`;
}

const verdictWords = {
  kept: 'verdict-kept',
  broken: 'verdict-broken',
  open: 'verdict-open',
  none: 'verdict-none',
} as const satisfies Record<Rule['verdict'], ReportWord>;

/** Of what no case speaks is said once, not in a row each. */
function silent(rules: readonly Rule[], { say }: ReportLanguage): Markup {
  const names = rules.filter(({ verdict }) => verdict === 'none').map(({ rule }) => rule);
  return names.length === 0 ? html`` : html`<p>${say('verdict-none')}: ${names.map((name) => html`<code>${name}</code> `)}</p>`;
}

function deviations(
  { deviations: counted, latest }: OperationInBundle,
  { say, time, number }: ReportLanguage,
  titles: (id: string) => string | undefined,
): Markup {
  const found = deviationKinds.filter((kind) => (counted[kind] ?? 0) > 0);
  return html`<h3>${say('deviations')}</h3>
${found.length === 0 ? html`<p>${say('deviations-none')}</p>` : html`<ul>${found.map((kind) => html`<li>${say(`deviation-${kind}`)}: ${number(counted[kind] ?? 0)}</li>`)}</ul>`}
${
  latest.length === 0
    ? ''
    : html`<ol>${latest.map(
        (one) =>
          html`<li>${time(one.at)} · <bdi>${one.number ?? one.case}</bdi> · ${deviationWord(one.kind, say)}${one.element === undefined ? '' : html` (<bdi>${titles(stepIn(one.element)) ?? one.element}</bdi>)`} <small>${say('journal-line', { line: number(one.line) })}</small></li>`,
      )}</ol>`
}`;
}

const deviationWord = (kind: string, say: ReportLanguage['say']): string => {
  const known = deviationKinds.find((one) => one === kind);
  return known ? say(`deviation-${known}`) : kind;
};

/** The step of an address: the id itself, or the last step on the way of a pointer. */
const stepIn = (element: string): string => [...element.matchAll(/\/states\/([^/]+)/g)].at(-1)?.[1] ?? element;
