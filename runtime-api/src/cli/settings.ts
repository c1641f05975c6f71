import { resolve } from 'node:path';
import { ok, type Result, refuse } from '@redress/engine';
import type { ProcessClock } from '../ports.ts';

/** What the environment says about this server. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly home: string;
  readonly windowFolder: string;
  readonly mongoUri?: string;
  readonly smtpUrl?: string;
  readonly mailFrom?: string;
  readonly publicUrl?: string;
  /** Tests hand in a pretend one; no environment sets it. */
  readonly clock?: ProcessClock;
}
export type SettingProblem = { readonly code: 'setting-invalid'; readonly setting: string; readonly needs: string };

interface Around {
  readonly workingFolder: string;
  readonly windowFolder: string;
}

/** Reads settings; an empty one counts as absent. The first that makes no sense is refused by name. */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>, around: Around): Result<Settings, SettingProblem> {
  const given = (name: string) => environment[name]?.trim() || undefined;
  const port = Number(given('PORT') ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    return refuse({ code: 'setting-invalid', setting: 'PORT', needs: 'a number from 0 to 65535' });
  const publicUrl = given('PUBLIC_URL');
  if (publicUrl !== undefined && !/^https?:\/\/[^/?#]+\/?$/.test(publicUrl))
    return refuse({
      code: 'setting-invalid',
      setting: 'PUBLIC_URL',
      needs: 'an address without a path, e.g. https://complaints.example.org',
    });
  const mongoUri = given('MONGODB_URI');
  if (mongoUri !== undefined && !/^mongodb(\+srv)?:\/\//.test(mongoUri))
    return refuse({ code: 'setting-invalid', setting: 'MONGODB_URI', needs: 'mongodb://… or mongodb+srv://…' });
  const smtpUrl = given('SMTP_URL');
  if (smtpUrl !== undefined && !/^smtps?:\/\//.test(smtpUrl))
    return refuse({ code: 'setting-invalid', setting: 'SMTP_URL', needs: 'smtp://user:password@host:port' });
  const mailFrom = given('MAIL_FROM');
  if (smtpUrl !== undefined && mailFrom === undefined)
    return refuse({ code: 'setting-invalid', setting: 'MAIL_FROM', needs: 'the address that letters come from, since SMTP_URL is set' });
  return ok({
    port,
    host: given('HOST') ?? '127.0.0.1',
    home: resolve(around.workingFolder, given('REDRESS_HOME') ?? '.redress'),
    windowFolder: around.windowFolder,
    ...(mongoUri === undefined ? {} : { mongoUri }),
    ...(smtpUrl === undefined ? {} : { smtpUrl }),
    ...(mailFrom === undefined ? {} : { mailFrom }),
    ...(publicUrl === undefined ? {} : { publicUrl: publicUrl.replace(/\/$/, '') }),
  });
}
