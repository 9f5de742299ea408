"use strict";

const API = "/api/v1";
const HINT = "This browser has no session, or its link was used before. On the machine of the server, cairn open makes a "
  + "new link; where accounts are on, log in.";
const STATUSES = ["open", "in_progress", "review", "blocked", "completed", "closed"];
const at = (id) => document.getElementById(id);

function say(text) {
  at("state").textContent = text;
}

/** Stored text only ever becomes text, never markup. */
function element(name, content, attributes = {}) {
  const made = document.createElement(name);
  made.append(...[content].flat().filter((part) => part !== null && part !== undefined));
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  return made;
}

const link = (href, text) => element("a", text, { href });
const time = (text) => (text ? new Date(text).toLocaleString() : "");

class Refused extends Error {
  constructor(status, problem) {
    super(problem.detail ?? problem.title ?? "The server answers " + status);
    this.status = status;
    this.code = problem.code;
  }
}

async function call(path, options = {}) {
  const answer = await fetch(API + path, options);
  const body = answer.status === 204 ? {} : await answer.json();
  if (!answer.ok) {
    throw new Refused(answer.status, body);
  }
  return body;
}

const post = (path, body, headers = {}) =>
  call(path, { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body: JSON.stringify(body) });

/** The token in the link's fragment never leaves the page but for the one request that swaps it for a session. */
async function enter() {
  if (!location.hash.startsWith("#token=")) {
    return;
  }
  const token = location.hash.slice("#token=".length);
  history.replaceState(null, "", "/");
  try {
    await post("/auth/browser-session", {}, { Authorization: "Bearer " + token });
  } catch (error) {
    throw error.status === 401 ? new Error("This link was used before, or is too old: cairn open makes another.") : error;
  }
}

function table(heads, rows) {
  const head = element("tr", heads.map((text) => element("th", text, { scope: "col" })));
  const cell = (value) => element("td", value ?? "", typeof value === "number" ? { class: "number" } : {});
  const body = rows.map((row) => element("tr", row.map(cell)));
  return element("div", element("table", [element("thead", head), element("tbody", body)]), { class: "wide" });
}

async function projects() {
  const { items } = await call("/overviews?limit=200");
  say(items.length === 0 ? "There are no projects yet." : items.length + " projects, the busiest first");
  return table(
    ["Project", "Open", "In progress", "Done", "Queued", "Last activity"],
    items.map(({ key, name, tickets, queueDepth, lastActivityAt }) => [
      link("#/" + key, key + " " + name),
      tickets.open,
      tickets.in_progress + tickets.review + tickets.blocked,
      tickets.completed + tickets.closed,
      queueDepth,
      time(lastActivityAt),
    ]),
  );
}

async function tickets(key, query) {
  const wanted = new URLSearchParams(query);
  const filter = new URLSearchParams({ limit: "100", include: "total" });
  ["status", "q", "cursor"].filter((name) => wanted.get(name)).forEach((name) => filter.set(name, wanted.get(name)));
  const { items, nextCursor, total } = await call(`/projects/${key}/tickets?${filter}`);
  say(total + " tickets" + (wanted.get("cursor") ? ", further ones" : ""));
  const option = (value, text) => element("option", text, { value, ...(wanted.get("status") === value ? { selected: "" } : {}) });
  const form = element("form", [
    element("select", [option("", "any status"), ...STATUSES.map((status) => option(status, status))], { name: "status", "aria-label": "Status" }),
    element("input", "", { name: "q", type: "search", placeholder: "Search", value: wanted.get("q") ?? "", "aria-label": "Search" }),
    element("button", "Show"),
  ], { class: "filters" });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.hash = `#/${key}?${new URLSearchParams(new FormData(form))}`;
  });
  wanted.set("cursor", nextCursor ?? "");
  return element("div", [
    form,
    table(
      ["Ticket", "Title", "Status", "Priority", "Tasks", "Changed"],
      items.map((ticket) => [
        link(`#/${key}/${ticket.key}`, ticket.key),
        link(`#/${key}/${ticket.key}`, ticket.title),
        ticket.claimed ? ticket.status + ", claimed" : ticket.status,
        ticket.priority,
        ticket.taskCount ? `${ticket.taskCount - ticket.openTaskCount} of ${ticket.taskCount}` : "",
        time(ticket.updatedAt),
      ]),
    ),
    nextCursor ? link(`#/${key}?${wanted}`, "Next page") : null,
  ]);
}

async function ticket(key) {
  const [found, links, comments] = await Promise.all([
    call("/tickets/" + key),
    call(`/tickets/${key}/links`),
    call(`/tickets/${key}/comments?limit=200`),
  ]);
  say("");
  const fact = (name, value) => (value === null || value === "" ? [] : [element("dt", name), element("dd", value)]);
  const section = (title, parts) => (parts.length === 0 ? [] : [element("h3", title), element("ul", parts)]);
  return element("article", [
    element("h2", found.key + " " + found.title),
    element("dl", [
      ...fact("Status", found.status),
      ...fact("Priority", found.priority),
      ...fact("Type", found.type),
      ...fact("Labels", (found.labels ?? []).join(", ")),
      ...fact("Due", time(found.dueAt)),
      ...fact("Created", time(found.createdAt)),
      ...fact("Changed", time(found.updatedAt)),
    ]),
    found.overview ? element("pre", found.overview) : null,
    ...section("Acceptance criteria", (found.acceptanceCriteria ?? []).map((text) => element("li", text))),
    ...section("Tasks", found.tasks.map((task) => element("li", `${task.content} (${task.status})`))),
    ...section("Links", links.items.map((one) => element("li", `${one.fromKey} ${one.kind} ${one.toKey}`))),
    ...section("Comments", comments.items.filter((one) => one.content).map((one) =>
      element("li", [element("small", `${one.authorName}, ${time(one.createdAt)}`), element("pre", one.content)]))),
  ]);
}

function path(key, ticketKey) {
  at("path").replaceChildren(...[
    link("#", "Projects"),
    ...(key ? [" › ", link("#/" + key, key)] : []),
    ...(ticketKey ? [" › ", ticketKey] : []),
  ]);
}

async function show() {
  const [route, query] = location.hash.replace(/^#\/?/, "").split("?");
  const [key, ticketKey] = route.split("/").map(decodeURIComponent);
  path(key, ticketKey);
  say("…");
  try {
    const view = ticketKey ? await ticket(ticketKey) : key ? await tickets(key, query) : await projects();
    at("view").replaceChildren(view);
    at("login").hidden = true;
    at("leave").hidden = false;
  } catch (error) {
    at("view").replaceChildren();
    at("login").hidden = error.status !== 401;
    at("leave").hidden = true;
    say(error.status === 401 ? HINT : error.message);
  }
}

at("login").addEventListener("submit", async (event) => {
  event.preventDefault();
  try {
    await post("/auth/login", { ...Object.fromEntries(new FormData(at("login"))), browser: true });
    at("login").reset();
    await show();
  } catch (error) {
    say(error.code === "accounts_off" ? "This server has no accounts: open the link that cairn open makes." : error.message);
  }
});
at("leave").addEventListener("click", async () => {
  await call("/auth/browser-session", { method: "DELETE" }).catch(() => {});
  await show();
});
addEventListener("hashchange", () => (location.hash.startsWith("#token=") ? enter() : Promise.resolve()).then(show));
enter().then(show).catch((error) => say(error.message));
