import { caseFields } from '../conditions/case-fields.ts';
import { valueWords } from '../conditions/condition-words.ts';
import { sortName } from '../forms-editor/sort-words.ts';
import type { MessageId } from '../language/messages.ts';
import { sortOf } from '../model/field-sort.ts';
import { fieldsOf, listOf, wordOf } from '../model/loose-json.ts';
import { listed } from '../outline/outline-words.ts';
import { countsWords, endsWords, expiryWords } from '../when/rule-words.ts';
import {
  asAct,
  asCalendar,
  asCompetence,
  asDay,
  asLength,
  asPercent,
  asRecord,
  asTag,
  asWritten,
  chosen,
  inLanguages,
  partNamed,
  severalOf,
  yesOrNo,
} from './fact-values.ts';
import { type Fact, fact, setApart, type ValueWords } from './facts.ts';
import { spoken } from './letter-words.ts';

export const parties: Readonly<Record<string, MessageId>> = {
  organisation: 'party.organisation',
  complainant: 'party.complainant',
  provider: 'party.provider',
  customer: 'party.customer',
};

const letterWays: Readonly<Record<string, MessageId>> = {
  preferred: 'letters.way.preferred',
  email: 'letters.way.email',
  post: 'letters.way.post',
  portal: 'letters.way.portal',
  inbox: 'letters.way.inbox',
  sms: 'letters.way.sms',
};

/** The answers in each language in which one has words. */
const answers: ValueWords = (options, { say }) => {
  const titles = listOf(options).map((option) => fieldsOf(fieldsOf(option).title));
  const languages = [...new Set(titles.flatMap((title) => Object.keys(title)))];
  return Object.fromEntries(
    languages.map((language) => [
      language,
      listed(
        titles.map((title) => wordOf(title[language]) ?? '…'),
        say,
      ),
    ]),
  );
};

const startValue: Fact['value'] = (field, { say, text, written }) =>
  field.default === undefined ? undefined : valueWords(field.default, caseFields({ data: { field } }, text)[0], say, written);

/** What parts say beside their names, by their kind. */
export const partFacts: Readonly<Record<string, readonly Fact[]>> = {
  role: [
    fact('party', 'who.party', chosen(parties)),
    fact('independent', 'who.independent', yesOrNo),
    fact('competence', 'who.competence', severalOf(asCompetence)),
    fact('addressedBy', 'who.addressedBy', partNamed('field')),
    fact('heldBy', 'who.heldBy', partNamed('field')),
  ],
  field: [
    fact('help', 'forms.help', inLanguages),
    { of: ['schema', 'holds', 'options'], name: 'forms.sort', value: (field, { say }) => setApart(sortName(sortOf(field), say)) },
    { of: ['schema', 'options'], name: 'forms.answers', value: (field, seen) => answers(field.options, seen) },
    fact(
      'visibleTo',
      'forms.readers',
      (value, seen) => severalOf(partNamed('role'))(value, seen) ?? setApart(seen.say('compare.readers-all')),
    ),
    { of: ['default'], name: 'forms.begins-with', value: startValue },
    fact('means', 'forms.means', asWritten),
  ],
  form: [fact('help', 'forms.help', inLanguages), fact('records', 'forms.records', severalOf(asRecord))],
  event: [
    fact('form', 'outline.form', partNamed('form')),
    fact('act', 'proof.act', asAct),
    fact('confirm', 'panel.confirm', inLanguages),
    fact(
      'style',
      'panel.style',
      chosen({ primary: 'panel.style.primary', neutral: 'panel.style.neutral', danger: 'panel.style.danger' }, 'panel.style.neutral'),
    ),
  ],
  delay: [
    fact('repeat', 'when.repeat', yesOrNo),
    fact('calendar', 'delay.calendar', asCalendar),
    fact('counts', 'when.counts', chosen(countsWords, countsWords.nextDay)),
    fact('ends', 'when.ends', chosen(endsWords, endsWords.exact)),
  ],
  clock: [
    fact('kind', 'when.clock-kind', chosen({ law: 'when.clock-law', service: 'when.clock-service' })),
    fact('starts', 'when.clock-starts', severalOf(asTag)),
    fact('stops', 'when.clock-stops', severalOf(asTag)),
    fact('pausesIn', 'when.clock-rests', severalOf(asTag)),
    fact('limit', 'when.clock-limit', asLength),
    fact('warnAt', 'when.warns', severalOf(asPercent)),
    fact('extension/limit', 'when.extension-limit', asLength),
    fact('extension/times', 'when.extension-times', asWritten),
    fact('extension/letter', 'when.extension-letter', partNamed('letter')),
    fact('expiryMeans', 'when.means', chosen(expiryWords, 'when.means.nothing')),
    fact('source', 'when.source', asWritten),
  ],
  letter: [
    fact('via', 'letters.via', severalOf(chosen(letterWays))),
    fact('owner', 'letters.owner', partNamed('role')),
    fact('reviewBy', 'letters.review', asDay),
    fact('records', 'letters.records', severalOf(asRecord)),
    fact('subject', 'letters.subject', (value, { side, comparing }) => spoken(value, side, comparing)),
  ],
};
