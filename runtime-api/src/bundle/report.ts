import { createHash } from 'node:crypto';
import type { BundleFacts } from './bundle-facts.ts';
import { html, Markup, written } from './html.ts';
import { casesMost } from './manifest.ts';
import { reportFindings } from './report-findings.ts';
import { type ReportLanguage, reportLanguage } from './report-language.ts';
import { periodWords, reportOperation } from './report-operation.ts';
import { reportRules } from './report-rules.ts';
import { reportSignatures } from './report-signatures.ts';
import { inGroups } from './signing.ts';

/** The page of a bundle, for reading and for paper: no script, nothing fetched, whatever somebody wrote stands as text. */
export function reportOf(facts: BundleFacts, fingerprint: string): string {
  const language = reportLanguage(facts.language, facts.timeZone);
  const { say, text } = language;
  const title = `${say('title')} · ${text(facts.definition.title)}`;
  return html`<!doctype html>
<html lang="${language.code}" dir="${language.direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(style)}</style>
</head>
<body>
<h1>${say('title')}<br>${written(text(facts.definition.title))}</h1>
${about(facts, language, fingerprint)}
${reportRules(facts, language)}
${reportOperation(facts, language)}
${reportFindings(facts, language)}
${reportSignatures(facts, language)}
${cases(facts, language)}
</body>
</html>
`.text;
}

const style = `
body { font: 10.5pt/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 2rem auto; max-width: 62rem; padding-inline: 1rem }
h1 { font-size: 1.6em; line-height: 1.3 } h2 { margin-block-start: 2em; border-block-end: 1px solid #999 } h3 { margin-block: 1.5em 0.5em }
table { border-collapse: collapse; inline-size: 100% } th, td { text-align: start; vertical-align: top; padding: 0.3rem 0.5rem; border-block-end: 1px solid #ccc }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.25rem 1.5rem } dt { color: #555 } dd { margin: 0 }
code { overflow-wrap: anywhere; direction: ltr; unicode-bidi: isolate } td:first-child > code:only-child { white-space: nowrap } p.written { white-space: pre-wrap; margin: 0 }
ol, td > ul { margin: 0.3rem 0; padding-inline-start: 1.5rem } small { color: #555 }
[dir=rtl] ol { list-style-type: persian }
@media (max-width: 40rem) { dl { grid-template-columns: 1fr } dt { margin-block-start: 0.5rem } thead { display: none } table, tbody, tr, td { display: block } td { border: 0; padding-inline: 0; overflow-wrap: anywhere } tr { border-block-end: 1px solid #ccc } }
@media print { body { margin: 0; max-width: none } tr { break-inside: avoid } h2, h3 { break-after: avoid } }
`;
/** Nothing runs and nothing is fetched; the one style is known by its hash. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;

function about(facts: BundleFacts, language: ReportLanguage, fingerprint: string): Markup {
  const { say, number, time, text } = language;
  const { approval, packs, organisation, madeAt, madeBy } = facts;
  const named = packs.map(({ id, version }) => `${id} ${version}`).join(', ');
  const who = (name: string | undefined, at: string | undefined): Markup =>
    html`${name === undefined ? say('nobody') : written(name)}${at === undefined ? '' : `, ${time(at)}`}`;
  return html`<p>${say('packs', { packs: named })}</p>
<dl>
<dt>${say('organisation')}</dt><dd>${written(organisation.name)}</dd>
<dt>${say('procedure')}</dt><dd>${written(text(facts.definition.title))} <code>${facts.definition.id}</code></dd>
<dt>${say('version')}</dt><dd>${number(approval.version)}</dd>
<dt>${say('hash')}</dt><dd><code>${approval.hash}</code></dd>
${approval.shippedWith === undefined ? '' : html`<dt></dt><dd>${say('shipped', { version: approval.shippedWith })}</dd>`}
<dt>${say('submitted')}</dt><dd>${who(approval.submittedBy?.name, undefined)}</dd>
<dt>${say('approved')}</dt><dd>${who(approval.approvedBy?.name, approval.approvedAt)}</dd>
${approval.approval ? html`<dt>${say('approved-by-rules')}</dt><dd>${approval.approval.packs.map(({ id, version }) => `${id} ${version}`).join(', ')}</dd>` : ''}
<dt>${say('published')}</dt><dd>${who(approval.publishedBy?.name, approval.publishedAt)}</dd>
${approval.why === undefined ? '' : html`<dt>${say('why')}</dt><dd dir="auto">${approval.why}</dd>`}
<dt>${say('of-period')}</dt><dd>${periodWords(facts.period, language)}</dd>
<dt>${say('made')}</dt><dd>${time(madeAt)}</dd>
<dt>${say('made-by')}</dt><dd>${written(madeBy.name)}</dd>
<dt>${say('fingerprint')}</dt><dd><code>${inGroups(fingerprint)}</code><br>${say('verify-key')}</dd>
</dl>
<p>${say('verify')} <code>redress verify FILE.zip --key "${inGroups(fingerprint)}"</code></p>`;
}

const outcomes = ['resolved', 'unresolved', 'withdrawn', 'misdirected'] as const;
/** An outcome that a procedure counts by another word stands as it is written there. */
function outcomeWords(outcome: string, say: ReportLanguage['say']): string {
  const known = outcomes.find((one) => one === outcome);
  return known ? say(`outcome-${known}`) : outcome;
}

function cases({ sample }: BundleFacts, { say, number, time }: ReportLanguage): Markup {
  const rows = sample.cases.map(
    ({
      document,
      lines,
      faults,
    }) => html`<tr><td><bdi>${document.number ?? ''}</bdi> <code>${document._id}</code></td><td>${outcomeWords(document.outcome ?? '', say)}</td><td>${time(document.startedAt)}</td><td>${time(document.updatedAt)}</td><td>${number(lines.length)}</td><td>${
      faults.length === 0
        ? say('chain-whole')
        : say('chain-broken', { places: faults.map(({ fault, revision }) => `${fault} ${revision}`).join(', ') })
    }</td></tr>
`,
  );
  const heads = (['case', 'outcome', 'started', 'ended', 'journal-lines', 'chain'] as const).map(
    (word) => html`<th scope="col">${say(word)}</th>`,
  );
  return html`<h2>${say('cases')}</h2>
<p>${say('cases-how', { most: casesMost })}</p>
${rows.length === 0 ? html`<p>${say('cases-none')}</p>` : html`<table><thead><tr>${heads}</tr></thead><tbody>${rows}</tbody></table>`}
${sample.leftOut.length === 0 ? '' : html`<p>${say('left-out', { cases: sample.leftOut.map((one) => one.case).join(', ') })}</p>`}`;
}
