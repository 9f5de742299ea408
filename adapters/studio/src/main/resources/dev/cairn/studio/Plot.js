import { __toESM } from "./rolldown-runtime.js";
import { require_jsx_runtime, require_react } from "./vendor.js";
import { AreaClosed, AxisBottom, AxisLeft, GridRows, LinePath, createBandScale, createLinearScale } from "./visx.js";
import { Chart_module_default, nameOf } from "./charts.js";
// src/charts/Plot.tsx
var import_react = __toESM(require_react(), 1);
var import_jsx_runtime = require_jsx_runtime();
var HEIGHT = 180;
var MARGIN = {
	top: 8,
	right: 18,
	bottom: 22,
	left: 52
};
var TICK_PIXELS = 76;
var ROWS = 4;
var BAR_PIXELS_MAX = 32;
var UNITS = [
	864e5,
	36e5,
	6e4,
	1e3
];
function Plot({ title, buckets, series, format, isTime }) {
	const frame = (0, import_react.useRef)(null);
	const [width, setWidth] = (0, import_react.useState)(0);
	const [shown, setShown] = (0, import_react.useState)();
	(0, import_react.useEffect)(() => {
		const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry.contentRect.width)));
		observer.observe(frame.current);
		return () => observer.disconnect();
	}, []);
	const { starts } = buckets;
	const bars = series.filter(({ kind }) => kind === "bar");
	const lines = series.filter(({ kind }) => kind !== "bar");
	const stacks = starts.map((_, index) => bars.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
	const highest = Math.max(...stacks, ...lines.flatMap(({ values }) => values.map((value) => value ?? 0)), 0);
	const inner = {
		width: Math.max(width - MARGIN.left - MARGIN.right, 10),
		height: HEIGHT - MARGIN.top - MARGIN.bottom
	};
	const x = createBandScale({
		domain: [...starts],
		range: [0, inner.width],
		padding: .25
	});
	const unit = isTime ? UNITS.find((each) => each <= highest) ?? 1e3 : 1;
	const scale = createLinearScale({
		domain: [0, Math.max(highest / unit, 1)],
		range: [inner.height, 0],
		nice: ROWS
	});
	const y = (value) => scale(value / unit);
	const barWidth = Math.min(x.bandwidth(), BAR_PIXELS_MAX);
	const middle = (start) => (x(start) ?? 0) + x.bandwidth() / 2;
	const every = Math.max(1, Math.ceil(starts.length / Math.max(1, Math.floor(inner.width / TICK_PIXELS))));
	const ticks = starts.filter((_, index) => (starts.length - 1 - index) % every === 0);
	const rows = scale.ticks(ROWS).filter((row) => Number.isInteger(row) || highest < 1);
	const point = ({ clientX, currentTarget }) => {
		const at = clientX - currentTarget.getBoundingClientRect().left - MARGIN.left;
		setShown(Math.min(starts.length - 1, Math.max(0, Math.floor(at / inner.width * starts.length))));
	};
	const walk = (event) => {
		const last = starts.length - 1;
		const to = {
			ArrowLeft: (shown ?? last + 1) - 1,
			ArrowRight: (shown ?? last - 1) + 1,
			Home: 0,
			End: last
		}[event.key];
		if (to !== void 0) {
			event.preventDefault();
			setShown(Math.min(last, Math.max(0, to)));
		} else if (event.key === "Escape") setShown(void 0);
	};
	const start = shown === void 0 ? void 0 : starts[shown];
	return (0, import_jsx_runtime.jsxs)("div", {
		ref: frame,
		className: Chart_module_default.space,
		tabIndex: 0,
		role: "group",
		"aria-label": `${title}. The arrow keys go through it.`,
		onKeyDown: walk,
		onBlur: () => setShown(void 0),
		children: [width > 0 && (0, import_jsx_runtime.jsx)("svg", {
			width,
			height: HEIGHT,
			"aria-hidden": true,
			onPointerMove: point,
			onPointerLeave: () => setShown(void 0),
			children: (0, import_jsx_runtime.jsxs)("g", {
				transform: `translate(${MARGIN.left}, ${MARGIN.top})`,
				children: [
					(0, import_jsx_runtime.jsx)(GridRows, {
						scale,
						width: inner.width,
						tickValues: rows,
						className: Chart_module_default.grid,
						stroke: "currentColor"
					}),
					start !== void 0 && (0, import_jsx_runtime.jsx)("rect", {
						x: (x(start) ?? 0) - (x.step() - x.bandwidth()) / 2,
						width: x.step(),
						height: inner.height,
						className: Chart_module_default.band
					}),
					starts.map((each, index) => {
						let top = inner.height;
						return bars.map(({ name, tone, values }) => {
							const height = inner.height - y(values[index] ?? 0);
							top -= height;
							return height > 0 && (0, import_jsx_runtime.jsx)("rect", {
								x: middle(each) - barWidth / 2,
								y: top,
								width: barWidth,
								height,
								rx: 1.5,
								className: `${Chart_module_default.fill} ${Chart_module_default[tone]}`
							}, `${each} ${name}`);
						});
					}),
					lines.map(({ name, kind, tone, values }) => {
						const points = starts.map((each, index) => ({
							at: middle(each),
							value: values[index] ?? null
						}));
						const known = points.filter((each) => each.value !== null);
						const place = {
							x: ({ at }) => at,
							y: ({ value }) => y(value)
						};
						return (0, import_jsx_runtime.jsxs)("g", {
							className: Chart_module_default[tone],
							children: [
								kind === "area" && (0, import_jsx_runtime.jsx)(AreaClosed, {
									data: known,
									...place,
									yScale: scale,
									className: Chart_module_default.area
								}),
								(0, import_jsx_runtime.jsx)(LinePath, {
									data: known,
									...place,
									className: Chart_module_default.line
								}),
								points.length < 16 && known.map(({ at, value }) => (0, import_jsx_runtime.jsx)("circle", {
									cx: at,
									cy: y(value),
									r: 2.5,
									className: Chart_module_default.dot
								}, at))
							]
						}, name);
					}),
					(0, import_jsx_runtime.jsx)(AxisLeft, {
						scale,
						tickValues: rows,
						tickFormat: (value) => format(Number(value) * unit),
						hideAxisLine: true,
						hideTicks: true,
						tickLabelProps: {
							className: Chart_module_default.tick,
							fill: "currentColor",
							textAnchor: "end",
							dx: -4,
							dy: 4
						}
					}),
					(0, import_jsx_runtime.jsx)(AxisBottom, {
						top: inner.height,
						scale: x,
						tickValues: ticks,
						tickFormat: (value) => nameOf(buckets, Number(value)),
						hideTicks: true,
						stroke: "currentColor",
						axisClassName: Chart_module_default.axis ?? "",
						tickLabelProps: {
							className: Chart_module_default.tick,
							fill: "currentColor",
							textAnchor: "middle",
							dy: 2
						}
					})
				]
			})
		}), (0, import_jsx_runtime.jsx)("p", {
			className: Chart_module_default.said,
			role: "status",
			children: start !== void 0 && shown !== void 0 && (0, import_jsx_runtime.jsxs)(import_jsx_runtime.Fragment, { children: [
				(0, import_jsx_runtime.jsx)("strong", { children: nameOf(buckets, start) }),
				" ",
				series.map(({ name, values }) => {
					const value = values[shown] ?? null;
					return (0, import_jsx_runtime.jsxs)("span", { children: [
						name,
						" ",
						value === null ? "–" : format(value)
					] }, name);
				})
			] })
		})]
	});
}
export { Plot as default };
