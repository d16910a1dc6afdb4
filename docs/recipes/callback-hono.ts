import { Hono } from "hono";
import { receive } from "./callback-receiver.js";

export const app = new Hono();

app.post("/zoho", (context) => receive(context.req.raw));
