import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';

const delimiters = [',', ';', '\t'] as const;

/**
 * Looks through a table once, before anything of it is entered: which sign stands between the names of its heading. Throws with what is wrong and how to
 * repair it if there is nothing in it, or if it was saved in another encoding than UTF-8, whose letters would arrive as other ones.
 */
export async function readHeading(file: string): Promise<{ readonly delimiter: string }> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [heading, isWhole, line] = ['', false, 1];
  for await (const chunk of createReadStream(file)) {
    const text = decoded(decoder, chunk);
    if (text === undefined)
      throw new Error(`line ${line + badLine(chunk)} is not UTF-8. Save the table as "CSV UTF-8" and import it again.`);
    if (!isWhole) heading += text.split(/\r?\n/, 1)[0];
    isWhole ||= text.includes('\n');
    line += text.split('\n').length - 1;
  }
  if (heading.trim() === '') throw new Error('there is no heading in its first line. It needs the names of the columns there.');
  const named = heading.replaceAll(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => named.split(delimiter).length);
  return { delimiter: delimiters[counts.indexOf(Math.max(...counts))] ?? ',' };
}

function decoded(decoder: TextDecoder, chunk: Buffer): string | undefined {
  try {
    return decoder.decode(chunk, { stream: true });
  } catch {
    return undefined; // The decoder says "not UTF-8" by throwing; nothing else is asked of it.
  }
}

/** Lines of a chunk before the first one that is no UTF-8. */
function badLine(chunk: Buffer): number {
  const lines = chunk.toString('utf8').split('\n');
  return Math.max(
    lines.findIndex((text) => text.includes('\ufffd')),
    0,
  );
}
