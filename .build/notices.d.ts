import type { Plugin } from 'vite';

export interface Notices {
  readonly packages: readonly {
    readonly name: string;
    readonly version: string;
    readonly licence: string;
    readonly chosen?: string;
    readonly source?: string;
    readonly texts: readonly number[];
  }[];
  readonly texts: readonly string[];
}
export function thirdPartyNotices(folder?: string, chosen?: Readonly<Record<string, string>>): Notices;
export function onlyWhatIsNoticed(): Plugin;
export function writeNotices(): void;
