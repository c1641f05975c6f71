import { errorCode } from '../store/embedded/error-code.ts';
import { StoreInUse } from '../store/embedded/ownership.ts';
import { StoreUnreachable } from '../store/store-unreachable.ts';
import { exitCodes, type Said } from './said.ts';
import type { Settings } from './settings.ts';

/** What keeps a server from starting, in words, where it is the store, the port or the host; nothing where it is something else. */
export function whyNotStarted(error: unknown, { port, host }: Pick<Settings, 'port' | 'host'>): Said | undefined {
  if (error instanceof StoreInUse) return { code: exitCodes.notAvailable, lines: [error.message], facts: { problem: 'store-in-use' } };
  if (error instanceof StoreUnreachable)
    return { code: exitCodes.notAvailable, lines: [error.message], facts: { problem: 'store-unreachable' } };
  if (!isOfListening(error)) return undefined;
  const code = errorCode(error);
  if (code === 'EADDRINUSE')
    return {
      code: exitCodes.notAvailable,
      lines: [`Port ${port} on ${host} is taken. Set PORT to another one.`],
      facts: { problem: 'port-taken', port },
    };
  if (code === 'EACCES')
    return {
      code: exitCodes.notAvailable,
      lines: [`Port ${port} on ${host} may not be used. Set PORT to 1024 or more.`],
      facts: { problem: 'port-forbidden', port },
    };
  const needs = 'an address of this machine, e.g. 127.0.0.1 or 0.0.0.0';
  return {
    code: exitCodes.wrongSetting,
    lines: [`HOST needs ${needs}; nothing can listen on ${host} (${code}).`],
    facts: { setting: 'HOST', needs },
  };
}

/** Of the port, or of the host's name before it. A folder may be forbidden by the same codes, and so may the store's socket in it, whose port is -1. */
const isOfListening = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'syscall' in error &&
  (error.syscall === 'getaddrinfo' || (error.syscall === 'listen' && !('port' in error && error.port === -1)));
