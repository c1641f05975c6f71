import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../../tools/source-files.ts';

/** As strict as TypeScript is. */
const settings = {
  compilerOptions: {
    target: 'es2023',
    lib: ['es2023', 'dom'],
    module: 'nodenext',
    moduleResolution: 'nodenext',
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noPropertyAccessFromIndexSignature: true,
    noImplicitOverride: true,
    noImplicitReturns: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    skipLibCheck: true,
    types: [],
    outDir: 'out',
  },
  include: ['*.ts'],
};

/** Modules as somebody would use them: in a folder of their own, beside nothing but xstate, compiled by TypeScript. */
export class BuiltModules {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async of(texts: Readonly<Record<string, string>>): Promise<BuiltModules> {
    const folder = await mkdtemp(join(tmpdir(), 'redress-exported-'));
    await mkdir(join(folder, 'node_modules'));
    await symlink(join(root, 'node_modules/xstate'), join(folder, 'node_modules/xstate'), 'dir');
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    for (const [name, text] of Object.entries(texts)) await writeFile(join(folder, `${name}.ts`), text);
    return new BuiltModules(folder);
  }

  /** What TypeScript says of them; nothing where all is well. The modules are there afterwards. */
  async compile(): Promise<string> {
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    return new Promise((done) => {
      execFile(process.execPath, [compiler, '-p', this.#folder], { maxBuffer: 2 ** 24 }, (failed, told) =>
        done(failed ? told || String(failed) : told),
      );
    });
  }

  async load(name: string): Promise<object> {
    const module: unknown = await import(pathToFileURL(join(this.#folder, 'out', `${name}.js`)).href);
    if (typeof module !== 'object' || module === null) throw new Error(`no module: ${name}`);
    return module;
  }

  text = (name: string): Promise<string> => readFile(join(this.#folder, `${name}.ts`), 'utf8');

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true });
  }
}
