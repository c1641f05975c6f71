import { unsupported } from './server-error.ts';

/** Options that change what an operation does; the rest (timeouts of a network, concerns of a cluster, comments) say nothing to one disk. */
const meaningful = [
  'session',
  'collation',
  'hint',
  'arrayFilters',
  'let',
  'explain',
  'tailable',
  'awaitData',
  'min',
  'max',
  'returnKey',
  'showRecordId',
];

export function refuseOptions(options: Readonly<Record<string, unknown>>): void {
  for (const option of meaningful) {
    const value = options[option];
    if (value !== undefined && value !== null && value !== false) throw unsupported(`The option '${option}'`);
  }
}
