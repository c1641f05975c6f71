import type { DoorSettings } from './office.ts';

/** `__Host-` binds the cookie to this very host, and only https may set it. */
export const cookieName = ({ secure }: Pick<DoorSettings, 'secure'>): string => (secure ? '__Host-redress' : 'redress');

/** For this browser only, invisible to scripts, never sent along from foreign pages; it goes with the browser. */
export const setCookie = (door: DoorSettings, value: string): string =>
  `${cookieName(door)}=${value}; Path=/; HttpOnly; SameSite=Strict${door.secure ? '; Secure' : ''}`;
export const clearCookie = (door: DoorSettings): string => `${setCookie(door, '')}; Max-Age=0`;

/** The value in a `Cookie` header. Two of one name are one too many: somebody planted the other. */
export function readCookie(door: DoorSettings, header: string | undefined): string | undefined {
  const name = `${cookieName(door)}=`;
  const found = (header ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(name));
  return found.length === 1 ? found[0]?.slice(name.length) || undefined : undefined;
}
