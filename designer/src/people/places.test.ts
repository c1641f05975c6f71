import { expect, test } from '@jest/globals';
import { countriesIn, zoneIn } from './places.ts';

test('a country brings its time zone with it, unless the one that is there lies in it; where it has several, somebody chooses', () => {
  expect(zoneIn('PL', 'UTC')).toBe('Europe/Warsaw');
  expect(zoneIn('IR', 'Europe/Warsaw')).toBe('Asia/Tehran');
  expect(zoneIn('ES', 'Atlantic/Canary')).toBe('Atlantic/Canary');
  expect(zoneIn('US', 'UTC')).toBe('');
  expect(zoneIn('', 'UTC')).toBe('UTC');
});

test('no country that can be chosen leaves a zone that its browser does not know', () => {
  const known = new Set(Intl.supportedValuesOf('timeZone'));
  const odd = countriesIn('en').filter(({ id }) => zoneIn(id, 'UTC') !== '' && !known.has(zoneIn(id, 'UTC')));
  expect(odd).toEqual([]);
});
