import { readFileSync } from 'node:fs';
import { defineConfig } from '@hey-api/openapi-ts';

type Description = { paths: Record<string, unknown>; components: { schemas: Record<string, { type: string; enum?: string[]; properties?: object }> } };

/** An EventSource must name each type that it listens to; the description leaves them open, since a log may hold older ones. */
const SOURCE = '../../domain/src/main/java/dev/cairn/domain/activity/ActivityType.java';
const TYPES = [...readFileSync(SOURCE, 'utf8').matchAll(/\("([a-z_]+\.[a-z_]+)"\)/g)].map(([, type = '']) => type);
if (TYPES.length === 0) {
  throw new Error(`${SOURCE} names no types`);
}

export default defineConfig({
  input: '../../docs/api/openapi.yml',
  output: { path: 'src/generated', module: { extension: '.ts' } },
  parser: {
    patch: {
      input: (description) => {
        const { components, paths } = description as unknown as Description;
        components.schemas.EventType = { type: 'string', enum: TYPES };
        Object.assign(components.schemas.Event?.properties ?? {}, { type: { $ref: '#/components/schemas/EventType' } });
        delete paths['/api/v1/events']; // The SSE client that is generated ends for good when a server closes.
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
