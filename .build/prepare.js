// What `npm ci` runs: the validator of definitions, the third-party notices, the server, the window. `npm start` builds nothing.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { writeNotices } from './notices.js';
import { bundleValidator } from './validator.js';

const root = fileURLToPath(new URL('..', import.meta.url));

await bundleValidator();
writeNotices();
for (const [program, ...words] of [
  ['typescript/bin/tsc', '-b', 'runtime-api', 'designer'],
  ['vite/bin/vite.js', 'build', 'designer', '--logLevel', 'warn'],
]) {
  const { status } = spawnSync(process.execPath, [`node_modules/${program}`, ...words], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
