const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["Home.js","rolldown-runtime.js","vendor.js","icons.js","api.js","ui.js","widgets.js","ui.css","Home.css","Board.js","drag.js","tickets.js","tickets.css","virtual.js","Board.css","Ready.js","Ready.css","Ticket.js","diff.js","Ticket.css","Search.js","Search.css"])))=>i.map(i=>d[i]);
import { generatePath } from "./vendor.js";
import { CircleCheck, House, SquareKanban } from "./icons.js";
import { __vitePreload } from "./ui.js";
// src/pages.ts
var pages = [
	{
		path: "/",
		name: "Home",
		icon: House,
		load: () => __vitePreload(() => import("./Home.js"), __vite__mapDeps([0,1,2,3,4,5,6,7,8]))
	},
	{
		path: "/p/:project/board",
		name: "Board",
		icon: SquareKanban,
		load: () => __vitePreload(() => import("./Board.js"), __vite__mapDeps([9,1,2,10,3,11,4,5,6,7,12,13,14]))
	},
	{
		path: "/p/:project/ready",
		name: "Ready",
		icon: CircleCheck,
		load: () => __vitePreload(() => import("./Ready.js"), __vite__mapDeps([15,1,2,3,4,5,6,7,11,12,16]))
	},
	{
		path: "/t/:ticket",
		name: "Ticket",
		load: () => __vitePreload(() => import("./Ticket.js"), __vite__mapDeps([17,1,2,4,5,3,6,7,11,12,18,10,19]))
	},
	{
		path: "/search",
		name: "Search",
		load: () => __vitePreload(() => import("./Search.js"), __vite__mapDeps([20,1,2,3,4,5,6,7,21]))
	}
];
// src/shell/places.ts
var PAGES = {
	message: "/p/:project/talk",
	prompt: "/p/:project/context",
	file: "/p/:project/context"
};
function placeOf({ kind, projectId, ticketKey, conversationId }, projects) {
	if (ticketKey) return `/t/${ticketKey}`;
	const page = pages.find(({ path }) => path === PAGES[kind]);
	const project = projects.find((each) => each.projectId === projectId)?.key;
	return page && project && generatePath(page.path, { project }) + (conversationId ? `?conversation=${conversationId}` : "");
}
export { pages, placeOf };
