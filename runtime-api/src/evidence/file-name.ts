import { type MediaType, mediaTypes } from './media-type.ts';

/** Of a file name with its ending, in UTF-8: file systems end at 255. */
const bytesMost = 200;
/** Signs that turn the reading direction, so that `exe.pdf` is read where `fdp.exe` stands. Joiners belong to Persian words and stay. */
const turning = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A name under which a file can be saved anywhere: no folder, no control characters, not too long, and ending as its content is. */
export function fileName(sent: string, type: MediaType): string {
  const last = sent.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(turning, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[ .]+|[ .]+$/g, '');
  const endings: readonly string[] = mediaTypes[type];
  const [, stem = clean, ending = ''] = /^(.*)\.(\w{1,5})$/.exec(clean) ?? [];
  const fits = endings.includes(ending.toLowerCase());
  return `${shortened(fits ? stem : clean) || 'file'}.${fits ? ending : endings[0]}`;
}

function shortened(name: string): string {
  let short = '';
  let bytes = 0;
  for (const sign of name) {
    bytes += Buffer.byteLength(sign);
    if (bytes > bytesMost) break;
    short += sign;
  }
  return short.trimEnd();
}
