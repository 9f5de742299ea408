import { generatePath } from "./vendor.js";
// src/shell/places.ts
var PAGES = {
	message: {
		path: "/p/:project/talk/:conversation?",
		named: "?message="
	},
	prompt: {
		path: "/p/:project/context",
		named: "?tab=prompts&prompt="
	},
	file: {
		path: "/p/:project/context",
		named: "?file="
	}
};
function placeOf({ kind, id, projectId, ticketKey, conversationId }, projects) {
	if (ticketKey) return `/t/${ticketKey}`;
	const page = PAGES[kind];
	const project = projects.find((each) => each.projectId === projectId)?.key;
	return page && project && generatePath(page.path, {
		project,
		conversation: conversationId
	}) + page.named + id;
}
export { placeOf };
