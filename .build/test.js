// `npm test`: everything this machine can run, and a loud list of what it cannot. In CI nothing may be left out.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startWireServer } from '../test/mongo-server/start.js';
import { chromiumPath } from '../test/tools/chromium.js';
import { onOneStore } from './proofs.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = `${root}.test-report`;
rmSync(report, { recursive: true, force: true });
mkdirSync(report, { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
const notRun = [];
const elapsed = () => `${Math.round(process.uptime() / 60)} min`;
/** A run that never ends, because something it opened is never closed, is a failure that is told. */
const runMsMax = 60 * 60_000;

/** One jest run over the given projects; its counts are read from jest's own report, never from its exit code alone. */
function jest(name, projects, env = {}, words = []) {
  console.log(`\n— ${name} (${elapsed()})`);
  const file = `${report}/${name.replaceAll(/\W+/g, '-')}.json`;
  const jestBin = `${root}node_modules/jest/bin/jest.js`;
  const { status, error } = spawnSync(
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
      '--maxWorkers=100%',
      ...words,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
      timeout: runMsMax,
      killSignal: 'SIGKILL',
    },
  );
  if (error) {
    total.failed += 1;
    console.error(`${name}: ${error.message}`);
  }
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

/** Speed is measured elsewhere: here a test that takes two minutes hangs. */
const patient = ['--testTimeout=120000'];
/** Modules of a test file stay in memory after it: a worker that has grown too large is replaced before its next file. */
const renewed = ['--workerIdleMemoryLimit=1500MB'];
const without = (...patterns) => ['--testPathIgnorePatterns', ...patterns];
/** Tests of one store alone: `*.wire.test.ts` needs a MongoDB server, `*.embedded.test.ts` our own store. */
const [onlyWire, onlyEmbedded] = ['\\.wire\\.test\\.ts$', '\\.embedded\\.test\\.ts$'];
/** In full size faults are planted on both stores. */
const once = [onOneStore, 'test/proof/planted-faults'];

jest('unit', ['unit', 'window'], {}, [...patient, ...renewed]);
jest('contract', ['contract'], {}, [...patient, ...renewed, ...without(onlyWire)]);
jest('proof', ['proof'], {}, [...patient, ...without(onlyWire)]);

const wire = await startWireServer();
if (wire) {
  console.log(`\n(MongoDB wire: ${wire.name})`);
  const at = { MONGODB_URI: wire.uri, MONGODB_SERVER: wire.name, MONGODB_STREAMS: wire.streams };
  jest('contract on the wire', ['contract'], at, [...patient, ...renewed, ...without(onlyEmbedded)]);
  jest('proof on the wire', ['proof'], at, [...patient, ...without(onlyEmbedded, ...once)]);
  await wire.stop();
  await otherWayToFollow(wire);
} else notRun.push('both stores: no MONGODB_URI, no mongod on the path, no JDK 17 with Maven; only the embedded store was tested');

/** Pages hear of other processes by change streams where the server has them, else by a poll: each way is tested, on servers of our own. */
async function otherWayToFollow({ streams: known }) {
  for (const streams of known === '' ? [true, false] : [known === 'no']) {
    const other = await startWireServer({ own: true, streams });
    if (other) {
      const at = { MONGODB_URI: other.uri, MONGODB_SERVER: other.name, MONGODB_STREAMS: other.streams };
      jest(`live contract, change streams ${other.streams}`, ['contract'], at, [...patient, '--testPathPatterns', 'test/contract/live']);
      await other.stop();
    } else notRun.push(`live contract ${streams ? 'with' : 'without'} change streams: no server of our own can be started`);
  }
}

const chromium = chromiumPath();
if (chromium) jest('journeys', ['journeys'], { CHROMIUM_PATH: chromium });
else notRun.push('journeys in the browser: no chromium on the path (set CHROMIUM_PATH)');

for (const what of notRun) console.log(`\n!!! NOT RUN — ${what}`);
const incomplete = process.env.CI && (notRun.length > 0 || total.skipped > 0);
if (incomplete) console.log('\nCI runs everything: what was not run counts as failed.');
const failed = total.failed + (incomplete ? notRun.length + total.skipped : 0);
console.log(`\n${total.passed} passed, ${failed} failed${total.skipped && !incomplete ? `, ${total.skipped} skipped` : ''}`);
process.exit(failed ? 1 : 0);
