import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, minifySync, type Plugin } from 'vite';

const CLIENT = resolve(import.meta.dirname, '../../typescript/src');
const SERVER = process.env.CAIRN_URL ?? 'http://127.0.0.1:4747';

/** What others wrote is committed small, what we wrote so that it can be read and merged. */
const OTHERS = new Set(['vendor', 'api', 'drag', 'diff', 'virtual', 'visx', 'markdown', 'widgets']);

const minifyOthers: Plugin = {
  name: 'minify-others',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk' && OTHERS.has(chunk.name)) {
        chunk.code = minifySync(chunk.fileName, chunk.code, { module: true }).code;
      }
    }
  },
};

export default defineConfig(({ command }) => ({
  base: command === 'build' ? '/studio/' : '/',
  plugins: [react(), minifyOthers],
  resolve: {
    alias: [
      { find: /^cairn-client$/, replacement: `${CLIENT}/index.ts` },
      { find: /^cairn-client\/react$/, replacement: `${CLIENT}/react.ts` },
    ],
    dedupe: ['react', '@tanstack/react-query'],
  },
  css: { modules: { generateScopedName: (name, file) => `${/([^/]+)\.module\.css/.exec(file)?.[1]}_${name}` } },
  build: {
    outDir: '../src/main/resources/dev/cairn/studio',
    emptyOutDir: true,
    assetsDir: '',
    target: 'es2023',
    minify: false,
    cssMinify: false,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // Names without hashes: a change of one page changes one file. The server's ETag tells the browser what is new.
        entryFileNames: '[name].js',
        chunkFileNames: '[name].js',
        assetFileNames: '[name][extname]',
        minifyInternalExports: false,
        comments: false,
        codeSplitting: {
          groups: [
            { name: 'vendor', test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack\/(react-query|query-core)|cookie|cookie-es|set-cookie-parser)\// },
            { name: 'icons', test: /node_modules\/lucide-react\// },
            { name: 'api', test: /adapters\/typescript\/src\// },
            { name: 'drag', test: /node_modules\/@dnd-kit\// },
            { name: 'diff', test: /node_modules\/diff\// },
            { name: 'virtual', test: /node_modules\/@tanstack\/(react-virtual|virtual-core)\// },
            { name: 'visx', test: /node_modules\/(@visx|d3-[a-z-]+|internmap|classnames)\// },
            { name: 'markdown', test: /node_modules\/(?!@radix-ui|@floating-ui|aria-hidden|react-remove-scroll|react-style-singleton|use-callback-ref|use-sidecar|get-nonce|tslib)/ },
            { name: 'widgets', test: /node_modules\// },
            { name: 'ui', test: /\/src\/(ui\/|cairn\.ts|session\/session\.ts)/ },
            { name: 'tickets', test: /\/src\/tickets\// },
            { name: 'items', test: /\/src\/(queues\/|calm\.ts)/ },
            { name: 'charts', test: /\/src\/charts\/(?!Plot)/ },
          ],
        },
      },
    },
  },
  // The server takes changes from pages of its own only.
  server: { proxy: { '/api': { target: SERVER, changeOrigin: true, headers: { Origin: SERVER } } } },
}));
