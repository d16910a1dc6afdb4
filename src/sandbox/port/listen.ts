/** Where a server listens. */
export interface ListenOptions {
	/** Default: a free port. */
	readonly port?: number;
	/** Default: `"127.0.0.1"`. Anything but loopback lets others reach the sandbox: it has sample data and no protection. */
	readonly host?: string;
}

/** A listening server. */
export interface Listening {
	/** Its address, without a slash at the end, for a client's `baseUrl`. */
	readonly url: string;
	/** Stops listening and closes open connections. */
	close(): Promise<void>;
}

/** Serves a handler on a port. */
export type Listen = (handle: (request: Request) => Promise<Response>, options: ListenOptions) => Promise<Listening>;
