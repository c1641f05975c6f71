import { ok, type Result, refuse } from '@redress/engine';
import type { HttpRefusal } from './http-refusal.ts';
import type { DoorSettings } from './office.ts';

export interface Heads {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
}

const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

/** The name under which we were called must be ours: else a foreign name was pointed at this machine (DNS rebinding). */
export function checkHost(door: DoorSettings, heads: Heads): Result<void, HttpRefusal> {
  const host = (heads.host ?? '').toLowerCase();
  const own = door.publicUrl === undefined ? undefined : new URL(door.publicUrl).host;
  return host === own || loopback.test(host) ? ok(undefined) : refuse({ code: 'host-foreign', host: host.slice(0, 100) });
}

/** What changes something, and every socket, must come from a page of ours. Programs send no `Origin`. */
export function checkOrigin(door: DoorSettings, heads: Heads): Result<void, HttpRefusal> {
  const site = heads['sec-fetch-site'];
  const { origin } = heads;
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    return refuse({ code: 'origin-foreign', origin: origin ?? String(site) });
  if (origin === undefined) return ok(undefined);
  if (door.publicUrl !== undefined && origin === new URL(door.publicUrl).origin) return ok(undefined);
  return URL.canParse(origin) && new URL(origin).host === (heads.host ?? '').toLowerCase()
    ? ok(undefined)
    : refuse({ code: 'origin-foreign', origin: origin.slice(0, 200) });
}
