import type { Plugin } from 'vite';

/** What is asked of the bundler about a module. */
export interface ModulesAsked {
  getModuleInfo(id: string): {
    readonly isEntry: boolean;
    readonly importers: readonly string[];
    readonly importedIds: readonly string[];
    readonly dynamicallyImportedIds: readonly string[];
  } | null;
}
export function pageParts(routes: string, views: RegExp): (id: string, modules: ModulesAsked) => string | null;
export function noCircles(): Plugin;
export function circleIn(leads: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined;
