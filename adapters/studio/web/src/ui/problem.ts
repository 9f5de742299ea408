import { CairnProblem } from 'cairn-client';

/** What was wrong, for people. */
export type Said = { detail: string; hint?: string };

export function problemOf(error: unknown): Said {
  if (!(error instanceof CairnProblem)) {
    return { detail: error instanceof Error ? error.message : String(error) };
  }
  const detail = error.code === 'unreachable' ? 'The server does not answer.' : (error.errors[0]?.message ?? error.detail);
  return { detail, ...(error.hint && { hint: error.hint }) };
}
