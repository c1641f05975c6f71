// Third-party notices: what of others is in the product, under which licence, with the words of that licence. Made from the lock file and the
// packages as they are installed, so the page is never behind the product. A package without a licence, or with a choice nobody made, stops the build.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where a package offers several licences, the one we take it under. */
const choices = { elkjs: 'EPL-2.0' };
/** Tools of the build that leave a few lines of their own in what they build. */
const leftInside = ['node_modules/vite', 'node_modules/rolldown'];
const licenceFile = /^([\w-]*-)?(un)?licen[cs]es?\b|^(copying|copyright|notice)/i;

/** The notices as the page reads them: packages by name and version, each text once, however many packages share it. */
export function thirdPartyNotices(folder = root, chosen = choices) {
  const texts = [];
  const refused = [];
  const packages = reachingProduct(folder, leftInside).map(({ path, entry }) => {
    const about = readAbout(`${folder}/${path}`);
    const name = entry.name ?? nameOf(path);
    const licence = licenceOf(about) ?? entry.license;
    if (!licence) refused.push(`${name} ${entry.version} names no licence`);
    if (licence?.includes(' OR ') && !chosen[name]) refused.push(`${name} ${entry.version} may be taken under ${licence}: choose one`);
    return {
      name,
      version: entry.version,
      licence: licence ?? '',
      ...(chosen[name] ? { chosen: chosen[name] } : {}),
      ...(entry.os ? {} : sourceOf(about)), // A part for one system is read there only: the page is the same everywhere.
      texts: textsOf(`${folder}/${path}`).map((text) => (texts.includes(text) ? texts.indexOf(text) : texts.push(text) - 1)),
    };
  });
  const missing = Object.keys(chosen).filter((name) => !packages.some((one) => one.name === name && one.licence.includes(' OR ')));
  refused.push(...missing.map((name) => `${name} offers no choice of licences any more`));
  if (refused.length > 0) throw new Error(`Third-party notices cannot be made:\n${refused.map((why) => `  ${why}`).join('\n')}`);
  return { packages, texts };
}

/** Stops a build of the window that takes in a package which the notices do not name. */
export function onlyWhatIsNoticed() {
  const known = new Set(reachingProduct(root, leftInside).map(({ path }) => path));
  return {
    name: 'only-what-is-noticed',
    apply: 'build',
    generateBundle(_options, bundle) {
      const ids = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
      const strangers = ids.map(packageFolder).filter((path) => path !== undefined && !known.has(path));
      if (strangers.length > 0) this.error(`In the window, but not in the third-party notices: ${[...new Set(strangers)].join(', ')}`);
    },
  };
}

function reachingProduct(folder, besides) {
  const { packages } = JSON.parse(readFileSync(`${folder}/package-lock.json`, 'utf8'));
  const found = Object.entries(packages)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link && (!entry.dev || besides.includes(path)))
    .map(([path, entry]) => ({ path, entry }));
  const unique = new Map(found.map((one) => [`${one.entry.name ?? nameOf(one.path)} ${one.entry.version}`, one]));
  return [...unique].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, one]) => one);
}

const nameOf = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** `node_modules/koa` of the address of a file in it; undefined for our own files. */
function packageFolder(id) {
  const [, path] = /\/((?:node_modules\/(?:@[^/]+\/)?[^/]+\/)+)(?!.*node_modules\/)/.exec(id.replaceAll('\\', '/')) ?? [];
  return path?.slice(0, -1);
}

/** Parts for other systems are in the lock file, yet not on this disk. */
function readAbout(folder) {
  return existsSync(`${folder}/package.json`) ? JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) : {};
}

/** As text, or in one of the forms that old packages have. */
function licenceOf({ license, licenses }) {
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map(({ type }) => type).join(' OR ');
}

function sourceOf({ repository, homepage }) {
  const address = (typeof repository === 'string' ? repository : repository?.url) ?? homepage;
  const plain = address
    ?.replace(/^(github:)?(?=[\w-]+\/[\w.-]+$)/, 'https://github.com/')
    .replace(/^git\+/, '')
    .replace(/^(ssh:\/\/git@|git:\/\/)/, 'https://')
    .replace(/\.git$/, '');
  return plain?.startsWith('https://') ? { source: plain } : {};
}

/** What lies in the package, below it too where it brings parts of others along; not what a tool left there. */
function textsOf(folder) {
  const texts = existsSync(folder) ? filesBelow(folder).map((file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()) : [];
  return [...new Set(texts)].filter((text) => text !== '');
}

function filesBelow(folder) {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : filesBelow(path);
    return licenceFile.test(entry.name) && !/\.(?:[cm]?[jt]s|map|json)$/.test(entry.name) ? [path] : [];
  });
}

export function writeNotices() {
  writeFileSync(`${root}designer/public/notices.generated.json`, JSON.stringify(thirdPartyNotices()));
}
if (process.argv[1] === fileURLToPath(import.meta.url)) writeNotices();
