import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { compiledCatalogues } from '../.build/compiled-words.js';
import { onlyWhatIsNoticed } from '../.build/notices.js';
import { noCircles, pageParts } from '../.build/page-parts.js';

const from = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = 'http://127.0.0.1:3000';

/** Each part of React Aria brings its words in thirty languages. The window provides them all together, in the reader's: see `aria-words.ts`. */
const noAriaWords: Plugin = {
  name: 'no-aria-words',
  load: {
    filter: { id: /node_modules\/react-(aria|aria-components|stately)\/dist\/private\/([\w/]+\/)?intlStrings\.mjs$/ },
    handler: () => 'export default {}',
  },
};

/** The window hears of changes by websocket alone (see `live.ts`): the other ways stay away. */
const onlyWebsocket: Plugin = {
  name: 'only-websocket',
  load: {
    filter: { id: /node_modules\/engine\.io-client\/build\/esm\/transports\/index\.js$/ },
    handler: () => "import { WS } from './websocket.js'; export const transports = { websocket: WS };",
  },
};

/** Drawings glide by `glide.ts`: what d3 brings for its own motion, colours and texts between two values with it, stays away. */
const noForeignMotion: Plugin = {
  name: 'no-foreign-motion',
  load: {
    filter: { id: /node_modules\/d3-(transition|interpolate)\/dist\/[\w-]+\.mjs$/ },
    handler: (id) =>
      id.includes('d3-transition')
        ? "import { selection } from 'd3-selection'; export const interrupt = () => undefined; selection.prototype.interrupt = function () { return this; };"
        : "const unused = () => { throw new Error('drawings glide by glide.ts'); }; export { unused as interpolate, unused as interpolateZoom };",
  },
};

export default defineConfig({
  root: from('.'),
  plugins: [react(), noAriaWords, onlyWebsocket, noForeignMotion, compiledCatalogues(), onlyWhatIsNoticed(), noCircles()],
  // Our own packages from their sources. By name, because the condition `source` would also catch foreign packages that do not ship theirs.
  resolve: {
    alias: { '@redress/engine': from('../engine/src/index.ts'), '@redress/definitions': from('../definitions/src/index.ts') },
    dedupe: ['react', 'react-dom'],
  },
  worker: { format: 'es', plugins: () => [onlyWhatIsNoticed()] },
  build: {
    outDir: 'dist/window',
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome120', 'firefox120', 'safari17.4'],
    // The page policy allows no inline script and no data: address, so nothing is inlined.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1600,
    // Together what is fetched together: all icons, what draws charts, what the same pages need. Many small files weigh more than one.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'icons', test: /\/lucide-react\//, includeDependenciesRecursively: false },
            { name: 'flow', test: /\/node_modules\/(reactflow|@xyflow|d3-[a-z]+)\//, includeDependenciesRecursively: false },
            {
              name: pageParts(from('./src/shell/routes.tsx'), /\/src\/(draft|map|outline)\//),
              debugName: 'parts of pages',
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: server, changeOrigin: true }, '/socket.io': { target: server, ws: true, changeOrigin: true } },
  },
});
