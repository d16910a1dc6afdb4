/**
 * Shows a job to people: as JSON, as the request in many languages, as the TypeScript that builds it, as a picture.
 *
 * @packageDocumentation
 */
export { type Language, type LanguageTraits, languages, render, toCurl, toHttp } from "./render.js";
export type { RenderOptions } from "./request/render-options.js";
export { type Renderable, toJson } from "./request/to-json.js";
export { type SourceOptions, toSource } from "./to-source.js";
export { toSvg } from "./to-svg.js";
