// `npm run proof`: the proofs in full size, on the embedded store and on a MongoDB server, and a table of what they did.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { startWireServer } from '../test/mongo-server/start.js';
import { onOneStore } from './proofs.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = `${root}.test-report`;
const figures = `${report}/proof-figures.jsonl`;
mkdirSync(report, { recursive: true });
rmSync(figures, { force: true });
const seed = process.env.SEED ?? String(Math.floor(Math.random() * 2 ** 31));
const rows = [];

/** Runs the proofs on one store; their own words stay on screen. */
function prove(store, env, without) {
  const file = `${report}/proof-full-${store.replaceAll(/\W+/g, '-')}.json`;
  rmSync(file, { force: true });
  const jest = ['--experimental-vm-modules', '--no-warnings', `${root}node_modules/jest/bin/jest.js`, '--selectProjects', 'proof'];
  const how = ['--maxWorkers=1', '--json', '--outputFile', file, '--testTimeout=7200000', '--testPathIgnorePatterns', ...without];
  spawnSync(process.execPath, [...jest, ...how], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env, PROOF: 'full', SEED: seed, PROOF_FIGURES: figures },
  });
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { numFailedTests: 1, testResults: [] };
  for (const suite of counts.testResults) {
    const passed = suite.assertionResults.filter(({ status }) => status === 'passed').length;
    const name = suite.name.replace(/^.*\/test\/proof\//, '').replace(/\.test\.ts$/, '');
    rows.push([store, name, `${passed} of ${suite.assertionResults.length}`, `${Math.round((suite.endTime - suite.startTime) / 1000)} s`]);
  }
  return counts.numFailedTests + (counts.numRuntimeErrorTestSuites ?? 0);
}

let failed = prove('embedded', {}, ['\\.wire\\.test\\.ts$']);
const wire = await startWireServer();
if (wire) {
  const env = { MONGODB_URI: wire.uri, MONGODB_SERVER: wire.name, MONGODB_STREAMS: wire.streams };
  failed += prove(wire.name, env, ['\\.embedded\\.test\\.ts$', onOneStore]);
  await wire.stop();
} else {
  failed += 1;
  console.log('\n!!! NOT RUN — the proofs on a MongoDB server: none can be started here');
}

const [cpu] = cpus();
const machine = `${cpus().length} × ${cpu?.model ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
console.log(`\n${new Date().toISOString().slice(0, 10)} · ${machine} · seed ${seed}\n`);
const line = (cells) => `| ${cells.join(' | ')} |`;
console.log([line(['Store', 'Proof', 'Passed', 'Time']), line(['---', '---', '---', '---']), ...rows.map(line)].join('\n'));
if (existsSync(figures)) {
  const told = readFileSync(figures, 'utf8').trim().split('\n');
  console.log(
    `\n${told
      .map((text) => JSON.parse(text))
      .map(({ proof, figures: words }) => `- ${proof}: ${words}`)
      .join('\n')}`,
  );
}
process.exit(failed ? 1 : 0);
