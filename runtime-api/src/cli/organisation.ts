import { askStore } from './ask-store.ts';
import { exitCodes, type Said } from './said.ts';
import type { Settings } from './settings.ts';

/** As on the set-up page. */
const nameMost = 200;

/** `organisation add NAME`: a one-time code for the set-up page; the code is printed here and kept nowhere. */
export async function addOrganisation(settings: Settings, name: string): Promise<Said> {
  if (name.trim() === '') return { code: exitCodes.wrongUse, lines: ['An organisation needs a name.'], facts: { problem: 'name-missing' } };
  if (name.trim().length > nameMost)
    return {
      code: exitCodes.wrongUse,
      lines: [`The name of an organisation has at most ${nameMost} characters.`],
      facts: { problem: 'name-too-long', most: nameMost },
    };
  const { code, endsAt } = await askStore(settings, { command: 'add-organisation', name: name.trim() });
  return {
    code: exitCodes.done,
    lines: [
      `One-time code for ${name.trim()} (until ${endsAt}):`,
      '',
      `    ${code}`,
      '',
      'Open the window, choose "I have a one-time code", and type it.',
    ],
    facts: { name: name.trim(), code, endsAt },
  };
}
