/**
 * This export cannot resume from the checkpoint: it is not a checkpoint, comes from an incompatible version of this
 * library, or belongs to another job. Start the export again, or give the job that it belongs to.
 */
export class InvalidCheckpointError extends TypeError {
	override readonly name = "InvalidCheckpointError";
}
