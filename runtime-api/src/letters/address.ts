/**
 * The address in what somebody gave as "how to reach you", if it is exactly one e-mail: `ada@example.org`, `Ada <ada@example.org>` or
 * `"Lovelace, Ada" <ada@example.org>`. A phone number, two addresses, or a line break (which would write headers of its own) is none.
 */
export function addressIn(contact: unknown): string | undefined {
  if (typeof contact !== 'string' || contact.length > 320 || controlCharacter.test(contact)) return undefined;
  const text = contact.trim();
  const named = /^(?:"[^"\\]*"\s*|[^<>@,;"]*)<([^<>]+)>$/.exec(text);
  const address = (named?.[1] ?? text).trim();
  return address.length <= 254 && oneAddress.test(address) ? address : undefined;
}

const controlCharacter = /\p{Cc}/u;
/** Letters of any script, with the marks that some scripts write beside them. */
const letter = '\\p{L}\\p{M}\\p{N}';
const word = `[${letter}!#$%&'*+/=?^_\`{|}~-]+`;
const label = `[${letter}](?:[${letter}-]{0,61}[${letter}])?`;
/** Local part as people have it (RFC 5321 dot-string of 64 characters), domain with at least one dot, and no number as its last label. */
const oneAddress = new RegExp(`^(?=[^@]{1,64}@)${word}(?:\\.${word})*@(?:${label}\\.)+(?!\\p{N}+$)(?=..)${label}$`, 'u');
