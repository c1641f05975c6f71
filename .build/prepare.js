// What `npm ci` runs: the validator of definitions, the server, the window. `npm start` builds nothing.
import { spawnSync } from 'node:child_process';
import { bundleValidator } from './validator.js';

await bundleValidator();
for (const [command, ...words] of [
  ['tsc', '-b'],
  ['vite', 'build', 'designer', '--logLevel', 'warn'],
]) {
  const { status } = spawnSync('npx', ['--no', command, ...words], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status) process.exit(status);
}
