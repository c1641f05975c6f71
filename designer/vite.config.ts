import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { onlyWhatIsNoticed } from '../.build/notices.js';

const from = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = 'http://127.0.0.1:3000';

const drawing = [
  'actions',
  'compare',
  'design',
  'forms',
  'letters',
  'map',
  'panel',
  'proof',
  'review',
  'skeleton',
  'tables',
  'trial',
  'when',
  'who',
];
const wordsOfDrawing = (language: string): RegExp => new RegExp(`locales/(${drawing.join('|')})\\.${language}\\.json$`);

export default defineConfig({
  root: from('.'),
  plugins: [react(), onlyWhatIsNoticed()],
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
    // The words around a drawing are many small catalogues that are always fetched together.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: ['en', 'fa', 'pl'].map((language) => ({ name: `drawing-${language}`, test: wordsOfDrawing(language) })),
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: server, changeOrigin: true }, '/socket.io': { target: server, ws: true, changeOrigin: true } },
  },
});
