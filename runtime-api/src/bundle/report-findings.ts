import { clauseOf } from '@redress/definitions';
import type { BundleFacts } from './bundle-facts.ts';
import { html, type Markup, written } from './html.ts';
import type { ReportLanguage } from './report-language.ts';
import { inOwnWords, reportTable } from './report-signatures.ts';

type Finding = NonNullable<BundleFacts['findings']>[number];

/** What officers found in the review: how grave, by which clause, where, in whose words, and who settled it. */
export function reportFindings({ findings }: BundleFacts, language: ReportLanguage): Markup {
  const { say } = language;
  return html`<h2>${say('findings')}</h2>
<p>${say(findings === undefined ? 'findings-not-kept' : 'findings-lead')}</p>
${
  findings === undefined
    ? ''
    : reportTable(
        ['clause', 'found', 'answers', 'settled'],
        findings.map((one) => findingRow(one, language)),
        language,
      )
}`;
}

function findingRow(
  { finding: { grade, clause }, person, at, text, replies, resolved, ...where }: Finding,
  language: ReportLanguage,
): Markup {
  const { say, time } = language;
  const by = (one: Finding['person'], then: string): Markup => html`<small>${one ? html`${written(one.name)}, ` : ''}${time(then)}</small>`;
  const title = language.text(clauseOf(clause)?.title);
  return html`<tr><td><strong>${say(`grade-${grade}`)}</strong><br><code>${clause}</code> ${title}</td><td>${placeOf(where, language)}${inOwnWords(text)}${by(person, at)}</td><td>${replies.map((reply) => html`${inOwnWords(reply.text)}${by(reply.person, reply.at)}<br>`)}</td><td>${resolved ? by(resolved.person, resolved.at) : say('not-settled')}</td></tr>
`;
}

/** What it is about, as that was called when it was raised; an address where it had no name. */
function placeOf({ element, called = {} }: Pick<Finding, 'element' | 'called'>, { say, text }: ReportLanguage): Markup {
  if (element === '') return html`${say('whole')}`;
  const names = [called.name, called.way].flatMap((name) => (name ? [written(text(name))] : []));
  return names.length === 0 ? html`<code>${element}</code>` : html`${names.map((name, index) => html`${index === 0 ? '' : ' · '}${name}`)}`;
}
