import { expect, test } from '@jest/globals';
import { isLoopback } from './loopback.ts';

test.each(['127.0.0.1', '127.8.9.10', '::1', '[::1]', 'localhost', 'LocalHost', '::ffff:127.0.0.1'])('%s is this machine alone', (host) => {
  expect(isLoopback(host)).toBe(true);
});
test.each(['0.0.0.0', '::', '192.168.0.1', '128.0.0.1', 'localhost.example.org', '127.0.0.1.example.org', '', '[::]'])(
  '%s is not',
  (host) => {
    expect(isLoopback(host)).toBe(false);
  },
);
