import type { Page } from 'playwright-core';
import trickyData from '../../designer/src/letters-editor/tricky-data.json' with { type: 'json' };
import { rowsOf } from './office-speaker.ts';
import { axeFindings, saidOn } from './page-look.ts';
import { type SampleOffice, typedTexts } from './sample-office.ts';
import { Vocabulary } from './vocabulary.ts';
import type { Language } from './words.ts';

/** What axe finds on the page as it stands, and words of another language that nobody typed: one line each, begun with the name. */
export async function told(
  page: Page,
  { name, language, typed }: { readonly name: string; readonly language: Language; readonly typed: readonly string[] },
): Promise<readonly string[]> {
  const findings = await axeFindings(page);
  const known = language === 'en' ? undefined : await Vocabulary.of(language, typed);
  const said = new Set(known ? await saidOn(page) : []);
  const strangers = [...said].flatMap((text) => {
    const words = known?.strangers(text) ?? [];
    return words.length > 0 ? [`not of ${language}: ${words.join(' ')} (${text.slice(0, 100)})`] : [];
  });
  return [...findings, ...strangers].map((what) => `${name}: ${what}`);
}

/** Everything that somebody typed into the office: it stands on the pages of every language as it was typed. */
export async function typedIn(office: SampleOffice): Promise<readonly string[]> {
  const calendar = await office.speak('GET', '/calendars/organisation');
  const holidays = rowsOf({ rows: calendar.holidays }).map((day) => String(day.title));
  return [...typedTexts, ...holidays, ...Object.values(trickyData).flat()];
}
