import { createHash, randomBytes } from 'node:crypto';

/** 256 bits, for cookies and tokens: never stored, never logged. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** An id that tells nothing: not the order of arrival, not the place. 128 bits. */
export const newId = (): string => randomBytes(16).toString('base64url');

/** What is stored instead of a secret, and what makes a thing unique: SHA-256 over parts that cannot run into each other. */
export const hashOf = (...parts: readonly string[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('base64url');

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 125 bits in five groups of five, without letters that look alike: people read it from a screen and type it. */
export function newCode(): string {
  const groups = Array.from({ length: 5 }, () => Array.from(randomBytes(5), (byte) => letters[byte % 32]).join(''));
  return groups.join('-');
}

const digitsOf = (zero: number) => new RegExp(`[${String.fromCodePoint(zero)}-${String.fromCodePoint(zero + 9)}]`, 'g');
const [persian, arabic] = [0x6f0, 0x660].map((zero) => ({
  zero,
  digits: digitsOf(zero),
})) as [{ zero: number; digits: RegExp }, { zero: number; digits: RegExp }];

/** A code as people type it: in small letters, without dashes, O for 0, with Persian digits. */
export function readCode(typed: string): string {
  const latin = [persian, arabic].reduce(
    (text, { zero, digits }) => text.replace(digits, (digit) => String((digit.codePointAt(0) ?? zero) - zero)),
    typed,
  );
  const plain = latin
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return plain.match(/.{1,5}/g)?.join('-') ?? '';
}
