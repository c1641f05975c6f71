import type { EventEmitter } from 'node:events';
import { errorCode } from '../store/embedded/error-code.ts';

/** Whoever reads may stop reading (`| head`): the rest is for nobody, and that is no failure. The exit code stays what the command found. */
export function endQuietly(stream: EventEmitter): void {
  stream.on('error', (error: unknown) => {
    if (errorCode(error) !== 'EPIPE') throw error;
  });
}
