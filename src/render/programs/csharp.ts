import { writeLiteral } from "../text/string-literal.js";
import type { Program } from "./program.js";

/** C# 5 and later. */
export const csharp: Program = {
	title: "C#",
	extension: "cs",
	write: ({ url, tokenVariable, body }) => `using System;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;

static class CreateBulkReadJob
{
    const string Body = ${writeLiteral("csharp", body)};

    static int Main()
    {
        return Send().GetAwaiter().GetResult();
    }

    static async Task<int> Send()
    {
        using (var client = new HttpClient())
        {
            var token = Environment.GetEnvironmentVariable("${tokenVariable}");
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Zoho-oauthtoken", token);

            var content = new StringContent(Body, Encoding.UTF8, "application/json");
            var response = await client.PostAsync("${url}", content);
            Console.WriteLine((int)response.StatusCode + " " + await response.Content.ReadAsStringAsync());
            return response.IsSuccessStatusCode ? 0 : 1;
        }
    }
}
`,
};
