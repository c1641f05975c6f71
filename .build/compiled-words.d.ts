import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

export function compiled(catalogue: Readonly<Record<string, string>>): Readonly<Record<string, string | readonly MessageFormatElement[]>>;
export function compiledCatalogues(): Plugin;
