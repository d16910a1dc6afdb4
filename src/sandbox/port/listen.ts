/** Where a server listens. */
export interface ListenOptions {
	/** Default: a free one. */
	readonly port?: number;
	/** Default: `"127.0.0.1"`. Anything but loopback lets others reach the sandbox: it has sample data and no protection. */
	readonly host?: string;
}

/** A server that listens. */
export interface Listening {
	/** Its address, without a slash at the end: what a client takes for `baseUrl`. */
	readonly url: string;
	/** Stops listening and cuts what is still connected. */
	close(): Promise<void>;
}

/** Puts a handler on a port. */
export type Listen = (handle: (request: Request) => Promise<Response>, options: ListenOptions) => Promise<Listening>;
