import { meanings, measures } from '@redress/definitions';
import { channelWords } from '../case/channel-words.ts';
import type { MessageId } from '../language/messages.ts';
import { fieldsOf, isText, textOf, wordOf } from '../model/loose-json.ts';
import { readMeasure, targetWords } from '../proof/measure-words.ts';
import { asCalendar, asProcedure, asWritten, chosen, fieldsNamed, inLanguages, partNamed, severalOf } from './fact-values.ts';
import { type Fact, fact, factLines, seenOn, setApart, type ValueWords, valueAt } from './facts.ts';
import { type Comparing, languageName, type Side } from './named.ts';
import type { Teller } from './tellers.ts';

const kinds: Readonly<Record<string, MessageId>> = {
  complaint: 'proof.kind.complaint',
  escalation: 'proof.kind.escalation',
  dispute: 'proof.kind.dispute',
  code: 'proof.kind.code',
  satisfaction: 'proof.kind.satisfaction',
  general: 'proof.kind.general',
};
const retentionStarts: Readonly<Record<string, MessageId>> = {
  closed: 'proof.retention-from.closed',
  received: 'proof.retention-from.received',
  filed: 'proof.retention-from.filed',
};

/** "7 years". */
const asPeriod: ValueWords = (period, { say, written }) => {
  const [, amount, unit] = /^P(\d+)([YMD])$/.exec(wordOf(period) ?? '') ?? [];
  const units: Readonly<Record<string, MessageId>> = {
    Y: 'proof.retention-unit.Y',
    M: 'proof.retention-unit.M',
    D: 'proof.retention-unit.D',
  };
  const name = units[unit ?? ''];
  if (name === undefined) return setApart(wordOf(period));
  return setApart(say('panel.length-of', { name: say(name), length: written.number(Number(amount)) }));
};

export const procedureFacts: readonly Fact[] = [
  fact('kind', 'proof.kind', chosen(kinds)),
  fact('summary', 'panel.summary', inLanguages),
  fact(
    'languages',
    'panel.languages',
    severalOf((value, { say }) => setApart(languageName(String(value), say))),
  ),
  fact('start/form', 'forms.of-start', partNamed('form')),
  fact('machine/initial', 'compare.begins', partNamed('step')),
  fact('calendar', 'panel.calendar', (value, seen) => asCalendar(value ?? 'organisation', seen)),
  fact('policy/id', 'proof.policy-id', asWritten),
  fact('policy/version', 'compare.policy-version', asWritten),
  fact('policy/url', 'compare.policy-url', asWritten),
  fact('channels', 'proof.channels', severalOf(chosen(channelWords))),
  fact('retention/period', 'proof.retention', asPeriod),
  fact('retention/from', 'compare.retention-from', chosen(retentionStarts)),
  fact(
    'retention/then',
    'compare.retention-then',
    chosen({ anonymise: 'proof.retention-then.anonymise', delete: 'proof.retention-then.delete' }),
  ),
  fact('retention/text', 'compare.retention-text', inLanguages),
  fact('links', 'proof.links', severalOf(asProcedure)),
  fact('home', 'when.home', partNamed('step')),
  fact('returns', 'forms.returns', fieldsNamed),
  fact('machine/description', 'panel.remark', asWritten),
];

/** What is measured, and what the public is told: each by its own name. */
export const listedTellers = (comparing: Comparing): readonly Teller[] => [
  { of: ['kpis'], tell: (before, after) => eachTold([before.kpis, after.kpis], measureLines, comparing) },
  { of: ['publishes'], tell: (before, after) => eachTold([before.publishes, after.publishes], publishedLines, comparing) },
];

type Pair = readonly [unknown, unknown];
function eachTold(
  [before, after]: Pair,
  linesOf: (word: string, values: Pair, comparing: Comparing) => readonly string[],
  comparing: Comparing,
): readonly string[] {
  const [was, now] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(now)])].flatMap((word) => linesOf(word, [was[word], now[word]], comparing));
}

function measureLines(word: string, [before, after]: Pair, comparing: Comparing): readonly string[] {
  const { say, text } = comparing;
  const name = text(measures.get(word)?.title) || text(textOf(valueAt(after ?? before, 'title'))) || word;
  const words = (value: unknown) => {
    const measure = readMeasure(value);
    const target = measure && targetWords(measure, say);
    return measure && setApart([target, say(`proof.unit.${measure.unit}`), say(`proof.per.${measure.per}`)].join(say('list.separator')));
  };
  return [
    ...factLines(say('compare.measure', { name: setApart(name) }), [words(before), words(after)], comparing),
    ...factLines(
      say('compare.measure-name', { name: setApart(name) }),
      [textOf(valueAt(before, 'title')), textOf(valueAt(after, 'title'))],
      comparing,
    ),
  ];
}

function publishedLines(word: string, values: Pair, comparing: Comparing): readonly string[] {
  const { say, text } = comparing;
  const name = say('compare.published', { name: setApart(text(meanings.publishes.get(word)?.title) || word.replace(/^x-/, '')) });
  const sides: readonly Side[] = ['before', 'after'];
  if (values.every(isText)) return factLines(name, [textOf(values[0]), textOf(values[1])], comparing);
  const [before, after] = values.map((value, index) => published(value, seenOn(sides[index] ?? 'after', comparing)));
  return factLines(name, [before, after], comparing);
}
const published: ValueWords = (value, { say, text }) => {
  if (isText(value)) return setApart(text(value) || say('proof.published.own'));
  return setApart(say(value === undefined ? 'proof.published.nothing' : 'proof.published.generated'));
};
