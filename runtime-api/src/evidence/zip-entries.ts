/** Names of what lies in a ZIP file, as its directory at the end tells them; nothing where there is no such directory. Nothing is unpacked. */
export function zipEntries(bytes: Buffer): readonly string[] {
  const end = bytes.lastIndexOf(endMark);
  if (!bytes.subarray(0, 4).equals(fileMark) || end < 0 || end + 22 > bytes.length) return [];
  const count = bytes.readUInt16LE(end + 10);
  const names: string[] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (names.length < Math.min(count, entriesMost)) {
    if (at + 46 > bytes.length || !bytes.subarray(at, at + 4).equals(directoryMark)) return [];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [number, number, number];
    names.push(bytes.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

const entriesMost = 10_000;
const fileMark = Buffer.from('PK\x03\x04', 'latin1');
const directoryMark = Buffer.from('PK\x01\x02', 'latin1');
const endMark = Buffer.from('PK\x05\x06', 'latin1');

/** Of an OpenDocument file, whose first entry is its media type as plain text. */
export function openDocumentType(bytes: Buffer): string | undefined {
  if (bytes.length < 38 || bytes.readUInt16LE(8) !== 0 || bytes.toString('latin1', 30, 38) !== 'mimetype') return undefined;
  const start = 38 + bytes.readUInt16LE(28);
  return bytes.toString('latin1', start, start + bytes.readUInt32LE(18));
}
