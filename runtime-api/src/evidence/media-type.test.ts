import { expect, test } from '@jest/globals';
import { mediaTypeOf } from './media-type.ts';

/** A ZIP file whose entries are not packed. */
function zip(entries: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(entries)) {
    const file = Buffer.alloc(30);
    file.write('PK\x03\x04', 'latin1');
    file.writeUInt32LE(content.length, 18);
    file.writeUInt32LE(content.length, 22);
    file.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.write('PK\x01\x02', 'latin1');
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    parts.push(file, Buffer.from(name + content));
    directory.push(entry, Buffer.from(name));
    at += 30 + name.length + content.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}
const latin = (text: string) => Buffer.from(text, 'latin1');
const word = { '_rels/.rels': '', 'word/document.xml': '<w/>', '[Content_Types].xml': '<Types/>' };
const sheet = { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<w/>' };
const open = (type: string) => ({ mimetype: type, 'content.xml': '<o/>' });

test.each([
  ['a PDF', latin('%PDF-1.4\n\xe2\xe3'), 'application/pdf'],
  ['a PNG', latin('\x89PNG\r\n\x1a\n\0\0'), 'image/png'],
  ['a photo', latin('\xff\xd8\xff\xe0\0\x10JFIF'), 'image/jpeg'],
  ['a GIF', latin('GIF89a\x01\0'), 'image/gif'],
  ['a WebP', latin('RIFF\x10\0\0\0WEBPVP8 '), 'image/webp'],
  ['a Word document, as others than Word write it', zip(word), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['an Excel table', zip(sheet), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['an OpenDocument text', zip(open('application/vnd.oasis.opendocument.text')), 'application/vnd.oasis.opendocument.text'],
  ['an OpenDocument table', zip(open('application/vnd.oasis.opendocument.spreadsheet')), 'application/vnd.oasis.opendocument.spreadsheet'],
  ['Persian text', Buffer.from('\ufeffشکایت‌ها\r\n\tیک'), 'text/plain'],
])('%s is known', (_what, bytes, type) => {
  expect(mediaTypeOf(bytes)).toBe(type);
});

test.each([
  ['a program for Windows', latin('MZ\x90\0\x03')],
  ['a program for Linux', latin('\x7fELF\x02\x01')],
  ['a program that says further on that it is a PDF', latin('MZ\0\0%PDF-1.7')],
  ['an archive of whatever', zip({ 'a.exe': 'MZ' })],
  ['a program before an archive', Buffer.concat([latin('MZ'), zip(word)])],
  ['a Word document with macros', zip({ ...word, 'word/vbaProject.bin': 'x' })],
  ['an OpenDocument text with macros', zip({ ...open('application/vnd.oasis.opendocument.text'), 'Basic/Standard/a.xml': 'x' })],
  ['an OpenDocument drawing', zip(open('application/vnd.oasis.opendocument.graphics'))],
  ['an archive that is cut off', zip(word).subarray(0, 120)],
  ['an archive whose directory leads nowhere', zip(word).fill(0xff, zip(word).length - 6, zip(word).length - 2)],
  ['text that is no UTF-8', latin('Za\xbf\xf3\xb3\xe6')],
  ['text with a control character', Buffer.from('a\x1b[2J')],
])('%s is refused', (_what, bytes) => {
  expect(mediaTypeOf(bytes)).toBeUndefined();
});
