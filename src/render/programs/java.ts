import { writeLiteral } from "../text/string-literal.js";
import type { Program } from "./program.js";

/** Java 15 and later: `java CreateBulkReadJob.java`. */
export const java: Program = {
	title: "Java",
	extension: "java",
	write: ({ url, tokenVariable, body }) => `import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class CreateBulkReadJob {
    static final String BODY = ${writeLiteral("java", body)};

    public static void main(String[] arguments) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("${url}"))
            .header("Authorization", "Zoho-oauthtoken " + System.getenv("${tokenVariable}"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(BODY))
            .build();

        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        System.out.println(response.statusCode() + " " + response.body());
        System.exit(response.statusCode() == 201 ? 0 : 1);
    }
}
`,
};
