import type { Language } from '../language/language.ts';
import type { Theme } from '../server/shapes/access.ts';

/** Light, dark, or as the system has it; and as the system has it wherever it forces a reader's own colours: signs are drawn to suit what they stand on. */
export function showTheme(theme: Theme): void {
  const isForced = window.matchMedia?.('(forced-colors: active)').matches;
  if (theme === 'system' || isForced) delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** A new language is a new page: React Aria reads its words once. So is a page whose parts did not come. Nothing typed is lost, drafts lie on the server. */
export function reload(): void {
  window.location.reload();
}

/** After signing out nothing of the last person stays in memory. */
export function reloadSignedOut(language: Language): void {
  window.location.assign(`/sign-in?language=${language}`);
}

/** The same after signing in: the page begins anew with the session's own language. Only ways inside the window are followed. */
export function enter(next: string | undefined): void {
  const target = next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/';
  window.location.assign(target);
}
