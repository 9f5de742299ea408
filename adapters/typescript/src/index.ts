export { Cairn, type CairnOptions, createCairn } from './cairn.ts';
export type { Happening, Resync, Wanted } from './events.ts';
export { every, type Page } from './every.ts';
export * from './generated/types.gen.ts';
export { CairnProblem, type PointerError, type ProblemCode } from './problem.ts';
