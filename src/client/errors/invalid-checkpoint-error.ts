/**
 * A checkpoint that this export cannot go on from: it is none, of a version of this library that keeps others, or of
 * another job. Begin the export anew, or give the job that it belongs to.
 */
export class InvalidCheckpointError extends TypeError {
	override readonly name = "InvalidCheckpointError";
}
