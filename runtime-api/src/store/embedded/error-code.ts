/** The `code` of what was thrown. Not by `instanceof`: errors of Node's core and of native parts may come from another realm. */
export function errorCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
