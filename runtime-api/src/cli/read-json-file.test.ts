import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { readJsonFile } from './read-json-file.ts';

test('a file that is no JSON is told by its beginning, which does nothing to the terminal', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'redress-json-'));
  const file = join(folder, 'binary.json');
  await writeFile(file, '<\u001b[2J\u0007\u202e');
  const read = await readJsonFile(file);
  await rm(folder, { recursive: true });
  const [line = ''] = read.ok ? [] : read.refusal.lines;
  expect(line).toContain('binary.json is not JSON: ');
  expect(line).toContain('[2J');
  expect(line).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
});
