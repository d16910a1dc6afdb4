import { writeLiteral } from "../text/string-literal.js";
import type { Program } from "./program.js";

/** Go 1.16 and later. */
export const go: Program = {
	title: "Go",
	extension: "go",
	write: ({ url, tokenVariable, body }) => `package main

import (
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strings"
)

const body = ${writeLiteral("go", body)}

func main() {
	request, err := http.NewRequest("POST", "${url}", strings.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Zoho-oauthtoken "+os.Getenv("${tokenVariable}"))
	request.Header.Set("Content-Type", "application/json")

	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()

	answer, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(response.StatusCode, string(answer))
	if response.StatusCode != http.StatusCreated {
		os.Exit(1)
	}
}
`,
};
