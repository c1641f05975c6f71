/** Name, code and place of a failure for the log; what stands in quotation marks may be somebody's words and is left out. */
export function describe(error: unknown): object {
  if (!(error instanceof Error)) return { thrown: typeof error };
  const places = (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trim().startsWith('at '))
    .slice(0, 8);
  const message = error.message.replace(/(["'`]).*?\1/gs, '…').slice(0, 300);
  return {
    name: error.name,
    message,
    at: places.map((line) => line.trim()),
    ...('code' in error ? { code: error.code } : {}),
    ...(error.cause === undefined ? {} : { cause: describe(error.cause) }),
  };
}
