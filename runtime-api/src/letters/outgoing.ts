import type { OutgoingMessage } from '../ports.ts';
import type { LetterDocument } from '../store/models/letter.ts';

/** The mail that a letter is: always the same for the same letter, whoever makes it and however often. */
export function outgoing(letter: LetterDocument, organisationName: string): OutgoingMessage {
  return {
    key: letter._id,
    organisationName,
    to: letter.address ?? '',
    ...(letter.name === undefined ? {} : { name: letter.name }),
    subject: letter.subject,
    text: letter.body,
    language: letter.language,
    at: letter.at,
  };
}
