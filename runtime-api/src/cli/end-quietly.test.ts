import { PassThrough } from 'node:stream';
import { expect, test } from '@jest/globals';
import { endQuietly } from './end-quietly.ts';

test('a reader that went away is no failure; anything else is', () => {
  const stream = new PassThrough();
  endQuietly(stream);
  expect(() => stream.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))).not.toThrow();
  expect(() => stream.emit('error', Object.assign(new Error('write EIO'), { code: 'EIO' }))).toThrow('write EIO');
});
