import type { Definition } from '@redress/engine';
import { canonicalText } from '../canonical-text.ts';
import { sha256 } from '../event-id.ts';

/** What a version is: SHA-256 of its canonical JSON, without what the server writes at publication. */
export function definitionHash(definition: Definition): string {
  const { published, ...own } = definition;
  return sha256(canonicalText(own));
}
