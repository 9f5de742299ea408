import { type Client, createClient, createConfig } from './generated/client/index.ts';
import { type Options, Sdk } from './generated/sdk.gen.ts';
import type { ExportProjectData } from './generated/types.gen.ts';
import { type Happening, happenings, type Wanted } from './events.ts';
import { POSITION, positionAt, wrote } from './position.ts';
import { problemOf } from './problem.ts';

export type CairnOptions = {
  /** Where the server is; without it where the page comes from, else this machine's. */
  url?: string;
  /** A token. Pages need none where a session's cookie speaks for them. */
  token?: string;
  fetch?: typeof fetch;
};

/** A server: one method for each operation of its API, which answers the body, or throws a {@link CairnProblem}. */
export class Cairn extends Sdk {
  readonly url: string;
  readonly token: string | undefined;
  /** What the calls go through, for interceptors. */
  override readonly client: Client;

  constructor({ url = globalThis.location?.origin ?? 'http://127.0.0.1:4747', token, fetch }: CairnOptions = {}) {
    const baseUrl = url.replace(/\/+$/, '');
    const headers = token ? { Authorization: `Bearer ${token}` } : {};
    const client = createClient(createConfig({ baseUrl, headers, throwOnError: true, ...(fetch && { fetch }) }));
    client.interceptors.error.use((error, response, request) =>
      request?.signal.aborted ? error : problemOf(error, response, baseUrl), // Whoever aborts gets the reason that they gave.
    );
    super({ client });
    client.interceptors.request.use((request) => {
      const position = positionAt(baseUrl);
      if (request.method === 'GET' && position !== undefined) {
        request.headers.set(POSITION, String(position));
      }
      return request;
    });
    client.interceptors.response.use((response) => {
      const named = response.headers.get(POSITION);
      if (named) {
        wrote(baseUrl, Number(named));
      }
      return response;
    });
    this.client = client;
    this.url = baseUrl;
    this.token = token;
  }

  /** All of a project as lines of JSON; with `parseAs: 'stream'` it is not held in memory. */
  override exportProject<ThrowOnError extends boolean = true>(options: Options<ExportProjectData, ThrowOnError>) {
    return super.exportProject<ThrowOnError>({ parseAs: 'text', ...options });
  }

  /** What happens from now on, or behind a number, until the signal aborts. Goes on by itself when the server was away. */
  events(wanted: Wanted = {}): AsyncGenerator<Happening, void, undefined> {
    return happenings(this, wanted);
  }
}

export function createCairn(options: CairnOptions = {}): Cairn {
  return new Cairn(options);
}
