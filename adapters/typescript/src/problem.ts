import type { Problem } from './generated/types.gen.ts';

/** A code of the API, or one of what comes between: nothing answered, or something that is not Cairn did. */
export type ProblemCode = Problem['code'] | 'unreachable' | 'unexpected_answer';

/** What is wrong with one value that was sent; `pointer` is a JSON pointer into it. */
export type PointerError = Problem['errors'][number];

/** What a problem is made of; the rest of an answer is in its cause. */
type Said = {
  status: number;
  code: ProblemCode;
  detail: string;
  title?: string;
  errors?: PointerError[];
  hint?: string;
  requestId?: string;
};

/** Why a call was refused or failed (RFC 9457). Programs go by `code`, people read `detail` and `hint`. */
export class CairnProblem extends Error {
  override readonly name = 'CairnProblem';
  readonly status: number;
  readonly code: ProblemCode;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly PointerError[];
  readonly hint: string | undefined;
  readonly requestId: string | undefined;
  /** Seconds after which it is worth trying again, where the server says so. */
  readonly retryAfter: number | undefined;

  constructor(said: Said, more: { retryAfter?: number; cause?: unknown } = {}) {
    super(said.hint ? `${said.detail} (${said.hint})` : said.detail, { cause: more.cause });
    this.status = said.status;
    this.code = said.code;
    this.title = said.title ?? said.detail;
    this.detail = said.detail;
    this.errors = said.errors ?? [];
    this.hint = said.hint;
    this.requestId = said.requestId;
    this.retryAfter = more.retryAfter;
  }
}

/** Whether the same call may succeed a little later. */
export function mayPass(error: unknown): boolean {
  return error instanceof CairnProblem && (error.status === 0 || error.status === 429 || error.status >= 500);
}

/** Makes a problem of whatever a call ended with. */
export function problemOf(error: unknown, response: Response | undefined, url: string): CairnProblem {
  if (!response || response.ok) {
    const detail = response ? `The answer of ${url} broke off` : `No answer from ${url}`;
    return new CairnProblem({ status: 0, code: 'unreachable', detail }, { cause: error });
  }
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  const more = { cause: error, ...(Number.isFinite(seconds) && { retryAfter: seconds }) };
  return isProblem(error)
    ? new CairnProblem(error, more)
    : new CairnProblem({ status: response.status, code: 'unexpected_answer', detail: `${url} answered ${response.status}, and not as Cairn does` }, more);
}

function isProblem(answer: unknown): answer is Problem {
  return typeof answer === 'object' && answer !== null && 'code' in answer && 'status' in answer && 'detail' in answer;
}
