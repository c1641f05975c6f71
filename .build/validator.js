// The definition validator, compiled from the schema once, bundled with what it needs: the engine compiles nothing at run time.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import formats from 'ajv-formats';
import { rolldown } from 'rolldown';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export async function bundleValidator() {
  const schema = JSON.parse(await readFile(at('engine/src/definition/process-definition.schema.json'), 'utf8'));
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    code: { source: true, lines: true },
  });
  formats.default(ajv);
  const code = standalone.default(ajv, ajv.compile(schema));
  const folder = at('engine/.validator');
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/validator.cjs`, code);
  const bundle = await rolldown({
    input: `${folder}/validator.cjs`,
    platform: 'neutral',
    resolve: { mainFields: ['main'] },
    logLevel: 'silent',
  });
  for (const file of [at('engine/src/definition/validate.generated.js'), at('engine/dist/definition/validate.generated.js')])
    await bundle.write({ file, format: 'esm' });
  await bundle.close();
  await rm(folder, { recursive: true });
}
if (process.argv[1] === fileURLToPath(import.meta.url)) await bundleValidator();
