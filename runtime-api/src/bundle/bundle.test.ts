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
    'operation.json',
    'approvals.json',
    'findings.json',
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

test('of a must that breaks only where something goes wrong the page says that it holds as it is drawn, in the language of its reader', () => {
  const [first, ...others] = facts.checked.filter(({ pack }) => pack === 'iso-10002');
  if (!first) throw new Error('No rule of ISO 10002');
  const failures = [{ element: 'acknowledging', path: [], facts: {} }];
  const mishap = { ...first, verdict: 'fails', severity: 'should', failures, holdsAsDrawn: true } as const;
  const words = {
    en: 'As it is drawn, it holds.',
    fa: 'همان‌گونه که کشیده شده، رعایت می‌شود.',
    pl: 'Tak jak narysowano, warunek jest spełniony.',
  };
  for (const language of ['en', 'fa', 'pl'] as const) {
    const said = (checked: typeof facts.checked) =>
      reportOf({ ...facts, language, checked }, key.fingerprint).split(words[language]).length - 1;
    expect([said([mishap, ...others]), said([{ ...mishap, holdsAsDrawn: undefined } as never, ...others])]).toEqual([1, 0]);
  }
});

test('beside the design it says what the cases of a period show: each measure with its numbers, the cases that break it and the line that does', () => {
  const operation = JSON.parse(read('operation.json'));
  const [broken, kept, silent] = operation.rules;
  expect(broken).toMatchObject({
    clause: expect.any(String),
    measure: { en: expect.any(String), fa: expect.any(String), pl: expect.any(String) },
    verdict: 'broken',
    kept: 148,
    broken: 2,
    violations: [{ case: 'c9', number: 'R-2026-9', line: 12 }],
    notNamed: 1,
  });
  expect([kept.verdict, silent.verdict]).toEqual(['kept', 'none']);
  expect(operation.rules.map((rule: { class: string }) => rule.class)).toContain('records');
  expect(read('operation.json')).not.toContain('Olga');
  const page = reportOf(facts, key.fingerprint);
  expect(page).toMatch(
    /All cases of this version\..*kept in \u2068?148\u2069? of \u2068?150.*R-2026-9<\/bdi> <small>journal line \u2068?12/s,
  );
});

test('what cases are measured by stands in it with what was counted, a verdict only where there is a target, and no case', () => {
  const { measures } = JSON.parse(read('operation.json'));
  expect(measures[0]).toMatchObject({ measure: 'ack-on-time', over: 150, count: 141, target: { atLeast: 0.98 }, meets: false });
  expect(JSON.stringify(measures)).not.toContain('R-2026-9');
  const page = (language: 'en' | 'fa' | 'pl') => reportOf({ ...facts, language }, key.fingerprint).replace(/[\u2068\u2069]/g, '');
  expect(page('en')).toMatch(/Acknowledged on time.*Told before our time ran out.*141 of 150 \(94 %\).*at least 98 % · missed/s);
  expect(page('en')).toMatch(/Delivery<\/bdi>: 3<\/li>.*Others: 2.*Heard.*no data/s);
  expect(page('fa')).toContain('۱۴۱ از ۱۵۰ (۹۴٪)');
  expect(page('pl')).toContain('141 z 150 (94%)');
});

test('every proof on the page has a name in its language, a way out with its step; ended cases are told by number and outcome', () => {
  const page = (language: 'en' | 'fa' | 'pl') => reportOf({ ...facts, language }, key.fingerprint);
  for (const language of ['en', 'fa', 'pl'] as const) expect(page(language)).not.toMatch(/<bdi>\//);
  expect(page('en')).toContain('<bdi>Close: Close</bdi>');
  expect(page('fa')).toContain('<bdi>انصراف از شکایت</bdi>');
  expect(page('en')).toContain('<bdi>R-2026-c1</bdi> <code>c1</code></td><td>resolved</td>');
  expect(page('pl')).toContain('<code>c1</code></td><td>rozwiązana</td>');
  expect(page('en')).toContain('<li>Others: 2</li>');
});

test('manifest, numbers and page say of which period they are, in the days of the reader', () => {
  const period = { from: '2026-01-01', to: '2026-03-31' };
  const ofQuarter = sampleFacts({ period });
  const named = bundleOf(ofQuarter, key).flatMap(({ name, bytes }) =>
    ['manifest.json', 'operation.json'].includes(name) ? [JSON.parse(Buffer.from(bytes).toString('utf8')).period] : [],
  );
  expect(named).toEqual([period, period]);
  const page = (language: 'en' | 'fa' | 'pl', more: Partial<typeof facts> = {}) =>
    reportOf({ ...ofQuarter, ...more, language }, key.fingerprint).replace(/[\u2068\u2069]/g, '');
  expect(page('en')).toContain('Cases received from 1 January 2026 to 31 March 2026.');
  expect(page('fa')).toContain('پرونده‌های دریافت‌شده از ۱۱ دی ۱۴۰۴ تا ۱۱ فروردین ۱۴۰۵.');
  expect(page('pl')).toContain('Sprawy otrzymane od 1 stycznia 2026 do 31 marca 2026.');
  const nobody = { operation: { ...facts.operation, cases: 0, rules: [] } };
  expect(page('en', nobody)).toContain('No case in this period.');
});

test('what officers found in the review stands in it, with its weight, clause, place, answers and who settled it when', () => {
  expect(JSON.parse(read('findings.json'))).toEqual(facts.findings);
  expect(JSON.parse(read('manifest.json')).findings).toBe(2);
  const page = (more: Partial<typeof facts>) => reportOf({ ...facts, ...more }, key.fingerprint).replace(/[\u2068\u2069]/g, '');
  expect(page({})).toMatch(
    /Major nonconformity.*10002\/7\.8<\/code> \S.*Decide<\/bdi> · <bdi>Decision made.*Nobody is told why.*Cora.*The letter says it now.*Olga.*28 February 2026/s,
  );
  expect(page({ language: 'fa' })).toMatch(/یافته‌های بازبینی.*عدم انطباق عمده.*۱۴۰۴/s);
  expect(page({ language: 'pl' })).toMatch(/Ustalenia z przeglądu.*Duża niezgodność.*28 lutego 2026/s);
  expect(page({ findings: [] })).toMatch(/Findings of the review<\/h2>\s<p>[^<]*<\/p>\s<p>None\./);
  const { findings: _, ...unkept } = facts;
  expect(reportOf(unkept, key.fingerprint)).toContain('No findings are kept with this version.');
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
    findings: (facts.findings ?? []).map((one) => ({
      ...one,
      ...{ person, text: hostile, element: hostile, called: { name: { en: hostile, fa: hostile, pl: hostile } } },
      ...{ finding: { ...one.finding, clause: hostile }, replies: one.replies.map((reply) => ({ ...reply, person, text: hostile })) },
      resolved: { person, at: one.at },
    })),
    operation: {
      ...facts.operation,
      rules: facts.operation.rules.map((rule) => ({
        ...rule,
        places: rule.places.map((place) => ({ ...place, case: { id: hostile, number: hostile } })),
      })),
      latest: facts.operation.latest.map((one) => ({ ...one, case: { id: hostile, number: hostile }, element: hostile })),
    },
    definition: { ...facts.definition, title: { en: hostile, fa: hostile, pl: hostile } },
  });

  test.each(['en', 'fa', 'pl'] as const)('shows whatever somebody wrote as text (%s)', (language) => {
    const page = reportOf({ ...hostileFacts, language }, key.fingerprint);
    expect(page).not.toMatch(/<script|<img|onerror='|alert\("/);
    expect(page.match(/&lt;script&gt;alert\(&quot;1&quot;\)/g)?.length).toBeGreaterThanOrEqual(20);
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
