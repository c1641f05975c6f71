import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { allMeasures } from '../operation/measures/all-measures.ts';
import { measureDiagnosis } from '../operation/measures/diagnosis.ts';
import { measureVersions } from '../operation/measures/versions.ts';
import { packs } from './packs.ts';

interface Row {
  readonly id: string;
  readonly pack: string;
  readonly clause?: string;
  readonly class: string;
  readonly severity: string;
  readonly state: string;
  readonly why?: string;
}
const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const rows: readonly Row[] = read('./rows.json');
const standards: Readonly<Record<string, { readonly clauses: object }>> = read('../clauses/standards.json');
const built = packs.flatMap((pack) => pack.rules.map(({ rule, severity }) => ({ pack: pack.id, rule, severity })));

describe('the table of all rows', () => {
  test('lists 171 that a definition proves, 26 that journals show and 25 that a person signs', () => {
    const count = (of: string) => rows.filter((row) => row.class === of).length;
    expect([count('definition'), count('records'), count('attestation'), rows.length]).toEqual([171, 26, 25, 222]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  test('and the packs hold the same rules, of the same class and weight', () => {
    const seen = built.map(({ pack, rule, severity }) => ({
      id: rule.id,
      pack,
      ...(rule.clause && { clause: rule.clause }),
      class: rule.class,
      severity,
    }));
    expect(seen).toEqual(rows.map(({ state: _, why: __, ...row }) => row));
  });

  test('says why of each that is only partly built or only named, and nothing is left out', () => {
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['built', 'partly', 'named']));
    expect(rows.filter(({ state, why }) => (state === 'built') === (why !== undefined))).toEqual([]);
  });

  test('names a row of class (b) without counting anything where nothing measures it, and only there', () => {
    const ofVersions = (['complaint', 'dispute'] as const).flatMap((kind) => [
      ...measureVersions(kind, [], '').map(({ rule }) => rule),
      ...measureDiagnosis(kind, { ended: 0, unresolved: 0 }).map(({ rule }) => rule),
    ]);
    // Objectives are the same measures, period by period.
    const measured = new Set([...allMeasures.map(({ rule }) => rule), ...ofVersions, '10002/6.2-B']);
    const named = rows.filter((row) => row.class === 'records' && row.state === 'named').map(({ id }) => id);
    expect(named).toEqual(rows.filter((row) => row.class === 'records' && !measured.has(row.id)).map(({ id }) => id));
    expect(rows.filter((row) => row.class !== 'records' && row.state !== 'built')).toEqual([]);
    expect(named).toHaveLength(2);
  });
});

test('what a rule is proved on shows in what it demands', () => {
  for (const { rule } of built) {
    const form = { records: 'measured', attestation: 'attested', definition: undefined }[rule.class];
    if (form) expect(rule.property.form).toBe(form);
    else expect(['measured', 'attested']).not.toContain(rule.property.form);
  }
});

test('every clause that a rule names has its words', () => {
  const missing = built.flatMap(({ rule }) => {
    const [standard = '', number = ''] = rule.clause?.split('/') ?? [];
    return !rule.clause || number in (standards[standard]?.clauses ?? {}) ? [] : [rule.id];
  });
  expect(missing).toEqual([]);
});

test.each(packs.map(({ id }) => id))('every file of %s holds the rule that it is called after', (id) => {
  const folder = new URL(`./${id}/`, import.meta.url);
  const files = readdirSync(folder).filter((name) => /\.ts$/.test(name) && !/\.test\.ts$|^pack\.ts$/.test(name));
  const named = built.filter(({ pack }) => pack === id).map(({ rule }) => `${rule.id.split('/').at(-1)?.toLowerCase()}.ts`);
  expect(files.sort()).toEqual(named.sort());
  for (const { rule } of built.filter(({ pack }) => pack === id))
    expect(readFileSync(new URL(`./${rule.id.split('/').at(-1)?.toLowerCase()}.ts`, folder), 'utf8')).toContain(`  id: '${rule.id}',\n`);
});

test('every pack that is listed as built stands in its folder with a version', () => {
  for (const { id, version } of packs) {
    expect(existsSync(new URL(`./${id}/pack.ts`, import.meta.url))).toBe(true);
    expect(version).toMatch(/^\d+\.\d+$/);
  }
});
