import type { MessageId } from '../language/messages.ts';

/** What a part of a procedure is called before its own name, by the word of its address: “role {name}”. */
export const partNames: Readonly<Record<string, MessageId>> = {
  role: 'problems.part.role',
  field: 'problems.part.field',
  form: 'problems.part.form',
  event: 'problems.part.event',
  delay: 'problems.part.delay',
  clock: 'problems.part.clock',
  letter: 'problems.part.letter',
  decision: 'problems.part.decision',
  service: 'problems.part.service',
};
