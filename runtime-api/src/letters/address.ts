/**
 * The address in what somebody gave as "how to reach you", if it is exactly one e-mail: `ada@example.org` or `Ada <ada@example.org>`.
 * A phone number, two addresses, or a line break (which would write headers of its own) is none.
 */
export function addressIn(contact: unknown): string | undefined {
  if (typeof contact !== 'string' || contact.length > 320 || controlCharacter.test(contact)) return undefined;
  const text = contact.trim();
  const named = /^[^<>@,;]*<([^<>]+)>$/.exec(text);
  const address = (named?.[1] ?? text).trim();
  return address.length <= 254 && oneAddress.test(address) && !address.includes('..') ? address : undefined;
}

const controlCharacter = /\p{Cc}/u;
/** Local part as people have it (RFC 5321 dot-string, letters of any script), domain with at least one dot. */
const oneAddress =
  /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-][\p{L}\p{N}.!#$%&'*+/=?^_`{|}~-]{0,63}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}][\p{L}\p{N}-]*[\p{L}\p{N}]$/u;
