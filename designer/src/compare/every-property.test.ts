import { expect, jest, test } from '@jest/globals';
import { shippedProcesses } from '@redress/definitions';
import type { JsonObject } from '@redress/engine';
import schema from '../../../engine/src/definition/process-definition.schema.json' with { type: 'json' };
import { type Language, languages } from '../language/language.ts';
import { loadMessages } from '../language/messages.ts';
import { edited as editedProperties } from '../model/editable.ts';
import { formatProperties } from '../model/format-properties.ts';
import { memberOf } from '../model/loose-json.ts';
import { seed } from '../model/pretend-definitions.ts';
import { editsBy } from '../model/pretend-edits.ts';
import { changeWords } from './change-words.ts';
import { changesBetween } from './changes.ts';
import { edited, stateIn } from './planted.ts';
import { comparingIn } from './pretend-comparing.ts';

jest.setTimeout(120_000);

const format = formatProperties(schema);
const commands = [...new Set(editedProperties.map(({ by }) => by))];

test(`a change of any property that has a field is told by what it is, not only by where it stands (seed ${seed})`, async () => {
  const comparing = await comparingIn('en');
  const { 'compare.something': something, 'compare.more': more } = await loadMessages('en');
  const general = [something, more].map((words) => words.slice(0, words.indexOf('{')));
  const untold: string[] = [];
  for (const name of commands) {
    const mine: ReadonlySet<string> = new Set(editedProperties.flatMap(({ by, property }) => (by === name ? [property] : [])));
    const wanted = new Set(mine);
    let count = 0;
    for (const { before, after, properties } of editsBy(name, format)) {
      const news = properties.filter((property) => wanted.delete(property));
      if (news.length === 0 && (count > 15 || !properties.some((property) => mine.has(property)))) continue;
      count += 1;
      for (const change of changesBetween(before.definition, after.definition)) {
        const { head, lines } = changeWords(change, comparing(before.definition, after.definition));
        const isGeneral = [head, ...lines].some((words) => general.some((each) => words.includes(each)));
        if (isGeneral) untold.push(`${name}: ${change.element} ${change.aspects.map(({ path }) => path).join(' ')}`);
      }
      if (count > 15 && wanted.size === 0) break;
    }
    untold.push(...[...wanted].map((property) => `${property} never changed by ${name}`));
  }
  expect(untold).toEqual([]);
});

const shipped = JSON.parse(JSON.stringify(shippedProcesses)) as JsonObject[];
const complaint = shipped.find(({ id }) => id === 'complaint') ?? {};
const changed = edited(complaint, (draft) => {
  memberOf(memberOf(stateIn(draft, 'deciding'), 'invoke'), 'input').priority = 3;
  memberOf(memberOf(stateIn(draft, 'deciding'), 'invoke'), 'input').assign = { rule: 'sameAs', step: 'inquiry', matches: ['contact'] };
  stateIn(draft, 'inquiry').description = 'Ask the branch';
  draft.returns = ['findings'];
  draft.home = 'deciding';
  memberOf(memberOf(draft, 'data'), 'findings').default = 'Nothing yet';
  memberOf(memberOf(memberOf(draft, 'data'), 'findings'), 'help').en = 'What you found';
});

const toldAs: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'The procedure',
    'Where each round comes back to: none → Decide',
    'What goes back to the procedure that began this one: none → Findings',
    'Investigation: Remark for those who draw: none → Ask the branch',
    'Decide',
    'Priority: Like any other task → High priority',
    'Who gets the task: Everybody with the role; whoever takes it → The same person as in another step (Investigation)',
    'Only people who can serve: none → How to reach you',
    'Case data “Findings”',
    'Explanation: none → What you found',
    'What it begins with in a new case: none → “Nothing yet”',
  ],
  fa: [
    'فرایند',
    'هر دور به کجا بازمی‌گردد: هیچ ← تصمیم‌گیری',
    'آنچه به فرایند آغازگر بازمی‌گردد: هیچ ← یافته‌ها',
    'بررسی: یادداشت برای طراحان: هیچ ← Ask the branch',
    'تصمیم‌گیری',
    'اولویت: مانند کارهای دیگر ← اولویت زیاد',
    'کار به چه کسی می‌رسد: همهٔ دارندگان نقش؛ هر که بردارد ← همان کسی که گام دیگری را انجام داد (بررسی)',
    'تنها کسانی که این توانایی‌ها را دارند: هیچ ← راه تماس',
    'دادهٔ پرونده «یافته‌ها»',
    'توضیح (انگلیسی): هیچ ← What you found',
    'در پروندهٔ تازه با چه آغاز می‌شود: هیچ ← «Nothing yet»',
  ],
  pl: [
    'Procedura',
    'Dokąd wraca każdy obieg: brak → Podejmij decyzję',
    'Co wraca do procedury, która rozpoczęła tę: brak → Wnioski',
    'Badanie sprawy: Uwaga dla rysujących: brak → Ask the branch',
    'Podejmij decyzję',
    'Priorytet: Jak każde inne zadanie → Wysoki priorytet',
    'Kto dostaje zadanie: Wszyscy z tą rolą; kto je weźmie → Ta sama osoba co w innym kroku (Badanie sprawy)',
    'Tylko osoby, które obsługują: brak → Dane kontaktowe',
    'Dane sprawy „Wnioski”',
    'Objaśnienie (angielski): brak → What you found',
    'Od czego zaczyna się w nowej sprawie: brak → „Nothing yet”',
  ],
};

test.each(languages)('what was and what is now is told in %s', async (language) => {
  const comparing = (await comparingIn(language))(complaint, changed);
  const told = changesBetween(complaint, changed).flatMap((change) => {
    const { head, lines } = changeWords(change, comparing);
    return [head, ...lines].map((words) => words.replaceAll(/[\u2066-\u2069]/g, ''));
  });
  expect(told).toEqual(toldAs[language]);
});
