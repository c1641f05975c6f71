import { expect, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { JsonObject } from '@redress/engine';
import fc from 'fast-check';
import { openDocument } from '../model/document.ts';
import { type Draft, fieldsOf, listIn, memberOf } from '../model/loose-json.ts';
import { perform } from '../model/perform.ts';
import { allPlaces } from '../model/places.ts';
import { commandFrom, type Dice } from '../model/pretend-commands.ts';
import { seed } from '../model/pretend-definitions.ts';
import { sections } from '../model/property-commands.ts';
import { changeWords, moveNeedWords } from './change-words.ts';
import { changesBetween } from './changes.ts';
import { moveNeed } from './move-needs.ts';
import { permitWords } from './permit-words.ts';
import { newlyPermitted } from './permits.ts';
import { edited, stateIn } from './planted.ts';
import { comparingIn } from './pretend-comparing.ts';

const languages = ['en', 'fa', 'pl'] as const;
const shipped = shippedProcesses.map((process) => JSON.parse(JSON.stringify(process)) as JsonObject);
const found = (id: string) => shipped.find((process) => process.id === id) ?? {};
const complaint = found('complaint');

const plain = (words: string) => words.replaceAll(/[\u2066-\u2069]/g, '');

async function toldIn(language: (typeof languages)[number], before: JsonObject, after: JsonObject): Promise<readonly string[]> {
  const comparing = (await comparingIn(language))(before, after);
  return changesBetween(before, after).map((change) => {
    const { head, lines } = changeWords(change, comparing);
    return plain([head, ...lines].join(' | '));
  });
}

/** What somebody might do to the complaint procedure in an hour. */
const after = edited(complaint, (draft) => {
  const { states } = stateIn(draft, 'inquiry');
  (states as Draft).visit = {
    id: 'visit',
    meta: { title: { en: 'Visit', fa: 'بازدید', pl: 'Wizyta' } },
    invoke: { src: 'task', input: { role: 'frontline' } },
    on: { giveUp: [{ target: '#withdrawn' }] },
  };
  memberOf(draft, 'events').giveUp = { label: { en: 'Give up', fa: 'رها کردن', pl: 'Porzuć' }, by: ['frontline'] };
  memberOf(memberOf(stateIn(draft, 'deciding'), 'invoke'), 'input').excludes = ['subject', 'investigator'];
  memberOf(stateIn(draft, 'deciding'), 'on').giveUp = [{ target: '#withdrawn' }];
  memberOf(memberOf(draft, 'delays'), 'decideBy').days = 9;
  memberOf(memberOf(memberOf(draft, 'data'), 'contact'), 'title').pl = 'Adres';
  listIn(memberOf(memberOf(draft, 'letters'), 'progressUpdate'), 'to').push('frontline');
  delete memberOf(stateIn(draft, 'reception'), 'states').acknowledging;
});

const changedWords = {
  en: [
    'Step Visit | now in Investigation | done by Front line | Give up, leads to Withdrawn',
    'Decide: never by Investigator',
    'A case can now go to Withdrawn after Decide | by this way: “Give up”',
    'Step Acknowledge',
    'Case data “How to reach you”: its name was changed in: Polish',
    'Outcome or message “Give up”',
    'Decide: 3 to 9 days',
    'Letter “Progress”: also goes to Front line',
  ],
  fa: [
    'گام بازدید | اکنون در بررسی | انجام‌دهنده: مسئول پذیرش شکایت | رها کردن، می‌رسد به انصراف',
    'تصمیم‌گیری: هرگز انجام نمی‌دهد: بررسی‌کننده',
    'پرونده اکنون می‌تواند پس از تصمیم‌گیری به انصراف برود | از این راه: «رها کردن»',
    'گام اعلام وصول',
    'دادهٔ پرونده «راه تماس»: نام آن در این زبان‌ها تغییر کرده است: لهستانی',
    'نتیجه یا پیام «رها کردن»',
    'تصمیم‌گیری: از ۳ به ۹ روز',
    'نامهٔ «پیشرفت»: این هم گیرنده است: مسئول پذیرش شکایت',
  ],
  pl: [
    'Krok Wizyta | teraz w: Badanie sprawy | wykonuje: Pierwsza linia obsługi | Porzuć, prowadzi do: Wycofana',
    'Podejmij decyzję: nigdy nie wykonuje: Osoba badająca sprawę',
    'Sprawa może teraz przejść z kroku Podejmij decyzję do: Wycofana | tą drogą: „Porzuć”',
    'Krok Potwierdź przyjęcie',
    'Dane sprawy „Adres”: teraz nazywa się Adres, dotąd: Dane kontaktowe',
    'Decyzja lub wiadomość „Porzuć”',
    'Podejmij decyzję, „Decyzja”: z 3 na 9 dni',
    'Pismo „Postępy”: trafia także do: Pierwsza linia obsługi',
  ],
} as const;

test.each(languages)('what changed is told in %s as people would say it', async (language) => {
  expect(await toldIn(language, complaint, after)).toEqual(changedWords[language]);
});

test('what is newly permitted, and what a move would need, is told as people would say it', async () => {
  const comparing = (await comparingIn('en'))(complaint, after);
  expect(newlyPermitted(complaint, after).map((permit) => plain(permitWords(permit, comparing)))).toEqual([
    'May now do Visit: Front line',
    'May now press Decide, “Give up”: Front line',
    'The letter Progress now goes also to: Front line',
    'A case can now go to Withdrawn after Visit',
    'A case can now go to Withdrawn after Decide',
    'Decide: due later than before, or not in every case as early',
  ]);
  const needs = ['acknowledging', 'deciding'].map((step) => moveNeedWords(moveNeed(complaint, after, step), comparing));
  expect(needs).toEqual(['A choice: the step is gone', 'Nothing']);
});

test('a name stands in a direction of its own, whatever language it is in', async () => {
  const comparing = (await comparingIn('fa'))(
    complaint,
    edited(complaint, (draft) => (stateIn(draft, 'deciding').meta = { title: { en: 'Decide!' } })),
  );
  const [change] = changesBetween(complaint, fieldsOf(comparing.after) as JsonObject);
  expect(change && changeWords(change, comparing).head).toContain('\u2068Decide!\u2069');
});

test('a language that is called like something every object has is a language like others', async () => {
  const odd = edited(complaint, (draft) => (stateIn(draft, 'deciding').meta = { title: { constructor: 'Decide!' } }));
  const comparing = await comparingIn('en');
  for (const [before, after] of [
    [complaint, odd],
    [odd, complaint],
  ] as const)
    expect(changesBetween(before, after).map((change) => changeWords(change, comparing(before, after)).head)).toHaveLength(1);
});

/** Words that no person gave: ids and paths. An id of one small word is a word of the language, too. */
function idsIn(definition: JsonObject): ReadonlySet<string> {
  const ids = [
    ...allPlaces(definition).map(({ id }) => id),
    ...Object.values(sections).flatMap((section) => Object.keys(fieldsOf(definition[section]))),
  ];
  return new Set(ids.filter((id) => /[a-z][A-Z0-9]/.test(id)));
}

test(`in three languages nothing is missing, no path and no id is said, of any two processes and of random edits (seed ${seed})`, async () => {
  const dice: fc.Arbitrary<Dice> = fc.tuple(fc.nat(9999), fc.nat(9999), fc.nat(9999), fc.nat(9999));
  const pairs: (readonly [JsonObject, JsonObject])[] = shipped.flatMap((one) => shipped.map((other) => [one, other] as const));
  for (const thrown of fc.sample(fc.array(dice, { minLength: 20, maxLength: 20 }), { numRuns: 20, seed })) {
    const start = openDocument(complaint);
    if (!start.ok) throw new Error('not opened');
    const end = thrown.reduce((document, each) => {
      const done = perform(document, [commandFrom(document, each)]);
      return done.ok ? done.value.document : document;
    }, start.value);
    pairs.push([complaint, JSON.parse(JSON.stringify(end.definition))]);
  }
  for (const language of languages) {
    const missing: string[] = [];
    const comparing = await comparingIn(language, missing);
    const odd: string[] = [];
    for (const [one, other] of pairs) {
      const about = comparing(one, other);
      const ids = new Set([...idsIn(one), ...idsIn(other)]);
      const said = [
        ...changesBetween(one, other).flatMap((change) => {
          const { head, lines } = changeWords(change, about);
          if (change.kind === 'changed' && lines.length === 0 && !head.includes(':')) odd.push(`nothing said: ${JSON.stringify(change)}`);
          return [head, ...lines];
        }),
        ...newlyPermitted(one, other).map((permit) => permitWords(permit, about)),
        ...(one === complaint ? allPlaces(one) : []).map(({ id }) => moveNeedWords(moveNeed(one, other, id), about)),
      ];
      for (const words of said) {
        const names = words.split(/[^A-Za-z0-9_]+/).filter((word) => ids.has(word));
        if (words.trim() === '' || names.length > 0 || /undefined|\[object|compare\.|\w\/\w|\{|\}/.test(words.replaceAll(/https:\S+/g, '')))
          odd.push(words);
      }
    }
    expect([...new Set(missing)]).toEqual([]);
    expect([...new Set(odd)].slice(0, 20)).toEqual([]);
  }
});
