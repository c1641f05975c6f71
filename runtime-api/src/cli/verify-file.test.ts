import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sampleFacts, sampleKey } from '../../../test/tools/sample-bundle.ts';
import { type BundleFile, packed } from '../bundle/archive.ts';
import { bundleOf } from '../bundle/bundle.ts';
import { bundleWords } from './fault-words.ts';
import { verifyFile } from './verify-file.ts';

const key = sampleKey();
const files = bundleOf(sampleFacts(), key);
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redress-verify-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function told(bytes: Uint8Array): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const file = join(folder, 'evidence.zip');
  await writeFile(file, bytes);
  return await verifyFile(file, key.fingerprint);
}
/** Every fault is a code for scripts, a place, and a sentence that needs no list of codes. */
function expectInWords({ code, lines }: Awaited<ReturnType<typeof told>>, part: string): void {
  expect(code).toBe(1);
  const faults = lines.filter((line) => Object.keys(bundleWords).some((fault) => line.startsWith(`${fault}: `)));
  expect(faults.length).toBeGreaterThan(0);
  for (const line of faults) expect(Object.values(bundleWords).some((words) => line.endsWith(`: ${words}`))).toBe(true);
  expect(faults.join('\n')).toContain(part);
  expect(lines.at(-1)).toMatch(/is not to be believed: \d+ faults?\. Ask the organisation for it once more/);
}
const without = (name: string): readonly BundleFile[] => files.filter((one) => one.name !== name);
const besides = (name: string, text: string): readonly BundleFile[] => [...files, { name, bytes: Buffer.from(text) }];
/** What stands for a file: a signature over a list that is not as it was, whichever of the two was changed; a key that is none. */
const partOf = (name: string): string => (name === 'manifest.json' ? 'manifest.sig' : name);

test('as it was signed it has no fault', async () => {
  expect(await told(packed(files))).toMatchObject({ code: 0 });
});

test.each(files.map(({ name }) => name))('%s altered, or taken out, is told by its name and in words', async (name) => {
  const altered = files.map((one) => (one.name === name ? { name, bytes: Buffer.concat([one.bytes, Buffer.from(' ')]) } : one));
  expectInWords(await told(packed(altered)), partOf(name));
  expectInWords(await told(packed(without(name))), name);
});

test('a file more, one that leads out of its folder, and bytes behind the archive are told', async () => {
  expectInWords(await told(packed(besides('more.json', '{}'))), 'more.json: it is there, and nobody signed it');
  expectInWords(await told(packed(besides('../out', '{}'))), '../out: no file of a bundle has such a name');
  expectInWords(await told(Buffer.concat([packed(files), Buffer.from('x')])), 'the ZIP file was changed');
  expectInWords(await told(Buffer.from('no archive')), 'this is no ZIP file');
});

test('no byte of it can be another one', async () => {
  const bytes = packed(files);
  const places = Array.from({ length: 60 }, (_, index) => Math.floor((index * (bytes.length - 1)) / 59));
  for (const place of places) {
    const altered = Buffer.from(bytes);
    altered[place] = (altered[place] ?? 0) ^ 0x01;
    expectInWords(await told(altered), '');
  }
});

test('what a name from the file does to a terminal stays out of what is told', async () => {
  const { lines } = await told(packed(besides('a\u001b[2J\u202eb', '{}')));
  expect(lines.join('\n')).toContain('a [2J b');
});
