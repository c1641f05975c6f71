import { expect, test } from '@jest/globals';
import { whyNotStarted } from './why-not-started.ts';

const settings = { port: 80, host: '127.0.0.1' };
const failed = (facts: object) => whyNotStarted(Object.assign(new Error('no'), facts), settings);

test('a forbidden port is a port, a forbidden folder or socket of the store is none', () => {
  expect(failed({ code: 'EACCES', syscall: 'listen', address: '127.0.0.1', port: 80 })).toMatchObject({
    code: 69,
    lines: ['Port 80 on 127.0.0.1 may not be used. Set PORT to 1024 or more.'],
  });
  expect(failed({ code: 'EACCES', syscall: 'mkdir', path: '/closed/home' })).toBeUndefined();
  expect(failed({ code: 'EACCES', syscall: 'listen', address: '/closed/home/store/lock.sock', port: -1 })).toBeUndefined();
});

test.each([
  { code: 'ENOTFOUND', syscall: 'getaddrinfo', hostname: 'nobody.invalid' },
  { code: 'EADDRNOTAVAIL', syscall: 'listen', address: '203.0.113.7', port: 80 },
])('a host that is not of this machine is a wrong setting: %j', (facts) => {
  expect(failed(facts)).toMatchObject({ code: 78, facts: { setting: 'HOST' } });
});
