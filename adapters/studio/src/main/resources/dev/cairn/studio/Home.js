import { FolderOpen } from "./icons.js";
import { useLiveQuery } from "./api.js";
import { Answered, EmptyState, PageHead, Sentence, Status, Time, cairn, isEcho } from "./ui.js";
import { require_jsx_runtime } from "./vendor.js";
var Home_module_default = {
	home: "Home_home",
	projects: "Home_projects",
	card: "Home_card",
	latest: "Home_latest",
	cardHead: "Home_cardHead",
	key: "Home_key",
	counts: "Home_counts",
	cardFoot: "Home_cardFoot",
	entries: "Home_entries",
	entry: "Home_entry",
	sentence: "Home_sentence"
};
// src/pages/home/Latest.tsx
var import_jsx_runtime = require_jsx_runtime();
var READ = 60;
var SHOWN_MAX = 20;
function Latest() {
	const activity = useLiveQuery(cairn.query.listActivity({ query: { limit: READ } }));
	return (0, import_jsx_runtime.jsxs)("section", {
		"aria-labelledby": "latest",
		className: Home_module_default.latest,
		children: [(0, import_jsx_runtime.jsx)("h2", {
			id: "latest",
			children: "What happened last"
		}), (0, import_jsx_runtime.jsx)(Answered, {
			query: activity,
			children: ({ items }) => (0, import_jsx_runtime.jsx)("ol", {
				className: Home_module_default.entries,
				children: items.filter((entry) => !isEcho(entry)).slice(0, SHOWN_MAX).map((entry) => (0, import_jsx_runtime.jsxs)("li", {
					className: Home_module_default.entry,
					children: [(0, import_jsx_runtime.jsx)("span", {
						className: Home_module_default.sentence,
						children: (0, import_jsx_runtime.jsx)(Sentence, { of: entry })
					}), (0, import_jsx_runtime.jsx)(Time, { at: entry.at })]
				}, entry.seq))
			})
		})]
	});
}
// src/pages/home/ProjectCard.tsx
var SHOWN = [
	"open",
	"in_progress",
	"review",
	"blocked",
	"completed"
];
function ProjectCard({ project: { key, name, tickets, openTasks, queueDepth, lastActivityAt } }) {
	return (0, import_jsx_runtime.jsxs)("article", {
		className: Home_module_default.card,
		children: [
			(0, import_jsx_runtime.jsxs)("header", {
				className: Home_module_default.cardHead,
				children: [(0, import_jsx_runtime.jsx)("h2", { children: name }), (0, import_jsx_runtime.jsx)("span", {
					className: Home_module_default.key,
					children: key
				})]
			}),
			(0, import_jsx_runtime.jsx)("dl", {
				className: Home_module_default.counts,
				children: SHOWN.map((status) => (0, import_jsx_runtime.jsxs)("div", { children: [(0, import_jsx_runtime.jsx)("dt", { children: (0, import_jsx_runtime.jsx)(Status, { status }) }), (0, import_jsx_runtime.jsx)("dd", { children: tickets[status] ?? 0 })] }, status))
			}),
			(0, import_jsx_runtime.jsxs)("footer", {
				className: Home_module_default.cardFoot,
				children: [
					(0, import_jsx_runtime.jsxs)("span", { children: [openTasks, " open tasks"] }),
					(0, import_jsx_runtime.jsxs)("span", { children: [queueDepth, " queued"] }),
					lastActivityAt && (0, import_jsx_runtime.jsx)(Time, { at: lastActivityAt })
				]
			})
		]
	});
}
// src/pages/home/Home.tsx
function Home() {
	const projects = useLiveQuery(cairn.query.listOverviews({ query: { limit: 200 } }));
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [(0, import_jsx_runtime.jsx)(PageHead, {
		title: "Home",
		about: "Your projects, the busiest first, and what happened last."
	}), (0, import_jsx_runtime.jsx)(Answered, {
		query: projects,
		children: ({ items }) => items.length === 0 ? (0, import_jsx_runtime.jsx)(EmptyState, {
			icon: FolderOpen,
			title: "There are no projects yet"
		}) : (0, import_jsx_runtime.jsxs)("div", {
			className: Home_module_default.home,
			children: [(0, import_jsx_runtime.jsx)("section", {
				"aria-label": "Projects",
				className: Home_module_default.projects,
				children: items.map((project) => (0, import_jsx_runtime.jsx)(ProjectCard, { project }, project.projectId))
			}), (0, import_jsx_runtime.jsx)(Latest, {})]
		})
	})] });
}
export { Home as default };
