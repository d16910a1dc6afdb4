/** What the command's exit says: done, or the same; something differs or a check failed; it could not be done. */
export const exitCodes = { done: 0, differs: 1, failed: 2 } as const;

/** A code with which the command exits. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
