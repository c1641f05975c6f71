// `npm test`: everything this machine can run, and a loud list of what it cannot. In CI nothing may be left out.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startWireServer } from '../test/mongo-server/start.js';
import { chromiumPath } from '../test/tools/chromium.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = `${root}.test-report`;
rmSync(report, { recursive: true, force: true });
mkdirSync(report, { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
const notRun = [];

/** One jest run over the given projects; its counts are read from jest's own report, never from its exit code alone. */
function jest(name, projects, env = {}, words = []) {
  console.log(`\n— ${name}`);
  const file = `${report}/${name.replaceAll(/\W+/g, '-')}.json`;
  const jestBin = `${root}node_modules/jest/bin/jest.js`;
  const { status } = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      jestBin,
      '--selectProjects',
      ...projects,
      '--json',
      '--outputFile',
      file,
      '--testLocationInResults',
      ...words,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
    },
  );
  let counts;
  try {
    counts = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    total.failed += 1;
    console.error(`${name}: jest ended with ${status} and left no report`);
    return;
  }
  total.passed += counts.numPassedTests;
  total.failed += counts.numFailedTests + counts.numRuntimeErrorTestSuites;
  total.skipped += counts.numPendingTests + counts.numTodoTests;
  if (counts.numTotalTests === 0 || (status !== 0 && counts.success)) total.failed += 1;
}

jest('unit', ['unit', 'window']);
jest('contract', ['contract']);
jest('proof', ['proof'], {}, ['--maxWorkers=1']);

const wire = await startWireServer();
if (wire) {
  console.log(`\n(MongoDB wire: ${wire.name})`);
  jest('contract on the wire', ['contract'], { MONGODB_URI: wire.uri, MONGODB_SERVER: wire.name }, ['--maxWorkers=1']);
  jest('proof on the wire', ['proof'], { MONGODB_URI: wire.uri, MONGODB_SERVER: wire.name }, ['--maxWorkers=1']);
  await wire.stop();
} else notRun.push('both stores: no MONGODB_URI, no mongod on the path, no JDK 17 with Maven; only the embedded store was tested');

const chromium = chromiumPath();
if (chromium) jest('journeys', ['journeys'], { CHROMIUM_PATH: chromium }, ['--maxWorkers=1']);
else notRun.push('journeys in the browser: no chromium on the path (set CHROMIUM_PATH)');

for (const what of notRun) console.log(`\n!!! NOT RUN — ${what}`);
const incomplete = process.env.CI && (notRun.length > 0 || total.skipped > 0);
if (incomplete) console.log('\nCI runs everything: what was not run counts as failed.');
const failed = total.failed + (incomplete ? notRun.length + total.skipped : 0);
console.log(`\n${total.passed} passed, ${failed} failed${total.skipped && !incomplete ? `, ${total.skipped} skipped` : ''}`);
process.exit(failed ? 1 : 0);
