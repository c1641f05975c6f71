import { ask } from './request.ts';

/** What of others is in the product: made by the build, a file beside the page. */
export interface Notices {
  readonly packages: readonly NoticedPackage[];
  /** Each text once, however many packages share it. */
  readonly texts: readonly string[];
}

export interface NoticedPackage {
  readonly name: string;
  readonly version: string;
  /** As the package names it: an SPDX expression. */
  readonly licence: string;
  /** The one that the product is made under, where the package offers several. */
  readonly chosen?: string;
  readonly source?: string;
  /** Places in `texts`. */
  readonly texts: readonly number[];
}

export const readNotices = () => ask<Notices>({ method: 'GET', path: '/notices.generated.json', isFile: true });
