/** The command's exit codes: done, or no differences; differences, or a failed check; an error. */
export const exitCodes = { done: 0, differs: 1, failed: 2 } as const;

/** An exit code of the command. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
