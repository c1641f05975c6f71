import { kebab, meanings, recordWords } from '@redress/definitions';
import type { Json } from '@redress/engine';
import { isolated } from '../language/isolated.ts';
import type { MessageId } from '../language/messages.ts';
import { toldName, told as toldThings } from '../letters-editor/told-words.ts';
import { fieldsOf, textOf } from '../model/loose-json.ts';
import { listed } from '../outline/outline-words.ts';
import type { ShownFailure } from './checked-draft.ts';
import { partName, type SpeakingOfDraft, stepName, wayAt, wayName } from './speaking.ts';

/** The message of a rule with the names of this draft put in. */
export function messageWords(message: Readonly<Record<string, string>>, failure: ShownFailure, speaking: SpeakingOfDraft): string {
  return speaking.text(message).replaceAll(/\{(\w+)\}/g, (_, fact: string) => factWords(fact, failure, speaking));
}

function factWords(fact: string, failure: ShownFailure, speaking: SpeakingOfDraft): string {
  const { say, text } = speaking;
  const value = failure.facts[fact];
  if (typeof value === 'number') return say('check.number', { number: value });
  switch (fact) {
    case 'state':
    case 'first':
      return stepName(speaking, String(value));
    case 'cycle':
      return listed(
        wordsIn(value).map((id) => stepName(speaking, id)),
        say,
      );
    case 'event':
      return eventName(String(value), failure, speaking);
    case 'role':
      return partName(speaking, 'roles', String(value));
    case 'roles':
      return listed(
        wordsIn(value).map((id) => partName(speaking, 'roles', id)),
        say,
      );
    case 'field':
      return partName(speaking, 'data', String(value));
    case 'process':
      return isolated(speaking.procedureName(String(value)));
    case 'stage':
      return text(meanings.tags.get(`stage:${String(value)}`)?.title) || String(value);
    case 'value':
      return valueName(String(failure.facts.field), value, speaking);
    case 'missing':
      return listed(
        wordsIn(value).map((word) => lackName(word, failure.element, speaking)),
        say,
      );
    default:
      // A number without an end: nothing bounds it.
      return value === null || value === undefined ? say('check.without-end') : isolated(String(value));
  }
}

const wordsIn = (value: Json | undefined): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** A way by what its card says; else its button, or what it means. */
function eventName(event: string, { element }: ShownFailure, speaking: SpeakingOfDraft): string {
  const row = wayAt(speaking, element);
  if (row) return wayName(speaking, row);
  const { definition, text } = speaking;
  const label = text(textOf(fieldsOf(fieldsOf(fieldsOf(definition).events)[event]).label));
  return isolated(label || text(meanings.acts.get(event)?.title) || event);
}

function valueName(field: string, value: Json | undefined, { definition, say, text }: SpeakingOfDraft): string {
  if (value === null || value === undefined || value === '') return say('check.empty');
  if (typeof value === 'boolean') return say(value ? 'check.yes' : 'check.no');
  const { options } = fieldsOf(fieldsOf(fieldsOf(definition).data)[field]);
  const option = Array.isArray(options) ? options.map(fieldsOf).find((one) => one.value === value) : undefined;
  return isolated(text(textOf(option?.title)) || String(value));
}

const lacks = [
  ...['role', 'excludes', 'independent', 'owner', 'deadline', 'policy', 'retention', 'subject', 'complainant'],
  ...[
    'representative',
    'preferred-language',
    'accessibility-needs',
    'description',
    'product-or-service',
    'remedy-requested',
    'received-at',
  ],
  ...['due-date', 'severity', 'safety-implication', 'complexity', 'impact', 'need-for-immediate-action', 'root-cause', 'category'],
  ...[
    'systemic',
    'corrective-action',
    'process-understood',
    'right-to-withdraw',
    'top-management',
    'process-owner',
    'senior-manager',
    'handler',
  ],
  ...[
    'authorised-negotiator',
    'authority',
    'coordinator',
    'decision-maker',
    'dispute-type',
    'evidence',
    'evidence-list',
    'facts',
    'findings',
  ],
  ...['implementation-owner', 'issues', 'offer', 'remedies-available'],
  ...['due-dates', 'lessons', 'outcome', 'provider-performance', 'signatures'],
  ...[
    'causes',
    'definitions',
    'indicator',
    'frequency',
    'legal-requirements',
    'limitations',
    'measures',
    'objectives',
    'promises',
    'scope',
    'target',
  ],
  ...['action', 'characteristic', 'effectiveness-check', 'importance', 'limits', 'population', 'precision'],
] as const;
type Lack = (typeof lacks)[number];
const isLack = (word: string): word is Lack => lacks.some((one) => one === word);
const lackWord = (word: Lack): MessageId => `check.word.${word}`;
const isTold = (word: string): boolean => toldThings.some((one) => one === word);

/** What lacks: a content of letters, a field, a record, a role, something that is made public or measured. The draft's own names come first. */
export function lackName(word: string, element: string, speaking: SpeakingOfDraft): string {
  const { definition, say, text } = speaking;
  const { roles, data } = fieldsOf(definition);
  if (element === '/publishes' || element === '/kpis') {
    const meaning = meanings[element === '/publishes' ? 'publishes' : 'kpis'].get(word);
    if (meaning) return text(meaning.title);
  }
  if (element === '/channels' && isChannel(word)) return say(`channel.${word}`);
  if (element === '/links') return isolated(speaking.procedureName(word));
  const role = text(textOf(fieldsOf(fieldsOf(roles)[word]).title));
  if (role !== '') return isolated(role);
  const field = Object.entries(fieldsOf(data)).find(([id, one]) => fieldsOf(one).means === word || kebab(id) === word);
  const title = field && !isTold(word) ? text(textOf(fieldsOf(field[1]).title)) : '';
  if (title !== '') return isolated(title);
  const plain = kebab(word);
  if (isLack(plain)) return say(lackWord(plain));
  const record = isTold(word) ? undefined : recordWords.get(word);
  return record ? text(record) : toldName(word, say);
}

const channels = ['phone', 'letter', 'in-person'] as const;
const isChannel = (word: string): word is (typeof channels)[number] => channels.some((one) => one === word);
