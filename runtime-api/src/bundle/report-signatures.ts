import { wordsOfRules } from '../standards/tell-finding.ts';
import type { BundleFacts } from './bundle-facts.ts';
import { html, type Markup, written } from './html.ts';
import { evidenceFolder } from './manifest.ts';
import type { ReportLanguage, ReportWord } from './report-language.ts';

/** What people signed and took off, in their own words. */
export function reportSignatures({ attestations, waivers, evidence }: BundleFacts, language: ReportLanguage): Markup {
  const { say, day, time } = language;
  const asked = (rule: string): Markup => html`<code>${rule}</code> ${language.text(wordsOfRules.get(rule)?.requirement)}`;
  const by = (name: string | undefined, at: string): Markup => html`${name === undefined ? '' : written(name)}, ${time(at)}`;
  const until = (last: string, state: 'valid' | 'lapsed' | 'withdrawn'): string =>
    state === 'valid' ? day(last) : `${day(last)} (${say(state)})`;
  const signed = attestations.map(
    (one) =>
      html`<tr><td>${asked(one.rule)}</td><td>${inOwnWords(one.statement)}</td><td>${inOwnWords(one.evidence)}${one.files.map(fileOf)}</td><td>${by(one.person?.name, one.at)}</td><td>${until(one.validUntil, one.state)}</td></tr>\n`,
  );
  const waived = waivers.map(
    (one) =>
      html`<tr><td>${asked(one.rule)}</td><td>${inOwnWords(one.reason)}</td><td>${by(one.person?.name, one.at)}</td><td>${until(one.until, one.state)}</td></tr>\n`,
  );
  return html`<h2>${say('signed')}</h2>
<p>${say('signed-lead')}</p>
${reportTable(['requirement', 'statement', 'evidence', 'signed-by', 'until'], signed, language)}
${evidence.leftOut.length === 0 ? '' : html`<p>${say('files-left-out')} ${evidence.leftOut.map(({ name, sha256 }) => html`${written(name)} <code>${sha256}</code> `)}</p>`}
<h2>${say('waivers')}</h2>
${reportTable(['requirement', 'reason', 'signed-by', 'until'], waived, language)}`;
}

/** By its name, and by the one under which it lies in the bundle. */
const fileOf = ({ name, sha256 }: BundleFacts['attestations'][number]['files'][number]): Markup =>
  html`<p class="written">${written(name)}<br><code>${evidenceFolder}${sha256}</code></p>`;

export const inOwnWords = (text: string): Markup => html`<p class="written" dir="auto">${text}</p>`;

export function reportTable(heads: readonly ReportWord[], rows: readonly Markup[], { say }: ReportLanguage): Markup {
  if (rows.length === 0) return html`<p>${say('none')}</p>`;
  return html`<table><thead><tr>${heads.map((word) => html`<th scope="col">${say(word)}</th>`)}</tr></thead><tbody>
${rows}</tbody></table>`;
}
