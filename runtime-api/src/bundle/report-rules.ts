import { type Checked, clauseOf, type Failure, lawPacks } from '@redress/definitions';
import type { PathStep } from '@redress/engine';
import { toldIn, wordsOfRules } from '../standards/tell-finding.ts';
import { type Titles, titlesIn } from '../standards/titles-in.ts';
import type { BundleFacts } from './bundle-facts.ts';
import { html, type Markup } from './html.ts';
import type { ReportLanguage } from './report-language.ts';
import { guidanceOf, lawsCounted } from './verdicts.ts';

/** Rule by rule: what is asked, the verdict, and what proves it or the shortest run that breaks it. */
export function reportRules({ checked, definition }: BundleFacts, language: ReportLanguage): Markup {
  const { say } = language;
  const titles = titlesIn(definition, language.text);
  const groups = [...new Set(checked.map(groupOf))];
  return html`<h2>${say('verdicts')}</h2>
<ul>
${guidanceOf(checked).map((counted) => html`<li>${say('guidance', { ...counted })}</li>\n`)}${lawsCounted(checked).map(
  ({ law, ...counted }) => html`<li>${say('law-points', { law: language.text(law), ...counted })}</li>\n`,
)}</ul>
${groups.map((group) => {
  const law = lawPacks.find(({ id }) => id === group);
  return html`<h3>${law ? language.text(law.title) : group === 'structure' ? say('sound') : group}</h3>
${law && law.verifiedBy === undefined ? html`<p>${say('law-unverified')}</p>` : ''}
${ruleTable(
  checked.filter((each) => groupOf(each) === group),
  { language, titles },
)}`;
})}`;
}

/** The standard whose clause it is; of a rule without one, the pack. */
const groupOf = ({ clause, pack }: Checked): string => (clause === undefined ? undefined : clauseOf(clause)?.standard) ?? pack;

interface Told {
  readonly language: ReportLanguage;
  readonly titles: Titles;
}

function ruleTable(rules: readonly Checked[], told: Told): Markup {
  const { say } = told.language;
  const heads = (['clause', 'requirement', 'verdict', 'proved-by'] as const).map((word) => html`<th scope="col">${say(word)}</th>`);
  return html`<table><thead><tr>${heads}</tr></thead><tbody>
${rules.map((rule) => ruleRow(rule, told))}</tbody></table>
`;
}

function ruleRow(rule: Checked, told: Told): Markup {
  const { say, text } = told.language;
  const words = wordsOfRules.get(rule.rule);
  return html`<tr><td><code>${rule.rule}</code></td><td>${text(words?.requirement)} <small>(${say(`severity-${rule.severity}`)})</small></td><td>${say(`verdict-${rule.verdict}`)}${rule.bound === undefined ? '' : ` (${rule.bound})`}</td><td>${
    rule.failures.length > 0 ? failed(rule, told) : proved(rule, told)
  }</td></tr>
`;
}

const proofMost = 12;
const proved = ({ proof }: Checked, { titles, language }: Told): Markup =>
  html`${proof.slice(0, proofMost).map((element, index) => html`${index === 0 ? '' : ', '}<bdi>${elementTitle(element, titles, language)}</bdi>`)}${proof.length > proofMost ? ' …' : ''}`;

/** What has no name of its own is said of the whole: its policy, who publishes it, how long records are kept. */
const elementTitle = (element: string, titles: Titles, { say }: ReportLanguage): string =>
  /^(\/\w+)?$/.test(element) ? say('whole') : (titles(element) ?? element);

function failed({ rule, verdict, failures, holdsAsDrawn }: Checked, { language, titles }: Told): Markup {
  const { say, text, number } = language;
  const [failure] = failures;
  if (!failure) return html``;
  const message = toldIn(text(wordsOfRules.get(rule)?.message), failure.facts, titles, number);
  return html`${holdsAsDrawn ? html`<p><small>${say('drawn-why')}</small></p>` : ''}${verdict === 'possible' ? html`<small>${say('possible-why')}</small>` : ''}
${runOf(failure, { language, titles })}
<p>${failure.path.length > 0 ? `${say('breaks')} ` : ''}<span dir="auto">${message}</span></p>
${failures.length > 1 ? html`<small>${say('other-ways', { count: failures.length - 1 })}</small>` : ''}`;
}

const runOf = ({ path }: Failure, told: Told): Markup =>
  path.length === 0 ? html`` : html`<ol>${path.map((step) => html`<li>${stepWords(step, told)}</li>`)}</ol>`;

function stepWords({ day, kind, event, step }: PathStep, { language: { say }, titles }: Told): Markup {
  const what = say(kind, { event: titles(event) ?? event });
  return html`<small>${say('day', { day: Math.floor(day) })}</small> ${what} → <bdi>${titles(step) ?? step}</bdi>`;
}
