/** Markup that `html` made, and so nobody else. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
type Part = string | number | Markup | readonly Part[];

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? '');

/** Markup in which whatever was put in stands as text, between tags and in quoted attributes alike. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.map((text, index) => text + (index < parts.length ? marked(parts[index] ?? '') : '')).join(''));

function marked(part: Part): string {
  if (part instanceof Markup) return part.text;
  return typeof part === 'string' || typeof part === 'number' ? escaped(String(part)) : part.map(marked).join('');
}

/** What somebody wrote, in whatever direction that runs, without turning what stands around it. */
export const written = (text: string): Markup => html`<bdi>${text}</bdi>`;
