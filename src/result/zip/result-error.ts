/** Anything wrong with a result. A client adds which job's result it is. */
export class ResultError extends Error {
	/** The job whose result it is; absent if a file was read without a client. */
	jobId: string | undefined;

	constructor(message: string, jobId?: string) {
		super(message);
		this.jobId = jobId;
	}

	/** The same error, with the id of the job. */
	ofJob(jobId: string): ResultError {
		this.jobId = jobId;
		return this;
	}
}
