/** The package for the database is not installed: it is an optional dependency. */
export class MissingDriverError extends Error {
	override readonly name = "MissingDriverError";
	/** The package's name. */
	readonly driver: string;

	constructor(driver: string, cause: unknown) {
		super(`The package ${driver} is needed for this database, but is not installed. Run: npm install ${driver}`, {
			cause,
		});
		this.driver = driver;
	}
}

/**
 * Loads a driver when it is first used.
 *
 * @throws {@link MissingDriverError}
 */
export async function loadDriver<Driver>(driver: string, load: () => Promise<Driver>): Promise<Driver> {
	try {
		return await load();
	} catch (error) {
		const isMissing = error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND";
		throw isMissing && error.message.includes(driver) ? new MissingDriverError(driver, error) : error;
	}
}
