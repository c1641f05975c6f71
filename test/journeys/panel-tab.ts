import type { KeyboardReader } from './keyboard.ts';
import { type Language, say } from './words.ts';

type Part = 'what' | 'who' | 'when' | 'data' | 'letters' | 'proof';

/** To a part of the panel by the keyboard: Tab to the list of parts, and by arrows in it as the language runs. */
export async function toPart(keyboard: KeyboardReader, language: Language, part: Part): Promise<void> {
  const name = (one: Part) => new RegExp(`^${say(language, `panel.${one}`)}( |$)`);
  await keyboard.go({ role: 'tab', name: /./ });
  await keyboard.press('Home');
  for (let step = 0; step < 7 && !name(part).test((await keyboard.focus()).name); step += 1)
    await keyboard.press(language === 'fa' ? 'ArrowLeft' : 'ArrowRight');
  await keyboard.until({ role: 'tab', name: name(part) });
}

/** What has the focus is pressed; it opens the panel, which takes the focus with what is chosen. */
export async function openPanel(keyboard: KeyboardReader, language: Language): Promise<void> {
  await keyboard.press('Enter');
  await keyboard.until({ role: 'complementary', name: say(language, 'outline.panel') });
}
