import type { JsonObject } from '../json.ts';
import type { Refusal } from '../refusal.ts';

/** What a case may hold and a step may do; more is refused by name before anything is committed. */
export const limits = { dataBytes: 256 * 1024, formBytes: 64 * 1024, tasks: 200, timers: 200, effects: 200 } as const;

export function overLimit(limit: keyof typeof limits, actual: number): Extract<Refusal, { code: 'limit' }> | undefined {
  return actual > limits[limit] ? { code: 'limit', limit, actual, most: limits[limit] } : undefined;
}

/** UTF-8 bytes of the value as JSON. */
export function bytesOf(value: JsonObject): number {
  const text = JSON.stringify(value);
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    // Two more for three-byte letters; a pair of surrogates makes four bytes of two units.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}
