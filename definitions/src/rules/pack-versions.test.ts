import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { packs } from './packs.ts';

/** By pack and version, the fingerprint of what it asks. Verdicts, approvals and bundles name versions: the same name never means two things. */
const known: Readonly<Record<string, string>> = JSON.parse(readFileSync(new URL('./pack-versions.json', import.meta.url), 'utf8'));

test.each(packs.map((pack) => [`${pack.id} ${pack.version}`, pack.rules] as const))(
  '%s asks what it asked when it got this version: whoever changes a rule gives its pack a new one, and writes it down',
  (name, rules) => {
    expect({ [name]: createHash('sha256').update(JSON.stringify(rules)).digest('hex') }).toEqual({ [name]: known[name] });
  },
);
