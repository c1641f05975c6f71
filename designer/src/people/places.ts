import type { Option } from '../base/select.tsx';
import { type Language, localeOf } from '../language/language.ts';

/** ISO 3166-1 alpha-2, all that a postal service knows. */
const countryCodes =
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW';

/** Countries by name, sorted as the reader's language sorts. */
export function countriesIn(language: Language): readonly Option[] {
  const names = new Intl.DisplayNames(localeOf[language], { type: 'region' });
  const sorting = new Intl.Collator(localeOf[language]);
  return countryCodes
    .split(' ')
    .map((id) => ({ id, name: names.of(id) ?? id }))
    .sort((one, other) => sorting.compare(one.name, other.name));
}

/** IANA zones; the slash is what people search around, so the city is the note of its name. */
export const timeZones = (): readonly Option[] =>
  ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')].map((zone) => ({ id: zone, name: zone }));

/** A first guess, to be changed: the zone of this computer and the country it belongs to, where that is plain. */
export function guessPlace(): { readonly timeZone: string; readonly country: string | undefined } {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const country = { 'Asia/Tehran': 'IR', 'Europe/Warsaw': 'PL', 'Europe/London': 'GB' }[timeZone];
  return { timeZone, country };
}

/** The zone that goes with a country: the one that is there if it lies in it, the only one it has, or none where there are several to choose from. */
export function zoneIn(country: string, there: string): string {
  if (country === '') return there;
  const zones = zonesOf(new Intl.Locale('und', { region: country }));
  if (!zones || zones.includes(there)) return there;
  return zones.length === 1 ? (zones[0] ?? there) : '';
}

/** Intl Locale Info: a method, and a property before that. Not every browser has it. */
const zonesOf = (
  place: Intl.Locale & { readonly timeZones?: readonly string[]; getTimeZones?(): readonly string[] },
): readonly string[] | undefined => place.getTimeZones?.() ?? place.timeZones;
