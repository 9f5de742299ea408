"use strict";

const API = "/api/v1";
const HINT = "This browser has no session, or its link was used before. On the machine of the server, cairn open makes a "
  + "new link, and cairn serve says one when it starts on a terminal.";

function say(text) {
  document.getElementById("state").textContent = text;
}

/** The token in the link's fragment never leaves the page but for the one request that swaps it for a session. */
async function enter() {
  if (!location.hash.startsWith("#token=")) {
    return;
  }
  const token = location.hash.slice("#token=".length);
  history.replaceState(null, "", "/");
  await fetch(API + "/auth/browser-session", { method: "POST", headers: { Authorization: "Bearer " + token } });
}

function cells(overview) {
  const { tickets } = overview;
  return [
    overview.key + " " + overview.name,
    tickets.open,
    tickets.in_progress + tickets.review + tickets.blocked,
    tickets.completed + tickets.closed,
    overview.queueDepth,
    overview.lastActivityAt ? new Date(overview.lastActivityAt).toLocaleString() : "",
  ];
}

async function show() {
  const answer = await fetch(API + "/overviews");
  if (answer.status === 401) {
    say(HINT);
    return;
  }
  const { items } = await answer.json();
  for (const overview of items) {
    const row = document.querySelector("tbody").insertRow();
    for (const text of cells(overview)) {
      row.insertCell().textContent = text;
    }
  }
  document.querySelector("table").hidden = items.length === 0;
  say(items.length === 0 ? "There are no projects yet." : "The busiest projects:");
}

enter().then(show).catch((error) => say("The server does not answer: " + error.message));
