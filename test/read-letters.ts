import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AddressObject, simpleParser } from 'mailparser';

export interface ReadLetter {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
}

/** The letters of a folder, oldest first. */
export async function readLetters(folder: string): Promise<readonly ReadLetter[]> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.eml'));
  const letters = await Promise.all(files.map(async (file) => ({ file, mail: await simpleParser(await readFile(join(folder, file))) })));
  return letters
    .map(({ file, mail }) => ({
      key: file.slice(0, -'.eml'.length),
      to: addressOf(mail.to),
      subject: mail.subject ?? '',
      text: mail.text ?? '',
      messageId: mail.messageId ?? '',
    }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
}

const addressOf = (to: AddressObject | AddressObject[] | undefined): string =>
  [to ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ');
