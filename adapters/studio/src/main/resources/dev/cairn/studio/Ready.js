import { __toESM } from "./rolldown-runtime.js";
import { Link, require_jsx_runtime, require_react, useInfiniteQuery, useParams } from "./vendor.js";
import { CircleCheck, Plus } from "./icons.js";
import { useLive } from "./api.js";
import { Answered, Badge, Button, EmptyState, KeyLink, PageHead, Table, cairn } from "./ui.js";
import { NewTicket, Priority } from "./tickets.js";
// src/pages/ready/Ready.module.css
var import_react = __toESM(require_react(), 1);
var Ready_module_default = {
	page: "Ready_page",
	head: "Ready_head",
	count: "Ready_count",
	labels: "Ready_labels"
};
// src/pages/ready/Ready.tsx
var import_jsx_runtime = require_jsx_runtime();
var PAGE = 200;
function Ready() {
	const { project = "" } = useParams();
	const [isNew, setNew] = (0, import_react.useState)(false);
	const options = cairn.query.listReadyTicketsInfinite({
		path: { project },
		query: {
			include: "blocked",
			limit: PAGE
		}
	});
	const query = useInfiniteQuery(options);
	useLive(options.queryKey);
	return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
		(0, import_jsx_runtime.jsx)(PageHead, {
			title: `Ready in ${project}`,
			about: "What can be worked on now, the most urgent first, and what the rest waits for.",
			children: (0, import_jsx_runtime.jsx)(Button, {
				kind: "primary",
				icon: Plus,
				onClick: () => setNew(true),
				children: "New ticket"
			})
		}),
		(0, import_jsx_runtime.jsx)(Answered, {
			query,
			children: ({ pages }) => {
				const tickets = pages.flatMap(({ items }) => items);
				return (0, import_jsx_runtime.jsxs)("div", {
					className: Ready_module_default.page,
					children: [
						(0, import_jsx_runtime.jsx)(Part, {
							title: "Can be worked on",
							tickets: tickets.filter(({ ready }) => ready),
							columns: READY,
							children: (0, import_jsx_runtime.jsx)(EmptyState, {
								icon: CircleCheck,
								title: "Nothing is ready",
								children: "Either all is done, or what is left waits for something below."
							})
						}),
						(0, import_jsx_runtime.jsx)(Part, {
							title: "Waits",
							tickets: tickets.filter(({ ready }) => !ready),
							columns: WAITING,
							children: (0, import_jsx_runtime.jsx)(EmptyState, { title: "Nothing waits" })
						}),
						query.hasNextPage && (0, import_jsx_runtime.jsx)(Button, {
							onClick: () => void query.fetchNextPage(),
							busy: query.isFetchingNextPage,
							children: "More"
						})
					]
				});
			}
		}),
		isNew && (0, import_jsx_runtime.jsx)(NewTicket, {
			project,
			onClose: () => setNew(false)
		})
	] });
}
function Part({ title, tickets, columns, children }) {
	return (0, import_jsx_runtime.jsxs)("section", { children: [(0, import_jsx_runtime.jsxs)("h2", {
		className: Ready_module_default.head,
		children: [
			title,
			" ",
			(0, import_jsx_runtime.jsx)("span", {
				className: Ready_module_default.count,
				children: tickets.length
			})
		]
	}), tickets.length === 0 ? children : (0, import_jsx_runtime.jsx)(Table, {
		name: title,
		columns,
		rows: tickets,
		id: ({ id }) => id
	})] });
}
var TICKET = [
	{
		head: "Key",
		narrow: true,
		cell: ({ key }) => (0, import_jsx_runtime.jsx)(KeyLink, { ticket: key })
	},
	{
		head: "Title",
		cell: ({ key, title }) => (0, import_jsx_runtime.jsx)(Link, {
			to: `/t/${key}`,
			children: title
		})
	},
	{
		head: "Priority",
		narrow: true,
		cell: ({ priority }) => (0, import_jsx_runtime.jsx)(Priority, { priority })
	}
];
var READY = [
	...TICKET,
	{
		head: "Labels",
		cell: ({ labels }) => (0, import_jsx_runtime.jsx)("span", {
			className: Ready_module_default.labels,
			children: labels.map((label) => (0, import_jsx_runtime.jsx)(Badge, { children: label }, label))
		})
	},
	{
		head: "Tasks",
		number: true,
		cell: ({ taskCount, openTaskCount }) => taskCount > 0 ? `${taskCount - openTaskCount} of ${taskCount}` : ""
	}
];
var WAITING = [...TICKET, {
	head: "Waits because",
	cell: (ticket) => (0, import_jsx_runtime.jsx)("ul", { children: ticket.reasons.map((reason, at) => (0, import_jsx_runtime.jsx)("li", { children: (0, import_jsx_runtime.jsx)(Because, {
		of: ticket,
		reason
	}) }, at)) })
}];
function Because({ of: { status, claimedBy }, reason: { code, ticket, via } }) {
	const other = ticket && (0, import_jsx_runtime.jsx)(KeyLink, { ticket });
	switch (code) {
		case "blocked_by": return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
			other,
			" blocks ",
			via ? (0, import_jsx_runtime.jsx)(KeyLink, { ticket: via }) : "it"
		] });
		case "open_child": return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [other, " is a part of it, and open"] });
		case "claimed": return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [claimedBy?.agent ?? "somebody", " holds it"] });
		case "status": return (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: ["it is ", status.replaceAll("_", " ")] });
	}
}
export { Ready as default };
