import { meanings } from '@redress/definitions';
import { isolated } from '../language/isolated.ts';
import type { MessageId } from '../language/messages.ts';
import type { Say } from '../language/words.tsx';
import type { ElementFinding } from '../model/findings.ts';
import { fieldsOf, textOf } from '../model/loose-json.ts';
import { placesOf } from '../model/places.ts';
import { sections } from '../model/property-commands.ts';
import { delayWords, type Text } from './outline-words.ts';

/** What words are found with: the procedure, and the reader's language. */
export interface Speaking {
  readonly definition: object;
  readonly say: Say;
  readonly text: Text;
}

/** Every code of the engine, and what the server adds. What is wrong, and how it is put right: no word that only programmers use. */
const sentences = {
  'assign-incomplete': 'finding.assign-incomplete',
  'child-cycle': 'finding.child-cycle',
  'child-outcome-without-row': 'finding.child-outcome-without-row',
  'claim-without-fact': 'finding.claim-without-fact',
  'clock-has-no-extension': 'finding.clock-has-no-extension',
  'clock-limit-open': 'finding.clock-limit-open',
  'clock-never-warns': 'finding.clock-never-warns',
  'clock-starts-late': 'finding.clock-starts-late',
  'clock-tag-on-no-step': 'finding.clock-tag-on-no-step',
  'comparison-does-not-fit': 'finding.comparison-does-not-fit',
  'condition-incomplete': 'finding.condition-incomplete',
  'condition-out-of-place': 'finding.condition-out-of-place',
  'dead-row': 'finding.dead-row',
  'deadline-stays': 'finding.deadline-stays',
  'default-does-not-fit': 'finding.default-does-not-fit',
  'delay-uncountable': 'finding.delay-uncountable',
  'due-is-no-row': 'finding.due-is-no-row',
  'due-without-deadline': 'finding.due-without-deadline',
  'end-without-outcome': 'finding.end-without-outcome',
  'endless-decision': 'finding.endless-decision',
  'event-in-two-tracks': 'finding.event-in-two-tracks',
  feel: 'finding.feel',
  'field-schema': 'finding.field-schema',
  'field-twice': 'finding.field-twice',
  'form-shows-hidden-field': 'finding.form-shows-hidden-field',
  'holder-is-no-person': 'finding.holder-is-no-person',
  'id-is-not-key': 'finding.id-is-not-key',
  'id-twice': 'finding.id-twice',
  'letter-to-nobody': 'finding.letter-to-nobody',
  limit: 'finding.limit',
  'no-otherwise': 'finding.no-otherwise',
  'nobody-may-send': 'finding.nobody-may-send',
  'option-twice': 'finding.option-twice',
  'own-history': 'finding.own-history',
  pattern: 'finding.pattern',
  'reassign-without-task': 'finding.reassign-without-task',
  'repeat-leads-away': 'finding.repeat-leads-away',
  'requires-of-nobody': 'finding.requires-of-nobody',
  'reserved-field': 'finding.reserved-field',
  'reserved-id': 'finding.reserved-id',
  'role-not-held': 'finding.role-not-held',
  schema: 'finding.odd',
  'stage-on-stage-step': 'finding.stage-on-stage-step',
  'text-missing': 'finding.text-missing',
  'two-deadlines': 'finding.two-deadlines',
  'unary-test': 'finding.feel',
  'unknown-clock': 'finding.unknown-clock',
  'unknown-decision': 'finding.unknown-decision',
  'unknown-definition': 'finding.unknown-definition',
  'unknown-delay': 'finding.unknown-delay',
  'unknown-event': 'finding.unknown-event',
  'unknown-field': 'finding.unknown-field',
  'unknown-form': 'finding.unknown-form',
  'unknown-letter': 'finding.unknown-letter',
  'unknown-outcome': 'finding.unknown-outcome',
  'unknown-placeholder': 'finding.unknown-placeholder',
  'unknown-role': 'finding.unknown-role',
  'unknown-service': 'finding.unknown-service',
  'unknown-step': 'finding.unknown-step',
  'unreachable-step': 'finding.unreachable-step',
  'unsafe-key': 'finding.unsafe-key',
  'value-does-not-fit': 'finding.value-does-not-fit',
  'wait-elsewhere': 'finding.wait-elsewhere',
  'wait-twice': 'finding.wait-twice',
  'waiting-without-row': 'finding.waiting-without-row',
  'words-open': 'finding.words-open',
} as const satisfies Readonly<Record<string, MessageId>>;

export const hasFindingWords = (code: string): code is keyof typeof sentences => Object.hasOwn(sentences, code);

/** What is wrong with a formula or a cell of a table; the rest cannot be understood at all. */
const formulas: Readonly<Record<string, MessageId>> = {
  count: 'finding.feel.count',
  'in-takes-rest': 'finding.feel.in-takes-rest',
  'not-allowed': 'finding.feel.not-allowed',
  'too-deep': 'finding.feel.too-long',
  'too-long': 'finding.feel.too-long',
  'unknown-function': 'finding.feel.unknown-function',
  'unknown-name': 'finding.feel.unknown-name',
};
const languages: Readonly<Record<string, MessageId>> = {
  en: 'finding.language.en',
  fa: 'finding.language.fa',
  pl: 'finding.language.pl',
};

/** A finding as a sentence, with the names people gave. Where a name was nearly right, the right one is proposed. */
export function findingWords(finding: ElementFinding, speaking: Speaking): string {
  const said = speaking.say(sentenceOf(finding), factsIn(finding, speaking));
  const { nearest } = finding.facts;
  if (typeof nearest !== 'string') return said;
  return `${said} ${speaking.say('finding.perhaps', { nearest: isolated(nameOfKind(kindOf(finding.code), nearest, speaking)) })}`;
}

function sentenceOf({ code, facts, row, field }: ElementFinding): MessageId {
  if (code === 'feel' || code === 'unary-test') return formulas[String(facts.problem)] ?? 'finding.feel';
  if (code === 'unknown-step' && facts.outside !== undefined) return 'finding.outside-stage';
  if (code !== 'schema') return hasFindingWords(code) ? sentences[code] : 'finding.odd';
  const isRow = row !== undefined && field.length === 0;
  if (facts.keyword === 'anyOf' && isRow) return 'finding.open-way';
  if (facts.missing === 'initial') return 'finding.no-start';
  if (facts.keyword === 'required' || facts.keyword === 'minProperties' || facts.keyword === 'minItems') return 'finding.to-choose';
  if (facts.keyword === 'additionalProperties' || facts.keyword === 'propertyNames') return 'finding.misspelt';
  if (facts.value === '') return 'finding.to-choose';
  return typeof facts.value === 'string' || typeof facts.value === 'number' ? 'finding.odd-value' : 'finding.odd';
}

/** Facts of the engine are ids; people know names. What has no name is said as it is written. */
function factsIn({ code, facts }: ElementFinding, speaking: Speaking): Readonly<Record<string, string | number>> {
  const named = Object.entries(facts).flatMap(([fact, value]): [string, string | number][] => {
    if (typeof value === 'number') return [[fact, value]];
    if (fact === 'procedure') return [[fact, isolated(speaking.text(textOf(value)))]];
    if (typeof value !== 'string') return [];
    return [[fact, isolated(factWords(code, fact, value, speaking))]];
  });
  return Object.fromEntries(named);
}

const kinds: Readonly<Record<string, string>> = {
  step: 'step',
  stage: 'step',
  target: 'step',
  other: 'step',
  field: 'field',
  role: 'role',
  form: 'form',
  letter: 'letter',
  delay: 'delay',
  clock: 'clock',
  event: 'event',
};

function factWords(code: string, fact: string, value: string, speaking: Speaking): string {
  const language = languages[value];
  if (fact === 'language') return language ? speaking.say(language) : value;
  if (fact === 'tag') return speaking.text(meanings.tags.get(value)?.title) || value.slice(value.indexOf(':') + 1);
  if (fact === 'outcome' || code === 'unknown-outcome') return speaking.text(meanings.tags.get(`outcome:${value}`)?.title) || value;
  if (code === 'two-deadlines') return nameOfKind('delay', value, speaking);
  if (code === 'unknown-step' && fact === 'name') return nameOfKind('step', value, speaking);
  return nameOfKind(kinds[fact], value, speaking);
}

/** `unknown-letter` looks for a letter; a formula or a letter names data of the case. */
const kindOf = (code: string): string =>
  code === 'unknown-placeholder' || !code.startsWith('unknown-') ? 'field' : code.slice('unknown-'.length);

/** What people call it, of a step, or of a member of a section of the procedure. */
export function nameOfKind(kind: string | undefined, id: string, { definition, say, text }: Speaking): string {
  if (kind === 'step') return text(textOf(fieldsOf(placesOf(definition).get(id)?.state.meta).title)) || id;
  const section = Object.entries(sections).find(([word]) => word === kind)?.[1];
  const member = section === undefined ? undefined : fieldsOf(fieldsOf(definition)[section])[id];
  const name = text(textOf(fieldsOf(member).title ?? fieldsOf(member).label));
  return name || (kind === 'delay' && member !== undefined ? delayWords(definition, id, say) : '') || id;
}
