import type { MessageId } from '../language/messages.ts';
import type { Say } from '../language/words.tsx';
import type { ElementFinding } from '../model/findings.ts';

/** Sentences for what people meet while they draw: what is wrong and how to put it right. */
const sentences: Readonly<Record<string, MessageId>> = {
  'dead-row': 'finding.dead-row',
  'end-without-outcome': 'finding.end-without-outcome',
  'no-otherwise': 'finding.no-otherwise',
  'nobody-may-send': 'finding.nobody-may-send',
  'text-missing': 'finding.text-missing',
  'two-deadlines': 'finding.two-deadlines',
  'unknown-form': 'finding.unknown-form',
  'unknown-letter': 'finding.unknown-letter',
  'unknown-role': 'finding.unknown-role',
  'unknown-step': 'finding.unknown-step',
};

export function findingWords(finding: ElementFinding, say: Say): string {
  const { code, facts, row } = finding;
  const known = sentences[code];
  if (known) return say(known);
  if (code === 'schema' && facts.keyword === 'anyOf' && row !== undefined) return say('finding.open-way');
  if (code === 'schema' && facts.missing === 'initial') return say('finding.no-start');
  if (code === 'schema' && facts.keyword === 'required') return say('finding.to-choose');
  // What the panel cannot put right yet is told by the code that `redress check` says too.
  return say('finding.other', { code });
}
