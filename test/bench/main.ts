import { cpus } from 'node:os';
import { feel } from './feel.ts';
import { type Figure, table } from './figures.ts';
import { hostileBeside } from './hostile.ts';
import { inProcess } from './in-process.ts';
import { large } from './large.ts';
import { overHttp } from './over-http.ts';
import { poisonBeside } from './poison.ts';
import { rules } from './rules.ts';
import { sizesFor } from './sizes.ts';
import { timers } from './timers.ts';

// `npm run bench [-- --full] [-- in-process over-http timers large hostile poison rules feel]`: figures of the build in dist, with full durability.
const words = process.argv.slice(2);
const sizes = sizesFor(words);
const asked = words.filter((word) => !word.startsWith('--'));
const parts: { readonly [name: string]: () => Promise<readonly Figure[]> } = {
  'in-process': () => inProcess(sizes),
  'over-http': () => overHttp(sizes),
  timers: () => timers(sizes),
  large: () => large(sizes),
  hostile: () => hostileBeside(sizes),
  poison: () => poisonBeside(sizes),
  rules: async () => rules(),
  feel: async () => feel(),
};
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) throw new Error(`No such part: ${unknown.join(', ')}. There are ${Object.keys(parts).join(', ')}`);

const processors = cpus();
console.log(
  `${new Date().toISOString()}, Node ${process.version}, ${processors.length} × ${processors[0]?.model ?? 'unknown'}${words.includes('--full') ? ', full' : ''}\n`,
);
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const from = performance.now();
  const found = await measure();
  figures.push(...found);
  console.log(`${table(found)}\n(${name}: ${Math.round((performance.now() - from) / 1000)} s)\n`);
}
const missed = figures.filter(({ met }) => met === false);
console.log(
  `${figures.filter(({ met }) => met === true).length} figures met, ${missed.length} missed${missed.map(({ name }) => `\n- ${name}`).join('')}`,
);
