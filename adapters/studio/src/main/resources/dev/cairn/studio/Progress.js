import { useLiveQuery } from "./api.js";
import { Link, require_jsx_runtime, useParams, useSearchParams } from "./vendor.js";
import { calm } from "./items.js";
import { Answered, PageHead, Select, Status, cairn } from "./ui.js";
import { ProjectCharts, QueueCharts, UsageChart } from "./charts.js";
var Progress_module_default = {
	page: "Progress_page",
	statuses: "Progress_statuses",
	link: "Progress_link",
	soft: "Progress_soft"
};
// src/pages/progress/Progress.tsx
var import_jsx_runtime = require_jsx_runtime();
var SPANS = [
	{
		value: "",
		label: "From the beginning"
	},
	{
		value: "90",
		label: "The last 90 days"
	},
	{
		value: "30",
		label: "The last 30 days"
	},
	{
		value: "7",
		label: "The last 7 days"
	}
];
var STATUSES = [
	"open",
	"in_progress",
	"review",
	"blocked",
	"completed",
	"closed"
];
var QUEUES_MAX = 3;
function Progress() {
	const { project = "" } = useParams();
	const [parameters, setParameters] = useSearchParams();
	const span = SPANS.find(({ value }) => value === (parameters.get("days") ?? ""))?.value ?? "";
	const overview = useLiveQuery(calm(cairn.query.getProjectOverview({ path: { project } })));
	const queues = useLiveQuery(calm(cairn.query.listQueues({
		path: { project },
		query: { limit: 4 }
	})));
	return (0, import_jsx_runtime.jsxs)("div", {
		className: Progress_module_default.page,
		children: [
			(0, import_jsx_runtime.jsx)(PageHead, {
				title: `Progress of ${project}`,
				about: "What there is to do, how fast it is done, and what the agents took for it.",
				children: (0, import_jsx_runtime.jsx)(Select, {
					label: "Time",
					hideLabel: true,
					value: span,
					options: SPANS,
					onChange: ({ target }) => setParameters(target.value ? { days: target.value } : {}, { replace: true })
				})
			}),
			(0, import_jsx_runtime.jsx)(Answered, {
				query: overview,
				children: ({ tickets }) => (0, import_jsx_runtime.jsx)("ul", {
					className: Progress_module_default.statuses,
					"aria-label": "Tickets by status",
					children: STATUSES.map((status) => (0, import_jsx_runtime.jsxs)("li", { children: [
						(0, import_jsx_runtime.jsx)(Status, { status }),
						" ",
						(0, import_jsx_runtime.jsx)("strong", { children: tickets[status] ?? 0 })
					] }, status))
				})
			}),
			(0, import_jsx_runtime.jsxs)("section", {
				"aria-labelledby": "tickets",
				children: [(0, import_jsx_runtime.jsx)("h2", {
					id: "tickets",
					children: "Tickets"
				}), (0, import_jsx_runtime.jsx)(ProjectCharts, {
					project,
					days: span ? Number(span) : void 0
				})]
			}),
			queues.data?.items.slice(0, QUEUES_MAX).map((queue) => (0, import_jsx_runtime.jsxs)("section", {
				"aria-labelledby": `queue-${queue.id}`,
				children: [(0, import_jsx_runtime.jsxs)("h2", {
					id: `queue-${queue.id}`,
					children: ["The queue ", (0, import_jsx_runtime.jsx)(Link, {
						to: `/p/${project}/queues?queue=${encodeURIComponent(queue.name)}`,
						className: Progress_module_default.link,
						children: queue.name
					})]
				}), (0, import_jsx_runtime.jsx)(QueueCharts, { queue })]
			}, queue.id)),
			(queues.data?.items.length ?? 0) > QUEUES_MAX && (0, import_jsx_runtime.jsxs)("p", {
				className: Progress_module_default.soft,
				children: [
					"Further queues have their charts among the ",
					(0, import_jsx_runtime.jsx)(Link, {
						to: `/p/${project}/queues`,
						className: Progress_module_default.link,
						children: "queues"
					}),
					"."
				]
			}),
			(0, import_jsx_runtime.jsxs)("section", {
				"aria-labelledby": "usage",
				children: [(0, import_jsx_runtime.jsx)("h2", {
					id: "usage",
					children: "What agents took"
				}), (0, import_jsx_runtime.jsx)(UsageChart, { project })]
			})
		]
	});
}
export { Progress as default };
