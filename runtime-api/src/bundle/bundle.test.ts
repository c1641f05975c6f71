import { verify } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { countPoints } from '@redress/definitions';
import { sampleFacts, sampleKey } from '../../../test/tools/sample-bundle.ts';
import { packed } from './archive.ts';
import { bundleOf } from './bundle.ts';
import { reportOf } from './report.ts';

const key = sampleKey();
const facts = sampleFacts();
const files = bundleOf(facts, key);
const read = (name: string): string => Buffer.from(files.find((one) => one.name === name)?.bytes ?? []).toString('utf8');

test('a bundle holds what an auditor asks for, each file named in the manifest', () => {
  expect(files.map(({ name }) => name)).toEqual([
    'report.html',
    'definition.json',
    'started/escalation.json',
    'verdicts.json',
    'approvals.json',
    'attestations.json',
    'waivers.json',
    expect.stringMatching(/^evidence\/[0-9a-f]{64}$/),
    'journals/c1.jsonl',
    'journals/c2.jsonl',
    'manifest.json',
    'manifest.sig',
    'public-key.pem',
  ]);
  const manifest = JSON.parse(read('manifest.json'));
  expect(manifest.files.map(({ name }: { name: string }) => name)).toEqual(files.slice(0, -3).map(({ name }) => name));
  expect(manifest).toMatchObject({ procedure: { id: 'complaint', version: 3 }, key: { fingerprint: key.fingerprint } });
  expect(manifest.sample.cases).toMatchObject([
    { case: 'c1', faults: [] },
    { case: 'c2', faults: [] },
  ]);
  expect(JSON.parse(read('definition.json'))).toEqual(facts.document);
});

test('any program that knows Ed25519 can check the signature', () => {
  const [manifest, signature] = ['manifest.json', 'manifest.sig'].map((name) => files.find((one) => one.name === name)?.bytes);
  expect(verify(null, manifest ?? Buffer.of(), read('public-key.pem'), signature ?? Buffer.of())).toBe(true);
});

test('the same facts make the same bytes', () => {
  expect(packed(bundleOf(sampleFacts(), key)).equals(packed(files))).toBe(true);
});

test('the private key is nowhere in it', () => {
  const secret = key.privateKey.split('\n')[1] ?? 'none';
  expect(secret.length).toBeGreaterThan(40);
  for (const { bytes } of files) expect(Buffer.from(bytes).toString('latin1')).not.toContain(secret);
});

test('it says which guidance is implemented by which rules, and never that anybody does what a standard asks', () => {
  const verdicts = JSON.parse(read('verdicts.json'));
  expect(verdicts.statement).toMatch(/^Guidance implemented, rule packs structure /);
  expect(verdicts.guidance).toContainEqual({
    standard: 'ISO 10002:2018',
    holding: expect.any(Number),
    checkable: expect.any(Number),
  });
  const ofLaw = facts.checked.filter(({ pack }) => pack === 'law:pl-financial');
  expect(verdicts.laws).toEqual(countPoints(ofLaw));
  expect(verdicts.holding + verdicts.laws.holding).toBe(countPoints(facts.checked).holding);
  const { holding, checkable } = countPoints(ofLaw);
  expect(reportOf(facts, key.fingerprint)).toContain(
    `Of the law “\u2068Complaints on the Polish financial market\u2069”: ${holding} of ${checkable} checkable points hold.`,
  );
  for (const language of ['en', 'fa', 'pl'] as const)
    expect(reportOf({ ...facts, language }, key.fingerprint)).not.toMatch(/complian|certif/i);
});

describe('the page for reading', () => {
  const hostile = `<script>alert("1")</script><img src=x onerror='y'>&amp;\u202Eabc`;
  const person = { id: 'p1', name: hostile, party: 'organisation' } as const;
  const hostileFacts = sampleFacts({
    organisation: { id: 'o', name: hostile },
    madeBy: { id: 'p1', name: hostile },
    attestations: facts.attestations.map((one) => ({
      ...one,
      statement: hostile,
      evidence: hostile,
      files: one.files.map((file) => ({ ...file, name: hostile })),
      person,
    })),
    waivers: facts.waivers.map((one) => ({ ...one, reason: hostile, person })),
    approval: { ...facts.approval, why: hostile, approvedBy: person },
    definition: { ...facts.definition, title: { en: hostile, fa: hostile, pl: hostile } },
  });

  test.each(['en', 'fa', 'pl'] as const)('shows whatever somebody wrote as text (%s)', (language) => {
    const page = reportOf({ ...hostileFacts, language }, key.fingerprint);
    expect(page).not.toMatch(/<script|<img|onerror='|alert\("/);
    expect(page.match(/&lt;script&gt;alert\(&quot;1&quot;\)/g)?.length).toBeGreaterThanOrEqual(9);
  });

  test('runs nothing and fetches nothing', () => {
    const page = reportOf(facts, key.fingerprint);
    expect(page).toContain(`default-src &#39;none&#39;`);
    expect(page).not.toMatch(/<(script|link|img|iframe|object|form)\b|\b(src|href|on\w+)=/i);
  });

  test('is told in the language of its reader, right to left where that is so', () => {
    expect(reportOf({ ...facts, language: 'fa' }, key.fingerprint)).toMatch(/<html lang="fa" dir="rtl">.*بستهٔ شواهد.*۱۴۰۴/s);
    expect(reportOf({ ...facts, language: 'pl' }, key.fingerprint)).toMatch(/<html lang="pl" dir="ltr">.*Pakiet dowodów.*marca 2026/s);
    expect(reportOf(facts, key.fingerprint)).toMatch(/<html lang="en" dir="ltr">.*9 March 2026/s);
  });

  test('turns nothing around what runs the other way', () => {
    const page = reportOf({ ...facts, organisation: { id: 'o', name: 'بانک سبز' } }, key.fingerprint);
    expect(page).toContain('<bdi>بانک سبز</bdi>');
  });
});
