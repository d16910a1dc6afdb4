import { expect, test } from "vitest";
import { accountsOrigin, apiOrigin, type DataCenter, dataCenters } from "../../src/facts/data-centers.js";

const names = Object.keys(dataCenters) as DataCenter[];

test("an org's environments have hosts of their own in every data centre", () => {
	expect(apiOrigin("us")).toBe("https://www.zohoapis.com");
	expect(apiOrigin("eu", "sandbox")).toBe("https://sandbox.zohoapis.eu");
	expect(apiOrigin("au", "developer")).toBe("https://developer.zohoapis.com.au");
	expect(new Set(names.map((name) => apiOrigin(name))).size).toBe(names.length);
});

test("the accounts server of an origin is that of its data centre, whatever the environment", () => {
	for (const name of names) {
		for (const environment of ["production", "sandbox", "developer"] as const) {
			expect(accountsOrigin(apiOrigin(name, environment))).toBe(dataCenters[name].accounts);
		}
	}
	expect(accountsOrigin("https://www.zohoapis.ca")).toBe("https://accounts.zohocloud.ca");
});

test("a server that is not Zoho's is its own accounts server", () => {
	expect(accountsOrigin("http://127.0.0.1:5051")).toBe("http://127.0.0.1:5051");
	expect(accountsOrigin("https://zohoapis.com.example.org")).toBe("https://zohoapis.com.example.org");
	expect(accountsOrigin("https://notzohoapis.com")).toBe("https://notzohoapis.com");
});
