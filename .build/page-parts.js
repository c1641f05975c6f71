// Which modules of the window are fetched together. By itself a bundler cuts wherever two lazy parts differ, dialogs too, which leaves a page with more
// than a hundred crumbs. Here a lazy part counts only for what the pages that open it do not have already: what is needed at the same places is one
// file, and still no page fetches what it does not need.

/**
 * Names the file of each module of ours, for `codeSplitting.groups`.
 * @param {string} routes The module whose lazy imports are the pages.
 * @param {RegExp} views Pages between which people go to and fro: they are one.
 */
export function pageParts(routes, views) {
  let parts;
  return (id, modules) => {
    parts ??= partsOf(routes, views, (each) => modules.getModuleInfo(each));
    return ground.test(id) ? 'ground' : (parts.get(id) ?? null);
  };
}

/** Stops a build in which two files need each other: whichever comes first would begin without what the other makes. */
export function noCircles() {
  return {
    name: 'no-circles',
    generateBundle(_, bundle) {
      const circle = circleIn(
        new Map(Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file.imports]] : []))),
      );
      if (circle) this.error(`Files of the window need each other: ${circle.join(' → ')}`);
    },
  };
}

/** The first round of names that lead to each other, if there is one. */
export function circleIn(leads) {
  const done = new Set();
  const walk = (name, path) => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const next of leads.get(name) ?? []) {
      const circle = walk(next, [...path, name]);
      if (circle) return circle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of leads.keys()) {
    const circle = walk(name, []);
    if (circle) return circle;
  }
  return undefined;
}

function partsOf(routes, views, infoOf) {
  const always = reachedFrom(entriesOf(routes, infoOf), infoOf);
  const pages = new Map();
  for (const page of infoOf(routes).dynamicallyImportedIds) {
    const name = views.test(page) ? 'views' : page;
    pages.set(name, [...(pages.get(name) ?? []), page]);
  }
  const atOnce = new Map([...pages].map(([name, ids]) => [name, reachedFrom(ids, infoOf)]));
  const openedBy = lateParts(pages, infoOf);
  /** What each page and each late part fetches, one by one. */
  const broughtBy = new Map([...[...pages.values()].flat(), ...openedBy.keys()].map((each) => [each, reachedFrom([each], infoOf)]));
  const placesOf = new Map();
  const place = (id, name) => placesOf.set(id, (placesOf.get(id) ?? new Set()).add(name));
  for (const [name, modules] of atOnce) for (const id of modules) place(id, name);
  for (const [part, openers] of openedBy)
    for (const id of broughtBy.get(part)) if (openers.some((page) => !atOnce.get(page).has(id))) place(id, part);
  const numbers = new Map();
  const numbered = (places) => {
    const key = [...places].sort().join('\n');
    if (!numbers.has(key)) numbers.set(key, `part${numbers.size + 1}`);
    return numbers.get(key);
  };
  const fetchers = [always, ...broughtBy.values()];
  const isShared = (id) => fetchers.filter((modules) => modules.has(id)).length > 1;
  // What one place alone fetches stays in its own file, with what that brings.
  return new Map([...placesOf].filter(([id]) => isShared(id)).map(([id, places]) => [id, always.has(id) ? 'window' : numbered(places)]));
}

/** Lazy parts that are no pages, each with the pages on which it may be opened. */
function lateParts(pages, infoOf) {
  const openedBy = new Map();
  for (const [name, ids] of pages) {
    const seen = new Set(ids);
    for (const id of seen) {
      const { importedIds = [], dynamicallyImportedIds = [] } = infoOf(id) ?? {};
      for (const late of dynamicallyImportedIds.filter(isOurs)) openedBy.set(late, [...new Set([...(openedBy.get(late) ?? []), name])]);
      for (const each of [...importedIds, ...dynamicallyImportedIds]) if (isOurs(each)) seen.add(each);
    }
  }
  return openedBy;
}

/** With everything of ours that they import at once. */
function reachedFrom(ids, infoOf) {
  const seen = new Set(ids);
  for (const id of seen) for (const each of infoOf(id)?.importedIds ?? []) if (isOurs(each)) seen.add(each);
  return seen;
}

/** Where the window begins: whoever brings this module in, up to the first of all. */
function entriesOf(id, infoOf) {
  const seen = new Set([id]);
  for (const each of seen) for (const importer of infoOf(each)?.importers ?? []) seen.add(importer);
  return [...seen].filter((each) => infoOf(each)?.isEntry);
}

/** What the window stands on: every page needs it, and it needs nothing else. What makes pages on a server is none of it. */
const ground =
  /\/node_modules\/(?!react-dom\/.*server)(react|react-dom|scheduler|react-intl|@formatjs|intl-messageformat|use-sync-external-store|@tanstack|socket\.io-client|socket\.io-parser|engine\.io-client|engine\.io-parser|@socket\.io)\//;

/** Foreign packages and our own libraries have index files, behind which nobody sees from here what is needed. Words come by language. */
const isOurs = (id) => id.includes('/designer/src/') && !id.endsWith('.json') && !/\/(drawing|detail)-words\./.test(id);
