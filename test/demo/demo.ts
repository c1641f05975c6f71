import { demonstrate } from './demonstration.ts';
import { failures, page } from './figures.ts';

/** `npm run demo`: SEED repeats a run, ROWS takes fewer rows than all. */
const seed = process.env.SEED === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(process.env.SEED);
const rowsInSample = 2_067;
const every = Math.max(1, Math.floor(rowsInSample / Number(process.env.ROWS ?? rowsInSample)));

const shown = await demonstrate({ seed, takes: (index) => index % every === 0, tell: (what) => console.log(`… ${what}`) });
console.log(`\n${page(shown)}\n`);
for (const line of shown.differences.slice(0, 40)) console.error(line);
for (const warning of shown.warnings.slice(0, 20)) console.error(warning);
const wrong = failures(shown);
for (const what of wrong) console.error(`!!! does not hold: ${what}`);
process.exit(wrong.length === 0 ? 0 : 1);
