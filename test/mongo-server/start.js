import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/**
 * A server that speaks MongoDB's wire protocol: MONGODB_URI if set, else `mongod` as a one-node replica set, else the Java host
 * of this folder, else undefined. `file` keeps the data there, so that they survive a kill (of mongod only without `streams`). `streams`: with change streams or
 * without; unsaid, mongod has them and the Java host has not. The answer says 'yes', 'no', or nothing about a server that was given. `own`: never that one.
 * @param {{ file?: string, port?: number, streams?: boolean, own?: boolean }} [wish]
 * @returns {Promise<{ name: string, uri: string, streams: string, kill: () => Promise<void>, stop: () => Promise<void> } | undefined>}
 */
export async function startWireServer(wish = {}) {
  const given = wish.own ? undefined : process.env.MONGODB_URI;
  if (given)
    return {
      name: process.env.MONGODB_SERVER ?? 'MONGODB_URI',
      uri: given,
      streams: process.env.MONGODB_STREAMS ?? '',
      kill: async () => {},
      stop: async () => {},
    };
  if (has('mongod', ['--version'])) return startMongod(wish);
  if (has('java', ['-version']) && (built() || has('mvn', ['-version']))) return startJavaHost(wish);
  return undefined;
}

const has = (command, words) => spawnSync(command, words, { stdio: 'ignore' }).status === 0;
const stamp = join(here, 'target', 'built');
const source = () =>
  createHash('sha256')
    .update(readFileSync(join(here, 'pom.xml')))
    .update(readFileSync(join(here, 'src/main/java/TestServer.java')))
    .digest('hex');
const built = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === source();

/** Known noise, by the loggers that make it (README.md); everything else is heard. */
const log = {
  defaultLogLevel: 'warn',
  'log.de.bwaldvogel.mongo.backend.AbstractMongoDatabase': 'error',
  'log.de.bwaldvogel.mongo.wire.MongoExceptionHandler': 'off',
};

/** The Java host, built once by Maven; built again when its source changed. */
async function startJavaHost({ file, port = undefined, streams = false }) {
  if (!built()) {
    execFileSync('mvn', ['-q', '-B', 'compile', 'dependency:copy-dependencies', '-DoutputDirectory=target/lib'], {
      cwd: here,
      stdio: 'inherit',
    });
    writeFileSync(stamp, source());
  }
  const at = port ?? (await freePort());
  const words = [
    ...Object.entries(log).map(([name, level]) => `-Dorg.slf4j.simpleLogger.${name}=${level}`),
    '-cp',
    'target/classes:target/lib/*',
    'TestServer',
    String(at),
    ...(file ? [file] : []),
  ];
  const server = spawn('java', words, {
    cwd: here,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...(streams ? { OPLOG: '1' } : {}) },
  });
  await saying(server, 'listening');
  return running({ name: 'mongo-java-server', uri: `mongodb://127.0.0.1:${at}/redress`, streams }, server);
}

/** A one-node replica set, which has change streams, or a standalone server, which has none. */
async function startMongod({ file, port = undefined, streams = true }) {
  const at = port ?? (await freePort());
  const folder = file ?? mkdtempSync(join(tmpdir(), 'redress-mongod-'));
  mkdirSync(folder, { recursive: true });
  const words = ['--dbpath', folder, '--port', String(at), '--bind_ip', '127.0.0.1', ...(streams ? ['--replSet', 'redress'] : [])];
  const server = spawn('mongod', words, { stdio: ['ignore', 'pipe', 'inherit'] });
  await saying(server, 'Waiting for connections');
  const uri = `mongodb://127.0.0.1:${at}/redress`;
  if (!streams) return running({ name: 'mongod', uri, streams }, server);
  const { default: mongoose } = await import('mongoose');
  const client = await mongoose.mongo.MongoClient.connect(`mongodb://127.0.0.1:${at}/?directConnection=true`);
  await client.db('admin').command({
    replSetInitiate: {
      _id: 'redress',
      members: [{ _id: 0, host: `127.0.0.1:${at}` }],
    },
  });
  await client.close();
  return running({ name: 'mongod', uri: `${uri}?replicaSet=redress`, streams }, server);
}

function running({ name, uri, streams }, server) {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  const end = (signal) => async () => {
    server.kill(signal);
    await ended;
  };
  return { name, uri, streams: streams ? 'yes' : 'no', kill: end('SIGKILL'), stop: end('SIGTERM') };
}

/** Resolves once the server prints `word`; a server that ends before is an error. */
function saying(server, word) {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stdout.on('data', (chunk) => {
      said = (said + chunk).slice(-10_000);
      if (said.includes(word)) resolve();
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`the test server ended with ${code} before it was ready`)));
  });
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
