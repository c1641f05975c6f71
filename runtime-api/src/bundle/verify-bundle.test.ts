import { createPublicKey } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { countPoints, pointsApart } from '@redress/definitions';
import { type Zippable, zipSync } from 'fflate';
import { sampleFacts, sampleKey } from '../../../test/tools/sample-bundle.ts';
import { sha256 } from '../event-id.ts';
import { lineHash } from '../store/journal-line.ts';
import type { JournalLine } from '../store/models/journal.ts';
import { type BundleFile, packed } from './archive.ts';
import { bundleOf } from './bundle.ts';
import type { BundleFault } from './bundle-fault.ts';
import type { Manifest, Verdicts } from './manifest.ts';
import type { OrganisationKey } from './organisation-key.ts';
import { verifyBundle } from './verify-bundle.ts';

const key = sampleKey();
const stranger = sampleKey();
const facts = sampleFacts();
const files = bundleOf(facts, key);
const trusted = { fingerprint: key.fingerprint };

const readText = (among: readonly BundleFile[], name: string): string =>
  Buffer.from(among.find((one) => one.name === name)?.bytes ?? []).toString('utf8');
const changed = (among: readonly BundleFile[], name: string, change: (text: string) => string): readonly BundleFile[] =>
  among.map((one) => (one.name === name ? { name, bytes: Buffer.from(change(readText(among, name))) } : one));
const without = (among: readonly BundleFile[], name: string) => among.filter((one) => one.name !== name);
/** The manifest told anew what the files are. */
const retold = (among: readonly BundleFile[], change: (manifest: Manifest) => Manifest = (manifest) => manifest) =>
  changed(among, 'manifest.json', (text) => {
    const manifest: Manifest = change(JSON.parse(text));
    const told = among.filter(({ name }) => !['manifest.json', 'manifest.sig', 'public-key.pem'].includes(name));
    return JSON.stringify({
      ...manifest,
      files: told.map(({ name, bytes }) => ({ name, size: bytes.byteLength, sha256: sha256(bytes) })),
    });
  });
const signedBy = (among: readonly BundleFile[], by: OrganisationKey): readonly BundleFile[] =>
  among.map((one) =>
    one.name === 'manifest.sig'
      ? { ...one, bytes: by.sign(among.find(({ name }) => name === 'manifest.json')?.bytes ?? Buffer.of()) }
      : one,
  );
const evidence = files.find(({ name }) => name.startsWith('evidence/'))?.name ?? '';
const otherVerdict = changed(files, 'verdicts.json', (text) => text.replace('"verdict": "needs-person"', '"verdict": "holds"'));
const ofStranger = (among: readonly BundleFile[]) =>
  signedBy(
    changed(
      retold(among, (manifest) => ({ ...manifest, key: { ...manifest.key, fingerprint: stranger.fingerprint } })),
      'public-key.pem',
      () => stranger.publicKey,
    ),
    stranger,
  );
/** One line altered, and all hashes from there on made anew. */
const otherJournal = changed(files, 'journals/c1.jsonl', (text) => {
  let previous = '';
  return text
    .trim()
    .split('\n')
    .map((line, index) => {
      const { hash: _, ...read }: JournalLine = JSON.parse(line);
      const unsigned = { ...read, previous, ...(index === 1 ? { type: 'withdraw' } : {}) };
      previous = lineHash(unsigned);
      return `${JSON.stringify({ ...unsigned, hash: previous })}\n`;
    })
    .join('');
});
const foundIn = (bytes: Uint8Array, named: typeof trusted | undefined = trusted): readonly BundleFault['fault'][] =>
  verifyBundle(bytes, named).faults.map(({ fault }) => fault);

test('a bundle as it was signed has no fault, and its verdicts are proved once more', () => {
  expect(verifyBundle(packed(files), trusted)).toMatchObject({ faults: [], rechecked: 'same', fingerprint: key.fingerprint });
  expect(verifyBundle(packed(files), { key: createPublicKey(key.publicKey) })).toMatchObject({ faults: [], rechecked: 'same' });
});

test('without a key it is only whole: somebody else who makes one of his own is seen by the fingerprint alone', () => {
  expect(verifyBundle(packed(ofStranger(files)), undefined)).toMatchObject({ faults: [], fingerprint: stranger.fingerprint });
  expect(foundIn(packed(ofStranger(files)))).toEqual(['key-differs']);
});

describe('what was done to a bundle is found', () => {
  const json = (name: string) => (text: string) => ({ name, bytes: Buffer.from(text) });
  test.each<[what: string, tampered: readonly BundleFile[], faults: readonly BundleFault['fault'][]]>([
    ['one verdict altered', otherVerdict, ['file-altered', 'counts-differ']],
    ['one verdict altered, the manifest made to fit', retold(otherVerdict), ['signature-wrong', 'counts-differ']],
    ['the same, signed by somebody else', signedBy(retold(otherVerdict), stranger), ['signature-wrong', 'counts-differ']],
    [
      'the definition altered',
      changed(files, 'definition.json', (text) => text.replace('Complaint', 'Compliment')),
      ['file-altered', 'definition-differs'],
    ],
    [
      'the figure of a measure altered, the manifest made to fit',
      retold(changed(files, 'operation.json', (text) => text.replace('"count": 141', '"count": 149'))),
      ['signature-wrong', 'counts-differ'],
    ],
    [
      'a target that was missed said to be met, the manifest made to fit',
      retold(changed(files, 'operation.json', (text) => text.replace('"meets": false', '"meets": true'))),
      ['signature-wrong', 'counts-differ'],
    ],
    [
      'a target lowered until it is met, the manifest made to fit',
      retold(
        changed(files, 'operation.json', (text) =>
          text.replace('"atLeast": 0.98', '"atLeast": 0.9').replace('"meets": false', '"meets": true'),
        ),
      ),
      ['signature-wrong', 'counts-differ'],
    ],
    [
      'a number of cases altered, the manifest made to fit',
      retold(changed(files, 'operation.json', (text) => text.replace('"broken": 2', '"broken": 0'))),
      ['signature-wrong', 'counts-differ'],
    ],
    [
      'the period altered, the manifest made to fit',
      retold(changed(files, 'operation.json', (text) => text.replace('"period": {}', '"period": { "from": "2026-02-01" }'))),
      ['signature-wrong', 'period-differs'],
    ],
    ['the cases taken out, the manifest made to fit', retold(without(files, 'operation.json')), ['signature-wrong', 'file-unreadable']],
    [
      'a journal line altered',
      changed(files, 'journals/c1.jsonl', (text) => text.replace('examined', 'withdraw')),
      ['file-altered', 'line-altered'],
    ],
    ['a journal line altered, its chain made anew', otherJournal, ['file-altered', 'head-differs']],
    ['the same, the manifest made to fit', retold(otherJournal), ['signature-wrong', 'head-differs']],
    [
      'a journal line taken out',
      changed(files, 'journals/c1.jsonl', (text) => text.split('\n').toSpliced(1, 1).join('\n')),
      ['file-altered', 'line-missing'],
    ],
    [
      'the last line taken out',
      changed(files, 'journals/c2.jsonl', (text) => text.split('\n').toSpliced(1, 1).join('\n')),
      ['file-altered', 'tail-cut'],
    ],
    [
      'a journal line twice',
      changed(files, 'journals/c2.jsonl', (text) => `${text}${text.split('\n')[1]}\n`),
      ['file-altered', 'line-inserted'],
    ],
    ['a finding altered', changed(files, 'findings.json', (text) => text.replace('major', 'minor')), ['file-altered']],
    [
      'a finding taken out, the manifest made to fit',
      retold(changed(files, 'findings.json', (text) => JSON.stringify(JSON.parse(text).slice(1)))),
      ['signature-wrong', 'counts-differ'],
    ],
    ['all findings taken out, the manifest made to fit', retold(without(files, 'findings.json')), ['signature-wrong', 'file-unreadable']],
    ['an attestation altered', changed(files, 'attestations.json', (text) => text.replace('2026', '2036')), ['file-altered']],
    ['a file that was signed altered', changed(files, evidence, () => 'Nobody is heard.'), ['file-altered', 'evidence-differs']],
    [
      'a file that was signed taken out, the manifest made to fit',
      retold(without(files, evidence)),
      ['signature-wrong', 'evidence-differs'],
    ],
    ['the page altered', changed(files, 'report.html', (text) => text.replace('Holds', 'Fails')), ['file-altered']],
    [
      'the time of making altered',
      changed(files, 'manifest.json', (text) => text.replace('2026-03-09', '2026-03-08')),
      ['signature-wrong'],
    ],
    [
      'the signature altered',
      files.map((one) => (one.name === 'manifest.sig' ? { ...one, bytes: Buffer.alloc(64) } : one)),
      ['signature-wrong'],
    ],
    [
      'the signature cut',
      files.map((one) => (one.name === 'manifest.sig' ? { ...one, bytes: one.bytes.subarray(1) } : one)),
      ['signature-wrong'],
    ],
    ['the key exchanged', changed(files, 'public-key.pem', () => stranger.publicKey), ['signature-wrong', 'key-differs']],
    ['the key made unreadable', changed(files, 'public-key.pem', () => 'none'), ['key-unreadable', 'signature-wrong']],
    ['a file more', [...files, json('notes.txt')('all is well')], ['file-extra']],
    ['a journal more, told in the manifest', retold([...files, json('journals/c3.jsonl')('')]), ['signature-wrong', 'journal-differs']],
    ['a file less', without(files, 'waivers.json'), ['file-missing']],
    ['no signature', without(files, 'manifest.sig'), ['signature-wrong']],
    ['no manifest', without(files, 'manifest.json'), ['manifest-missing']],
    ['a manifest that is none', changed(files, 'manifest.json', () => '{"format":1}'), ['signature-wrong', 'manifest-unreadable']],
    ['a name that leads out', [...files, json('../evil.sh')('x')], ['name-refused']],
    ['a name from the root', [...files, json('/etc/passwd')('x')], ['name-refused']],
    ['a name of another system', [...files, json('..\\evil.bat')('x')], ['name-refused']],
    ['a name that is no name', [...files, json('journals/__proto__/x.json')('x')], ['name-refused']],
  ])('%s', (_, tampered, faults) => expect(foundIn(packed(tampered))).toEqual(faults));

  test('verdicts that the organisation itself wrote otherwise and signed', () => {
    const lied = signedBy(
      retold(
        changed(otherVerdict, 'verdicts.json', (text) => {
          const read = JSON.parse(text);
          return JSON.stringify({ ...read, ...pointsApart(read.rules) });
        }),
      ),
      key,
    );
    const found = verifyBundle(packed(lied), trusted);
    expect(found.rechecked).toBe('different');
    expect(new Set(found.faults.map(({ fault }) => fault))).toEqual(new Set(['verdict-differs']));
  });
});

test('what is told of a case whose journal is enclosed is read once more; of the others the numbers are as they were signed', () => {
  expect(verifyBundle(packed(files), trusted)).toMatchObject({ operation: { cases: 152, journals: 2 } });
  const blamed = changed(files, 'operation.json', (text) => text.replace('"case": "c9"', '"case": "c1"'));
  expect(verifyBundle(packed(signedBy(retold(blamed), key)), trusted)).toMatchObject({
    rechecked: 'different',
    faults: [{ fault: 'operation-differs', file: 'operation.json', at: expect.stringMatching(/ line 12 c1$/) }],
  });
});

test('a finding that was not settled before the approval is told, and one by a clause that nobody knows; who is honest is believed', () => {
  const { findings = [] } = facts;
  const [first, ...others] = findings;
  if (!first) throw new Error('No finding');
  const made = (change: object, more: Partial<typeof facts> = {}) =>
    verifyBundle(packed(bundleOf({ ...facts, findings: [{ ...first, ...change }, ...others], ...more }, key)), trusted);
  expect(made({})).toMatchObject({ faults: [], rechecked: 'same', findings: 2 });
  const unsettled = { faults: [{ fault: 'finding-unsettled', file: 'findings.json', at: 'n1' }] };
  expect(made({ resolved: undefined })).toMatchObject(unsettled);
  expect(made({ resolved: { at: '2026-03-01T08:00:00.001Z' } })).toMatchObject(unsettled);
  expect(made({ at: '2026-03-01T07:00:00.000Z' })).toMatchObject(unsettled);
  const { approvedAt: _, ...unapproved } = facts.approval;
  expect(made({}, { approval: unapproved }).faults).toHaveLength(2);
  expect(made({ finding: { grade: 'major', clause: '10002/99' } })).toMatchObject({
    rechecked: 'different',
    faults: [{ fault: 'clause-unknown', file: 'findings.json', at: 'n1 10002/99' }],
  });
});

test('a version with which no findings are kept makes a whole bundle that says nothing of any', () => {
  const { findings: _, ...unkept } = facts;
  const made = bundleOf(unkept, key);
  expect(made.map(({ name }) => name)).not.toContain('findings.json');
  expect(verifyBundle(packed(made), trusted)).toMatchObject({ faults: [], rechecked: 'same' });
  expect(verifyBundle(packed(made), trusted).findings).toBeUndefined();
});

test('a bundle of old that says nothing of cases is still whole', () => {
  const old = signedBy(
    retold(without(files, 'operation.json'), ({ period: _, ...manifest }) => manifest),
    key,
  );
  const found = verifyBundle(packed(old), trusted);
  expect(found).toMatchObject({ faults: [], rechecked: 'same' });
  expect(found.operation).toBeUndefined();
});

test('points of laws are counted apart; where a bundle does not, all its points are one count, and that must be right as well', () => {
  const counted = (change: (read: Verdicts) => object) =>
    signedBy(retold(changed(files, 'verdicts.json', (text) => JSON.stringify(change(JSON.parse(text))))), key);
  const together = counted(({ laws: _, ...read }) => ({ ...read, ...countPoints(read.rules) }));
  expect(verifyBundle(packed(together), trusted)).toMatchObject({ faults: [], rechecked: 'same' });
  expect(foundIn(packed(counted(({ laws: _, ...read }) => read)))).toEqual(['counts-differ']);
  const boasting = counted((read) => ({ ...read, laws: { ...read.laws, holding: (read.laws?.holding ?? 0) + 1 } }));
  expect(foundIn(packed(boasting))).toEqual(['counts-differ']);
});

test('a program with other packs says that it cannot prove the verdicts once more', () => {
  const packs = facts.packs.map(({ id }) => ({ id, version: '0.0' }));
  expect(verifyBundle(packed(bundleOf(sampleFacts({ packs }), key)), trusted)).toMatchObject({ faults: [], rechecked: 'other-packs' });
});

test('what a server left open because its time was over is no lie', () => {
  const [first, ...others] = facts.checked;
  if (!first) throw new Error('No rule');
  const open = sampleFacts({ checked: [{ ...first, verdict: 'not-decided', failures: [], proof: [], bound: 'time' }, ...others] });
  expect(verifyBundle(packed(bundleOf(open, key)), trusted)).toMatchObject({ faults: [], rechecked: 'same' });
});

describe('an archive that is not ours is refused before anything in it is read', () => {
  const zip = packed(files);
  const asZip = (more: Zippable = {}, level: 0 | 9 = 0) =>
    zipSync({ ...Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), ...more }, { level, mtime: new Date(1980, 0, 1) });
  /** A second entry of the same name, written over one of the same length. */
  const twice = () => {
    const made = Buffer.from(asZip({ 'zaivers.json': Buffer.from('[]') }));
    return Buffer.from(made.toString('latin1').replaceAll('zaivers.json', 'waivers.json'), 'latin1');
  };
  test.each<[what: string, bytes: Uint8Array, fault: BundleFault['fault']]>([
    ['cut', zip.subarray(0, zip.length - 100), 'archive-unreadable'],
    ['cut to half', zip.subarray(0, zip.length / 2), 'archive-unreadable'],
    ['empty', Buffer.of(), 'archive-unreadable'],
    ['no archive', Buffer.from('hello'.repeat(100)), 'archive-unreadable'],
    ['something before it', Buffer.concat([Buffer.from('#!/bin/sh\n'), zip]), 'name-refused'],
    ['something behind it', Buffer.concat([zip, Buffer.from('more')]), 'archive-altered'],
    ['one byte of an unused place', Buffer.from(zip).fill(1, 10, 11), 'archive-altered'],
    ['a bomb', asZip({ 'bomb.txt': Buffer.alloc(50_000_000) }, 9), 'compressed'],
    ['the same name twice', twice(), 'name-twice'],
    [
      'too many files',
      zipSync(Object.fromEntries(Array.from({ length: 2_500 }, (_, index) => [`f${index}.json`, Buffer.of()])), { level: 0 }),
      'too-many-files',
    ],
  ])('%s', (_, bytes, fault) => expect(foundIn(bytes)).toContain(fault));
});
