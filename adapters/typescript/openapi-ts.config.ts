import { defineConfig } from '@hey-api/openapi-ts';

export default defineConfig({
  input: '../../docs/api/openapi.yml',
  output: { path: 'src/generated', module: { extension: '.ts' } },
  parser: {
    patch: {
      input: ({ paths }) => {
        delete paths?.['/api/v1/events']; // The SSE client that is generated ends for good when a server closes.
      },
    },
    pagination: { keywords: ['cursor'] },
  },
  plugins: [
    { name: '@hey-api/client-fetch', throwOnError: true },
    { name: '@hey-api/typescript', enums: 'javascript' },
    { name: '@hey-api/sdk', operations: { strategy: 'single', containerName: 'Sdk' }, responseStyle: 'data' },
    'zod',
    { name: '@tanstack/react-query', queryKeys: { tags: true } },
  ],
});
