import type { Finding } from '../../definition/finding.ts';
import { nearestName } from '../../definition/nearest-name.ts';
import type { JsonObject } from '../../json.ts';

/** Findings come one by one, so that whoever reads them can stop. */
export type Findings = Generator<Finding, void, undefined>;

export const found = (code: string, at: string, facts: JsonObject = {}): Finding => ({ code, severity: 'error', at, facts });
export const warned = (code: string, at: string, facts: JsonObject = {}): Finding => ({ code, severity: 'warning', at, facts });

/** A name that leads nowhere, and the known one that is spelt most like it. */
export function unknown(code: string, at: string, name: string, known: Iterable<string>): Finding {
  const nearest = nearestName(name, known);
  return found(code, at, nearest === undefined ? { name } : { name, nearest });
}
