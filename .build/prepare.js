// What `npm ci` runs: the validator of definitions, the third-party notices, the server, the window. `npm start` builds nothing.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { writeNotices } from './notices.js';
import { bundleValidator } from './validator.js';

const root = fileURLToPath(new URL('..', import.meta.url));
/** What the README promises; held where the project itself is checked. A slower machine of somebody else only reads how long it took. */
const secondsMax = 30;
const begun = performance.now();

await bundleValidator();
writeNotices();
for (const [program, ...words] of [
  ['typescript/bin/tsc', '-b', 'runtime-api', 'designer'],
  ['vite/bin/vite.js', 'build', 'designer', '--logLevel', 'warn'],
]) {
  const { status } = spawnSync(process.execPath, [`node_modules/${program}`, ...words], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

const seconds = (performance.now() - begun) / 1000;
console.log(`Built in ${seconds.toFixed(1)} s`);
if (process.env.CI && seconds > secondsMax) {
  console.error(`Building takes more than ${secondsMax} s`);
  process.exit(1);
}
