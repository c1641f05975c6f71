import { ok, type Result, refuse } from '@redress/engine';

/** Name and version of what a picture carries: `<redress:document version="1">`, UTF-8 JSON in base64url. */
export const embedding = { element: 'redress:document', namespace: 'urn:redress:document', version: '1' } as const;

/** Why nothing is read out of a picture, and in which line. */
export type PictureProblem =
  | { readonly code: 'picture-empty' }
  | { readonly code: 'newer'; readonly format: string }
  | { readonly code: 'picture-declares' | 'picture-several' | 'picture-damaged'; readonly line: number };

/** JSON as letters that no XML tool has to touch. */
export function packed(json: string): string {
  const bytes = encodeURIComponent(json).replaceAll(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function unpacked(letters: string): string | undefined {
  const plain = letters.replaceAll(/[ \t\r\n]+/g, '');
  if (!/^[A-Za-z0-9_-]+$/.test(plain)) return undefined;
  try {
    const bytes = atob(plain.replaceAll('-', '+').replaceAll('_', '/'));
    return decodeURIComponent(bytes.replaceAll(/[%\u0080-\u00ff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`));
  } catch {
    return undefined; // Cut off, or no UTF-8.
  }
}

const opening = `<${embedding.element}`;
const closing = `</${embedding.element}>`;
/** What is passed over as a whole: in it nothing is a tag. */
const passed = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/**
 * The JSON that a picture carries. The picture itself is hostile: it is scanned once from its beginning to its end and never parsed, shown or
 * fetched from; what declares a document type or entities, or carries several documents, is refused as a whole.
 */
export function embeddedJson(picture: string): Result<{ readonly json: string; readonly line: number }, PictureProblem> {
  const lineAt = (at: number) => picture.slice(0, at).split('\n').length;
  const damaged = (at: number) => refuse({ code: 'picture-damaged' as const, line: lineAt(at) });
  const found: number[] = [];
  let at = picture.indexOf('<');
  while (at >= 0) {
    const skip = passed.find(([begin]) => picture.startsWith(begin, at));
    if (skip) {
      const end = picture.indexOf(skip[1], at + skip[0].length);
      if (end < 0) return damaged(at);
      at = picture.indexOf('<', end + skip[1].length);
      continue;
    }
    if (picture.startsWith('<!', at)) return refuse({ code: 'picture-declares', line: lineAt(at) });
    if (picture.startsWith(opening, at) && /^[\s/>]$/.test(picture.charAt(at + opening.length))) found.push(at);
    at = picture.indexOf('<', at + 1);
  }
  const [first, second] = found;
  if (second !== undefined) return refuse({ code: 'picture-several', line: lineAt(second) });
  if (!/<\/(svg:)?svg\s*>\s*$/.test(picture.slice(-200))) return damaged(picture.length);
  if (first === undefined) return refuse({ code: 'picture-empty' });
  const begin = picture.indexOf('>', first) + 1;
  const end = picture.indexOf('<', begin);
  if (begin === 0 || end < 0 || !picture.startsWith(closing, end)) return damaged(first);
  const [, version] = /\sversion="([^"<>&]*)"/.exec(picture.slice(first, begin)) ?? [];
  if (version === undefined) return damaged(first);
  if (version !== embedding.version) return refuse({ code: 'newer', format: version.slice(0, 20) });
  const json = unpacked(picture.slice(begin, end));
  return json === undefined ? damaged(first) : ok({ json, line: lineAt(first) });
}
