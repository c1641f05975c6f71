import { type Focus, isIt, type KeyboardReader, type Wanted } from './keyboard.ts';
import { languages, say } from './words.ts';

/** An answer to a field: words, an option by its name, today, or one more line in a list. */
export type Answer =
  | { readonly write: string }
  | { readonly pick: string }
  | { readonly today: true }
  | { readonly line: string; readonly add: string };

const stepsMost = 160;

/** Goes through a form field by field, answers what is asked by its label, and presses the button at the end. */
export async function fillByKeyboard(reader: KeyboardReader, answers: Readonly<Record<string, Answer>>, end: Wanted): Promise<void> {
  const open = new Map(Object.entries(answers));
  const passed: string[] = [];
  for (let step = 0; step < stepsMost; step += 1) {
    await reader.press('Tab');
    const focus = await reader.focus();
    passed.push(`${focus.role} “${focus.name}”`);
    if (isIt(focus, end) && open.size === 0) return reader.press('Enter');
    const label = [focus.name, ...focus.groups].find((name) => open.has(withoutNote(name, open)));
    const field = label === undefined ? undefined : withoutNote(label, open);
    const answer = field === undefined ? undefined : open.get(field);
    if (field === undefined || !answer || !(await answered(reader, focus, answer))) continue;
    open.delete(field);
  }
  throw new Error(
    `the form was never sent; not asked: ${[...open.keys()].join(', ') || 'nothing'}; passed: ${[...new Set(passed)].join(', ')}`,
  );
}

/** A label is heard together with "optional". */
function withoutNote(name: string, open: ReadonlyMap<string, Answer>): string {
  return open.has(name) ? name : ([...open.keys()].find((label) => notes.some((note) => name === `${label} ${note}`)) ?? name);
}
const notes = languages.map((language) => say(language, 'field.optional'));

async function answered(reader: KeyboardReader, focus: Focus, answer: Answer): Promise<boolean> {
  if ('write' in answer && focus.role === 'textbox' && focus.states.readonly !== true) {
    await reader.type(answer.write);
    return true;
  }
  if ('pick' in answer && focus.role === 'radio') return await picked(reader, answer.pick);
  if ('today' in answer && focus.role === 'spinbutton') {
    await reader.press('ArrowUp', 'Tab', 'ArrowUp', 'Tab', 'ArrowUp'); // An empty part of a date begins with today's.
    return true;
  }
  if ('line' in answer && isIt(focus, { role: 'button', name: answer.add })) {
    await reader.press('Enter');
    for (let step = 0; (await reader.focus()).role !== 'textbox'; step += 1) if (step > 200) throw new Error('no line was added');
    await reader.type(answer.line);
    return true;
  }
  return false;
}

async function picked(reader: KeyboardReader, option: string): Promise<boolean> {
  const heard: string[] = [];
  for (let step = 0; step < 12; step += 1) {
    const { name, states } = await reader.focus();
    if (name.includes(option)) {
      if (states.checked !== 'true') await reader.press('Space');
      return true;
    }
    heard.push(name);
    await reader.press('ArrowDown');
  }
  throw new Error(`no choice “${option}” among ${heard.join(', ')}`);
}
