import { expect, test } from '@jest/globals';
import { addressIn } from './address.ts';

const local = 'a'.repeat(64);
const domain = (last: number): string => `${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(last)}.pl`;
const longest = `${local}@${domain(58)}`;

test('the longest address that mail servers take has 254 characters', () => expect(longest).toHaveLength(254));

test.each([
  ['an address', 'ada@example.org', 'ada@example.org'],
  ['an address with a name', 'Ada <a@b.pl>', 'a@b.pl'],
  ['a name with a comma, in quotes', '"Lovelace, Ada" <a@b.pl>', 'a@b.pl'],
  ['a name in another script', 'آدا <a@b.pl>', 'a@b.pl'],
  ['brackets without a name', '<a@b.pl>', 'a@b.pl'],
  ['blanks around it', '  ada@example.org ', 'ada@example.org'],
  ['blanks inside the brackets', 'Ada < a@b.pl >', 'a@b.pl'],
  ['what people add to sort their mail', 'ada+parcel.2@example.org', 'ada+parcel.2@example.org'],
  ['letters of other scripts', 'józef@żółw.pl', 'józef@żółw.pl'],
  ['a script with marks beside its letters', 'संपर्क@डाटामेल.भारत', 'संपर्क@डाटामेल.भारत'],
  ['a domain as machines write it', 'ada@xn--w-uga1v8h.xn--p1ai', 'ada@xn--w-uga1v8h.xn--p1ai'],
  ['254 characters', longest, longest],
])('%s is written to', (_, contact, address) => expect(addressIn(contact)).toBe(address));

test.each([
  ['nothing', ''],
  ['blanks', '   '],
  ['no text', undefined],
  ['a phone number', '+48 600 100 200'],
  ['a street', 'Wiejska 4, Warszawa'],
  ['two addresses, by a comma', 'ada@example.org, bo@example.org'],
  ['two addresses, by a blank', 'ada@example.org bo@example.org'],
  ['two addresses, by a semicolon', 'ada@example.org;bo@example.org'],
  ['two addresses in brackets', '<ada@example.org> <bo@example.org>'],
  ['an address as the name of another', 'ada@example.org <bo@example.org>'],
  ['an address and words', 'ada@example.org or by phone'],
  ['a line break behind it', 'ada@example.org\r\nBcc: bo@example.org'],
  ['a line break in the name', 'Ada\nBcc: bo <ada@example.org>'],
  ['255 characters', `${local}@${domain(59)}`],
  ['65 characters before the at', `a${local}@b.pl`],
  ['64 characters between two dots', `ada@${'b'.repeat(64)}.pl`],
  ['blanks within', 'ada @example.org'],
  ['no domain', 'ada@'],
  ['a domain without a dot', 'ada@localhost'],
  ['the number of a machine', 'ada@10.0.0.10'],
  ['a dot at the end of the name', 'ada.@example.org'],
  ['a dot at the beginning', '.ada@example.org'],
  ['two dots', 'ada@example..org'],
  ['two ats', 'ada@example@example.org'],
  ['a hyphen at an edge', 'ada@-example.org'],
])('%s is printed and posted', (_, contact) => expect(addressIn(contact)).toBeUndefined());

/** A pattern that goes back again and again would not come to an end. */
test.each(['.'.repeat(320), `${'a.'.repeat(159)}@`, `a@${'b-'.repeat(158)}`, `a@${'b.'.repeat(159)}`, `"${'"'.repeat(318)}`])(
  'what was made to hold us up is printed and posted: %s',
  (contact) => expect(addressIn(contact)).toBeUndefined(),
);
