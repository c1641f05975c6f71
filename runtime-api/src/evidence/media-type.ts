import { openDocumentType, zipEntries } from './zip-entries.ts';

/** What is taken as evidence, with the endings that a name of it may have; the first is added where none fits. */
export const mediaTypes = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'text/plain': ['txt', 'csv', 'md'],
} as const;
export type MediaType = keyof typeof mediaTypes;

/**
 * What a file is, by its content alone: neither its name nor its sender is believed. Undefined for all else, and for documents that carry macros:
 * somebody will open it on the word of this product.
 */
export const mediaTypeOf = (bytes: Buffer): MediaType | undefined => byFirstBytes(bytes) ?? office(bytes) ?? text(bytes);

/** In hexadecimal digits. */
const marks: readonly (readonly [MediaType, RegExp])[] = [
  ['application/pdf', /^255044462d/], // %PDF-
  ['image/png', /^89504e470d0a1a0a/],
  ['image/jpeg', /^ffd8ff/],
  ['image/gif', /^47494638(37|39)61/], // GIF87a, GIF89a
  ['image/webp', /^52494646.{8}57454250/], // RIFF, its length, WEBP
];
function byFirstBytes(bytes: Buffer): MediaType | undefined {
  const first = bytes.toString('hex', 0, 16);
  return marks.find(([, mark]) => mark.test(first))?.[0];
}

function office(bytes: Buffer): MediaType | undefined {
  const entries = new Set(zipEntries(bytes));
  if ([...entries].some((name) => name.endsWith('vbaProject.bin') || /^(Basic|Scripts)\//.test(name))) return undefined;
  const open = openDocumentType(bytes);
  if (open !== undefined && entries.has('content.xml')) return openTypes.find((type) => type === open);
  if (!entries.has('[Content_Types].xml')) return undefined;
  if (entries.has('word/document.xml')) return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  return entries.has('xl/workbook.xml') ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : undefined;
}
const openTypes = ['application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.spreadsheet'] as const;

/** UTF-8 without control characters but those of lines and tables. */
function text(bytes: Buffer): MediaType | undefined {
  try {
    return control.test(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) ? undefined : 'text/plain';
  } catch {
    return undefined;
  }
}
const control = /(?![\t\n\f\r])\p{Cc}/u;
