// The web types that the package's declarations use, without the megabyte of lib.dom.d.ts.
interface ReadableStream<Part = unknown> {
	cancel(reason?: unknown): Promise<void>;
	getReader(): { read(): Promise<{ done: boolean; value?: Part }> };
}
interface AbortSignal {
	readonly aborted: boolean;
	readonly reason: unknown;
}
declare var AbortSignal: { timeout(milliseconds: number): AbortSignal };
declare class URL {
	constructor(url: string, base?: string | URL);
	readonly href: string;
	readonly searchParams: { set(name: string, value: string): void; get(name: string): string | null };
}
declare class Request {
	constructor(input: string | URL, init?: object);
	readonly url: string;
	readonly method: string;
}
declare class Response {
	constructor(body?: string, init?: object);
	readonly status: number;
}
interface RequestInit {
	readonly method?: string;
	readonly body?: string;
}
declare const console: { log(...values: readonly unknown[]): void };
