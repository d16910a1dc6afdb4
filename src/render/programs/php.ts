import { writeLiteral } from "../text/string-literal.js";
import type { Program } from "./program.js";

/** PHP 8, without extensions except OpenSSL, which https needs. */
export const php: Program = {
	title: "PHP",
	extension: "php",
	write: ({ url, tokenVariable, body }) => `<?php

$body = ${writeLiteral("php", body)};

$context = stream_context_create(['http' => [
    'method' => 'POST',
    'header' => [
        'Authorization: Zoho-oauthtoken ' . getenv('${tokenVariable}'),
        'Content-Type: application/json',
    ],
    'content' => $body,
    'ignore_errors' => true,
]]);

$answer = file_get_contents('${url}', false, $context);
if ($answer === false) {
    exit(1);
}
echo $answer, PHP_EOL;
`,
};
