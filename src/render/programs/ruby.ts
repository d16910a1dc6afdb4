import { writeLiteral } from "../text/string-literal.js";
import type { Program } from "./program.js";

/** Ruby 2.7 and later. */
export const ruby: Program = {
	title: "Ruby",
	extension: "rb",
	write: ({ url, tokenVariable, body }) => `require "net/http"

body = ${writeLiteral("ruby", body)}

response = Net::HTTP.post(
  URI("${url}"),
  body,
  "Authorization" => "Zoho-oauthtoken #{ENV.fetch("${tokenVariable}")}",
  "Content-Type" => "application/json"
)

puts "#{response.code} #{response.body}"
exit response.is_a?(Net::HTTPSuccess)
`,
};
