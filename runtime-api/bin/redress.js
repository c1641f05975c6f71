#!/usr/bin/env node
// The command line. It runs what `npm run prepare` built, and builds nothing itself.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/main.js', import.meta.url);
if (existsSync(fileURLToPath(built))) {
  const { main } = await import(built.href);
  await main(process.argv);
} else {
  console.error('Redress is not built yet. Run: npm run prepare');
  process.exitCode = 69;
}
