import { __toESM } from "./rolldown-runtime.js";
import { require_react } from "./vendor.js";
// node_modules/lucide-react/dist/esm/shared/src/utils/toKebabCase.mjs
var import_react = __toESM(require_react(), 1);
var toKebabCase = (value) => (value.match(/\d+[xX]\d+|[A-Z]?[a-z]+|[A-Z]|\d+/g) ?? []).join("-").toLowerCase();
// node_modules/lucide-react/dist/esm/shared/src/utils/toLucideIconData.mjs
function toLucideIconData(iconName, iconNode, aliases = []) {
	if (iconNode == null) throw new Error("[lucide]: iconNode is required when icon name is used");
	return {
		name: toKebabCase(iconName),
		size: 24,
		node: iconNode,
		...aliases.length > 0 ? { aliases } : {}
	};
}
// node_modules/lucide-react/dist/esm/shared/src/utils/toCamelCase.mjs
var toCamelCase = (string) => {
	let out = "";
	let upperNext = false;
	for (const ch of string) {
		if (ch === "-" || ch === "_" || ch <= " ") {
			upperNext = out.length > 0;
			continue;
		}
		if (out.length === 0) out += ch.toLowerCase();
		else out += upperNext ? ch.toUpperCase() : ch;
		upperNext = false;
	}
	return out;
};
// node_modules/lucide-react/dist/esm/shared/src/utils/toPascalCase.mjs
var toPascalCase = (string) => {
	const camelCase = toCamelCase(string);
	return camelCase.charAt(0).toUpperCase() + camelCase.slice(1);
};
// node_modules/lucide-react/dist/esm/shared/src/utils/mergeClasses.mjs
var mergeClasses = (...classes) => {
	const tokens = new Set();
	for (const cls of classes) {
		if (typeof cls !== "string") continue;
		for (const token of cls.split(/\s+/)) if (token) tokens.add(token);
	}
	return [...tokens].join(" ");
};
// node_modules/lucide-react/dist/esm/shared/src/build/defaultAttributes.mjs
var defaultAttributes = {
	xmlns: "http://www.w3.org/2000/svg",
	width: 24,
	height: 24,
	viewBox: "0 0 24 24",
	fill: "none",
	stroke: "currentColor",
	"stroke-width": 2,
	"stroke-linecap": "round",
	"stroke-linejoin": "round"
};
// node_modules/lucide-react/dist/esm/shared/src/build/buildLucideIconNode.mjs
function isDefined(value) {
	return value !== null && value !== void 0;
}
function buildLucideIconNode(icon, params = {}) {
	const attributeNames = params.attributeNames ?? {};
	const getAttributeName = (attributeName) => attributeNames[attributeName] ?? attributeName;
	const viewBoxWidth = icon.size ?? icon.width ?? defaultAttributes["width"];
	const viewBoxHeight = icon.size ?? icon.height ?? defaultAttributes["height"];
	const aliasClassNames = icon.aliases?.filter((alias) => typeof alias === "string" && alias.trim() !== "").map((alias) => `lucide-${alias}`) ?? [];
	const iconClassNames = [...icon.name ? [`lucide-${icon.name}`] : [], ...aliasClassNames];
	const classNamesFromClassName = params.className?.split(" ").filter(Boolean) ?? [];
	const className = params.includeDefaultClasses === false ? mergeClasses(...classNamesFromClassName) : mergeClasses("lucide", ...iconClassNames, ...classNamesFromClassName);
	let calculatedStrokeWidth = params.strokeWidth ?? defaultAttributes["stroke-width"];
	if (params.absoluteStrokeWidth) {
		const scaled = Number(calculatedStrokeWidth) * Number(icon.size ?? icon.width ?? defaultAttributes["width"]) / Number(params.size ?? params.width ?? defaultAttributes["width"]);
		if (Number.isFinite(scaled)) calculatedStrokeWidth = scaled;
	}
	return [
		"svg",
		{
			...Object.entries(defaultAttributes).reduce((attrs, [attrName, value]) => {
				attrs[getAttributeName(attrName)] = value;
				return attrs;
			}, {}),
			..."color" in params && params.color && { [getAttributeName("stroke")]: params.color },
			..."size" in params && isDefined(params.size) && {
				[getAttributeName("width")]: params.size,
				[getAttributeName("height")]: params.size
			},
			..."width" in params && isDefined(params.width) && { [getAttributeName("width")]: params.width },
			..."height" in params && isDefined(params.height) && { [getAttributeName("height")]: params.height },
			[getAttributeName("stroke-width")]: calculatedStrokeWidth,
			...className && { [getAttributeName("class")]: className },
			[getAttributeName("viewBox")]: `0 0 ${viewBoxWidth} ${viewBoxHeight}`,
			...params.hasA11yProp === false ? { [getAttributeName("aria-hidden")]: "true" } : {},
			..."attributes" in params && params.attributes
		},
		icon.node.map((child) => {
			const [name, attrs, children] = child;
			const nextAttrs = params.nonScalingStroke ? {
				[getAttributeName("vector-effect")]: "non-scaling-stroke",
				...attrs
			} : attrs;
			return children ? [
				name,
				nextAttrs,
				children
			] : [name, nextAttrs];
		})
	];
}
// node_modules/lucide-react/dist/esm/shared/src/build/buildLucideIconForReact.mjs
function buildLucideIconForReact(icon, params = {}) {
	return buildLucideIconNode(icon, {
		...params,
		attributeNames: {
			...params.attributeNames,
			class: "className",
			"stroke-width": "strokeWidth",
			"stroke-linecap": "strokeLinecap",
			"stroke-linejoin": "strokeLinejoin",
			"vector-effect": "vectorEffect"
		}
	});
}
// node_modules/lucide-react/dist/esm/shared/src/utils/hasA11yProp.mjs
var hasA11yProp = (props) => {
	if (props == null || typeof props !== "object") return false;
	for (const prop in props) if (Object.prototype.hasOwnProperty.call(props, prop) && (prop.startsWith("aria-") || prop === "role" || prop === "title") && props[prop] != null) return true;
	return false;
};
// node_modules/lucide-react/dist/esm/context.mjs
var LucideContext = (0, import_react.createContext)({});
var useLucideContext = () => (0, import_react.useContext)(LucideContext);
// node_modules/lucide-react/dist/esm/Icon.mjs
var Icon = (0, import_react.forwardRef)(({ color, size, width, height, strokeWidth, absoluteStrokeWidth, nonScalingStroke, className = "", children, iconNode = [], icon = {
	node: iconNode,
	aliases: [],
	size: 24
}, ...rest }, ref) => {
	const { size: contextSize = 24, strokeWidth: contextStrokeWidth = 2, absoluteStrokeWidth: contextAbsoluteStrokeWidth = false, nonScalingStroke: contextNonScalingStroke = false, color: contextColor = "currentColor", className: contextClass = "" } = useLucideContext() ?? {};
	const hasAccessibleProp = Boolean(children) || hasA11yProp(rest);
	const [name, svgAttributes, builtIconNode = []] = buildLucideIconForReact(icon, {
		color: color ?? contextColor,
		width: width ?? size ?? contextSize,
		height: height ?? size ?? contextSize,
		strokeWidth: strokeWidth ?? contextStrokeWidth,
		absoluteStrokeWidth: absoluteStrokeWidth ?? contextAbsoluteStrokeWidth,
		nonScalingStroke: nonScalingStroke ?? contextNonScalingStroke,
		className: mergeClasses(contextClass, className),
		hasA11yProp: hasAccessibleProp,
		attributes: rest
	});
	return (0, import_react.createElement)(name, {
		ref,
		...svgAttributes
	}, [...builtIconNode.map(([tag, attrs]) => (0, import_react.createElement)(tag, attrs)), ...Array.isArray(children) ? children : [children]]);
});
// node_modules/lucide-react/dist/esm/createLucideIcon.mjs
function createLucideIcon(iconDataOrName, iconNode = [], aliases = []) {
	const iconData = typeof iconDataOrName === "string" ? toLucideIconData(iconDataOrName, iconNode, aliases) : iconDataOrName;
	const Component = (0, import_react.forwardRef)(({ className, ...props }, ref) => (0, import_react.createElement)(Icon, {
		ref,
		icon: iconData,
		className,
		...props
	}));
	if (iconData.name) Component.displayName = toPascalCase(iconData.name);
	return Component;
}
// node_modules/lucide-react/dist/esm/icons/archive-arrow-up.mjs
var __iconData$93 = {
	name: "archive-arrow-up",
	size: 24,
	node: [
		["rect", {
			width: "20",
			height: "5",
			x: "2",
			y: "3",
			rx: "1",
			key: "1wp1u1"
		}],
		["path", {
			d: "M4 8v11a2 2 0 0 0 2 2h2",
			key: "tvwodi"
		}],
		["path", {
			d: "M20 8v11a2 2 0 0 1-2 2h-2",
			key: "1gkqxj"
		}],
		["path", {
			d: "m9 15 3-3 3 3",
			key: "1pd0qc"
		}],
		["path", {
			d: "M12 12v9",
			key: "192myk"
		}]
	],
	aliases: ["archive-restore"]
};
__iconData$93.node;
var ArchiveArrowUp = createLucideIcon(__iconData$93);
// node_modules/lucide-react/dist/esm/icons/archive.mjs
var __iconData$92 = {
	name: "archive",
	size: 24,
	node: [
		["rect", {
			width: "20",
			height: "5",
			x: "2",
			y: "3",
			rx: "1",
			key: "1wp1u1"
		}],
		["path", {
			d: "M4 8v11a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8",
			key: "1s80jp"
		}],
		["path", {
			d: "M10 12h4",
			key: "a56b0p"
		}]
	]
};
__iconData$92.node;
var Archive = createLucideIcon(__iconData$92);
// node_modules/lucide-react/dist/esm/icons/arrow-down.mjs
var __iconData$91 = {
	name: "arrow-down",
	size: 24,
	node: [["path", {
		d: "M12 5v14",
		key: "s699le"
	}], ["path", {
		d: "m19 12-7 7-7-7",
		key: "1idqje"
	}]]
};
__iconData$91.node;
var ArrowDown = createLucideIcon(__iconData$91);
// node_modules/lucide-react/dist/esm/icons/arrow-left.mjs
var __iconData$90 = {
	name: "arrow-left",
	size: 24,
	node: [["path", {
		d: "m12 19-7-7 7-7",
		key: "1l729n"
	}], ["path", {
		d: "M19 12H5",
		key: "x3x0zl"
	}]]
};
__iconData$90.node;
var ArrowLeft = createLucideIcon(__iconData$90);
// node_modules/lucide-react/dist/esm/icons/arrow-up-to-line.mjs
var __iconData$89 = {
	name: "arrow-up-to-line",
	size: 24,
	node: [
		["path", {
			d: "M5 3h14",
			key: "7usisc"
		}],
		["path", {
			d: "m18 13-6-6-6 6",
			key: "1kf1n9"
		}],
		["path", {
			d: "M12 7v14",
			key: "1akyts"
		}]
	]
};
__iconData$89.node;
var ArrowUpToLine = createLucideIcon(__iconData$89);
// node_modules/lucide-react/dist/esm/icons/arrow-up.mjs
var __iconData$88 = {
	name: "arrow-up",
	size: 24,
	node: [["path", {
		d: "m5 12 7-7 7 7",
		key: "hav0vg"
	}], ["path", {
		d: "M12 19V5",
		key: "x0mq9r"
	}]]
};
__iconData$88.node;
var ArrowUp = createLucideIcon(__iconData$88);
// node_modules/lucide-react/dist/esm/icons/ban.mjs
var __iconData$87 = {
	name: "ban",
	size: 24,
	node: [["circle", {
		cx: "12",
		cy: "12",
		r: "10",
		key: "1mglay"
	}], ["path", {
		d: "M4.929 4.929 19.07 19.071",
		key: "196cmz"
	}]]
};
__iconData$87.node;
var Ban = createLucideIcon(__iconData$87);
// node_modules/lucide-react/dist/esm/icons/book-open.mjs
var __iconData$86 = {
	name: "book-open",
	size: 24,
	node: [["path", {
		d: "M12 5v16",
		key: "1f6ucr"
	}], ["path", {
		d: "M20.001 19A2 2 0 0022 17V5a2 2 0 00-1.999-2L16 3.002A5 5 0 0012 5a5 5 0 00-4-2H4a2 2 0 00-2 2v12a2 2 0 001.999 2H8a5 5 0 014 2 5 5 0 014-2z",
		key: "1fyvmf"
	}]]
};
__iconData$86.node;
var BookOpen = createLucideIcon(__iconData$86);
// node_modules/lucide-react/dist/esm/icons/bot.mjs
var __iconData$85 = {
	name: "bot",
	size: 24,
	node: [
		["path", {
			d: "M12 8V4H8",
			key: "hb8ula"
		}],
		["rect", {
			width: "16",
			height: "12",
			x: "4",
			y: "8",
			rx: "2",
			key: "enze0r"
		}],
		["path", {
			d: "M2 14h2",
			key: "vft8re"
		}],
		["path", {
			d: "M20 14h2",
			key: "4cs60a"
		}],
		["path", {
			d: "M15 13v2",
			key: "1xurst"
		}],
		["path", {
			d: "M9 13v2",
			key: "rq6x2g"
		}]
	]
};
__iconData$85.node;
var Bot = createLucideIcon(__iconData$85);
// node_modules/lucide-react/dist/esm/icons/brain.mjs
var __iconData$84 = {
	name: "brain",
	size: 24,
	node: [
		["path", {
			d: "M12 18V5",
			key: "adv99a"
		}],
		["path", {
			d: "M15 13a4.17 4.17 0 01-3-4 4.17 4.17 0 01-3 4",
			key: "5nuw1p"
		}],
		["path", {
			d: "M17.707 6.294A3 3 0 1012 5a3 3 0 10-5.707 1.294",
			key: "18ldcf"
		}],
		["path", {
			d: "M17.996 5.125a4 4 0 012.526 5.77",
			key: "1sdu8q"
		}],
		["path", {
			d: "M18 18a4 4 0 002-7.465",
			key: "7xqqvr"
		}],
		["path", {
			d: "M19.967 17.482a4 4 0 11-7.967.517 4 4 0 11-7.967-.517",
			key: "t46ysz"
		}],
		["path", {
			d: "M6 18a4 4 0 01-2-7.465",
			key: "1y2m15"
		}],
		["path", {
			d: "M6.004 5.125a4 4 0 00-2.526 5.77",
			key: "3cw1ss"
		}]
	]
};
__iconData$84.node;
var Brain = createLucideIcon(__iconData$84);
// node_modules/lucide-react/dist/esm/icons/chart-line.mjs
var __iconData$83 = {
	name: "chart-line",
	size: 24,
	node: [["path", {
		d: "M3 3v16a2 2 0 0 0 2 2h16",
		key: "c24i48"
	}], ["path", {
		d: "m19 9-5 5-4-4-3 3",
		key: "2osh9i"
	}]],
	aliases: ["line-chart"]
};
__iconData$83.node;
var ChartLine = createLucideIcon(__iconData$83);
// node_modules/lucide-react/dist/esm/icons/chart-no-axes-column.mjs
var __iconData$82 = {
	name: "chart-no-axes-column",
	size: 24,
	node: [
		["path", {
			d: "M5 21v-6",
			key: "1hz6c0"
		}],
		["path", {
			d: "M12 21V3",
			key: "1lcnhd"
		}],
		["path", {
			d: "M19 21V9",
			key: "unv183"
		}]
	],
	aliases: ["bar-chart-2"]
};
__iconData$82.node;
var ChartNoAxesColumn = createLucideIcon(__iconData$82);
// node_modules/lucide-react/dist/esm/icons/check.mjs
var __iconData$81 = {
	name: "check",
	size: 24,
	node: [["path", {
		d: "M20 6 9 17l-5-5",
		key: "1gmf2c"
	}]]
};
__iconData$81.node;
var Check = createLucideIcon(__iconData$81);
// node_modules/lucide-react/dist/esm/icons/chevron-down.mjs
var __iconData$80 = {
	name: "chevron-down",
	size: 24,
	node: [["path", {
		d: "m6 9 6 6 6-6",
		key: "qrunsl"
	}]]
};
__iconData$80.node;
var ChevronDown = createLucideIcon(__iconData$80);
// node_modules/lucide-react/dist/esm/icons/chevron-right.mjs
var __iconData$79 = {
	name: "chevron-right",
	size: 24,
	node: [["path", {
		d: "m9 18 6-6-6-6",
		key: "mthhwq"
	}]]
};
__iconData$79.node;
var ChevronRight = createLucideIcon(__iconData$79);
// node_modules/lucide-react/dist/esm/icons/chevron-up.mjs
var __iconData$78 = {
	name: "chevron-up",
	size: 24,
	node: [["path", {
		d: "m18 15-6-6-6 6",
		key: "153udz"
	}]]
};
__iconData$78.node;
var ChevronUp = createLucideIcon(__iconData$78);
// node_modules/lucide-react/dist/esm/icons/chevrons-up-down.mjs
var __iconData$77 = {
	name: "chevrons-up-down",
	size: 24,
	node: [["path", {
		d: "m7 15 5 5 5-5",
		key: "1hf1tw"
	}], ["path", {
		d: "m7 9 5-5 5 5",
		key: "sgt6xg"
	}]]
};
__iconData$77.node;
var ChevronsUpDown = createLucideIcon(__iconData$77);
// node_modules/lucide-react/dist/esm/icons/chevrons-up.mjs
var __iconData$76 = {
	name: "chevrons-up",
	size: 24,
	node: [["path", {
		d: "m17 11-5-5-5 5",
		key: "e8nh98"
	}], ["path", {
		d: "m17 18-5-5-5 5",
		key: "2avn1x"
	}]]
};
__iconData$76.node;
var ChevronsUp = createLucideIcon(__iconData$76);
// node_modules/lucide-react/dist/esm/icons/circle-check.mjs
var __iconData$75 = {
	name: "circle-check",
	size: 24,
	node: [["circle", {
		cx: "12",
		cy: "12",
		r: "10",
		key: "1mglay"
	}], ["path", {
		d: "m16 9-5.5 5.5L8 12",
		key: "xofnsj"
	}]],
	aliases: ["check-circle-2"]
};
__iconData$75.node;
var CircleCheck = createLucideIcon(__iconData$75);
// node_modules/lucide-react/dist/esm/icons/circle-exclamation-point.mjs
var __iconData$74 = {
	name: "circle-exclamation-point",
	size: 24,
	node: [
		["circle", {
			cx: "12",
			cy: "12",
			r: "10",
			key: "1mglay"
		}],
		["line", {
			x1: "12",
			x2: "12",
			y1: "8",
			y2: "12",
			key: "1pkeuh"
		}],
		["line", {
			x1: "12",
			x2: "12.01",
			y1: "16",
			y2: "16",
			key: "4dfq90"
		}]
	],
	aliases: ["alert-circle", "circle-alert"]
};
__iconData$74.node;
var CircleExclamationPoint = createLucideIcon(__iconData$74);
// node_modules/lucide-react/dist/esm/icons/circle-pause.mjs
var __iconData$73 = {
	name: "circle-pause",
	size: 24,
	node: [
		["circle", {
			cx: "12",
			cy: "12",
			r: "10",
			key: "1mglay"
		}],
		["line", {
			x1: "10",
			x2: "10",
			y1: "15",
			y2: "9",
			key: "c1nkhi"
		}],
		["line", {
			x1: "14",
			x2: "14",
			y1: "15",
			y2: "9",
			key: "h65svq"
		}]
	],
	aliases: ["pause-circle"]
};
__iconData$73.node;
var CirclePause = createLucideIcon(__iconData$73);
// node_modules/lucide-react/dist/esm/icons/circle-x.mjs
var __iconData$72 = {
	name: "circle-x",
	size: 24,
	node: [
		["circle", {
			cx: "12",
			cy: "12",
			r: "10",
			key: "1mglay"
		}],
		["path", {
			d: "m15 9-6 6",
			key: "1uzhvr"
		}],
		["path", {
			d: "m9 9 6 6",
			key: "z0biqf"
		}]
	],
	aliases: ["x-circle"]
};
__iconData$72.node;
var CircleX = createLucideIcon(__iconData$72);
// node_modules/lucide-react/dist/esm/icons/clock.mjs
var __iconData$71 = {
	name: "clock",
	size: 24,
	node: [["circle", {
		cx: "12",
		cy: "12",
		r: "10",
		key: "1mglay"
	}], ["path", {
		d: "M12 6v6l4 2",
		key: "mmk7yg"
	}]]
};
__iconData$71.node;
var Clock = createLucideIcon(__iconData$71);
// node_modules/lucide-react/dist/esm/icons/copy.mjs
var __iconData$70 = {
	name: "copy",
	size: 24,
	node: [["rect", {
		width: "14",
		height: "14",
		x: "8",
		y: "8",
		rx: "2",
		ry: "2",
		key: "17jyea"
	}], ["path", {
		d: "M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2",
		key: "zix9uf"
	}]]
};
__iconData$70.node;
var Copy = createLucideIcon(__iconData$70);
// node_modules/lucide-react/dist/esm/icons/database-backup.mjs
var __iconData$69 = {
	name: "database-backup",
	size: 24,
	node: [
		["ellipse", {
			cx: "12",
			cy: "5",
			rx: "9",
			ry: "3",
			key: "msslwz"
		}],
		["path", {
			d: "M3 12a9 3 0 0 0 5 2.69",
			key: "1ui2ym"
		}],
		["path", {
			d: "M21 9.3V5",
			key: "6k6cib"
		}],
		["path", {
			d: "M3 5v14a9 3 0 0 0 6.47 2.88",
			key: "i62tjy"
		}],
		["path", {
			d: "M12 12v4h4",
			key: "1bxaet"
		}],
		["path", {
			d: "M13 20a5 5 0 0 0 9-3 4.5 4.5 0 0 0-4.5-4.5c-1.33 0-2.54.54-3.41 1.41L12 16",
			key: "1f4ei9"
		}]
	]
};
__iconData$69.node;
var DatabaseBackup = createLucideIcon(__iconData$69);
// node_modules/lucide-react/dist/esm/icons/download.mjs
var __iconData$68 = {
	name: "download",
	size: 24,
	node: [
		["path", {
			d: "M12 15V3",
			key: "m9g1x1"
		}],
		["path", {
			d: "M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4",
			key: "ih7n3h"
		}],
		["path", {
			d: "m7 10 5 5 5-5",
			key: "brsn70"
		}]
	]
};
__iconData$68.node;
var Download = createLucideIcon(__iconData$68);
// node_modules/lucide-react/dist/esm/icons/ellipsis.mjs
var __iconData$67 = {
	name: "ellipsis",
	size: 24,
	node: [
		["circle", {
			cx: "12",
			cy: "12",
			r: "1",
			key: "41hilf"
		}],
		["circle", {
			cx: "19",
			cy: "12",
			r: "1",
			key: "1wjl8i"
		}],
		["circle", {
			cx: "5",
			cy: "12",
			r: "1",
			key: "1pcz8c"
		}]
	],
	aliases: ["more-horizontal"]
};
__iconData$67.node;
var Ellipsis = createLucideIcon(__iconData$67);
// node_modules/lucide-react/dist/esm/icons/equal.mjs
var __iconData$66 = {
	name: "equal",
	size: 24,
	node: [["line", {
		x1: "5",
		x2: "19",
		y1: "9",
		y2: "9",
		key: "1nwqeh"
	}], ["line", {
		x1: "5",
		x2: "19",
		y1: "15",
		y2: "15",
		key: "g8yjpy"
	}]]
};
__iconData$66.node;
var Equal = createLucideIcon(__iconData$66);
// node_modules/lucide-react/dist/esm/icons/file-code.mjs
var __iconData$65 = {
	name: "file-code",
	size: 24,
	node: [
		["path", {
			d: "M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z",
			key: "1oefj6"
		}],
		["path", {
			d: "M14 2v5a1 1 0 0 0 1 1h5",
			key: "wfsgrz"
		}],
		["path", {
			d: "M10 12.5 8 15l2 2.5",
			key: "1tg20x"
		}],
		["path", {
			d: "m14 12.5 2 2.5-2 2.5",
			key: "yinavb"
		}]
	]
};
__iconData$65.node;
var FileCode = createLucideIcon(__iconData$65);
// node_modules/lucide-react/dist/esm/icons/file-search.mjs
var __iconData$64 = {
	name: "file-search",
	size: 24,
	node: [
		["path", {
			d: "M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z",
			key: "1oefj6"
		}],
		["path", {
			d: "M14 2v5a1 1 0 0 0 1 1h5",
			key: "wfsgrz"
		}],
		["circle", {
			cx: "11.5",
			cy: "14.5",
			r: "2.5",
			key: "1bq0ko"
		}],
		["path", {
			d: "M13.3 16.3 15 18",
			key: "2quom7"
		}]
	]
};
__iconData$64.node;
var FileSearch = createLucideIcon(__iconData$64);
// node_modules/lucide-react/dist/esm/icons/file-text.mjs
var __iconData$63 = {
	name: "file-text",
	size: 24,
	node: [
		["path", {
			d: "M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z",
			key: "1oefj6"
		}],
		["path", {
			d: "M14 2v5a1 1 0 0 0 1 1h5",
			key: "wfsgrz"
		}],
		["path", {
			d: "M10 9H8",
			key: "b1mrlr"
		}],
		["path", {
			d: "M16 13H8",
			key: "t4e002"
		}],
		["path", {
			d: "M16 17H8",
			key: "z1uh3a"
		}]
	]
};
__iconData$63.node;
var FileText = createLucideIcon(__iconData$63);
// node_modules/lucide-react/dist/esm/icons/file-up.mjs
var __iconData$62 = {
	name: "file-up",
	size: 24,
	node: [
		["path", {
			d: "M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z",
			key: "1oefj6"
		}],
		["path", {
			d: "M14 2v5a1 1 0 0 0 1 1h5",
			key: "wfsgrz"
		}],
		["path", {
			d: "M12 12v6",
			key: "3ahymv"
		}],
		["path", {
			d: "m15 15-3-3-3 3",
			key: "15xj92"
		}]
	]
};
__iconData$62.node;
var FileUp = createLucideIcon(__iconData$62);
// node_modules/lucide-react/dist/esm/icons/file.mjs
var __iconData$61 = {
	name: "file",
	size: 24,
	node: [["path", {
		d: "M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z",
		key: "1oefj6"
	}], ["path", {
		d: "M14 2v5a1 1 0 0 0 1 1h5",
		key: "wfsgrz"
	}]]
};
__iconData$61.node;
var File = createLucideIcon(__iconData$61);
// node_modules/lucide-react/dist/esm/icons/folder-input.mjs
var __iconData$60 = {
	name: "folder-input",
	size: 24,
	node: [
		["path", {
			d: "M2 9V5a2 2 0 0 1 2-2h3.9a2 2 0 0 1 1.69.9l.81 1.2a2 2 0 0 0 1.67.9H20a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2v-1",
			key: "fm4g5t"
		}],
		["path", {
			d: "M2 13h10",
			key: "pgb2dq"
		}],
		["path", {
			d: "m9 16 3-3-3-3",
			key: "6m91ic"
		}]
	]
};
__iconData$60.node;
var FolderInput = createLucideIcon(__iconData$60);
// node_modules/lucide-react/dist/esm/icons/folder-plus.mjs
var __iconData$59 = {
	name: "folder-plus",
	size: 24,
	node: [
		["path", {
			d: "M12 10v6",
			key: "1bos4e"
		}],
		["path", {
			d: "M9 13h6",
			key: "1uhe8q"
		}],
		["path", {
			d: "M20 20a2 2 0 0 0 2-2V8a2 2 0 0 0-2-2h-7.9a2 2 0 0 1-1.69-.9L9.6 3.9A2 2 0 0 0 7.93 3H4a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2Z",
			key: "1kt360"
		}]
	]
};
__iconData$59.node;
var FolderPlus = createLucideIcon(__iconData$59);
// node_modules/lucide-react/dist/esm/icons/folder-tree.mjs
var __iconData$58 = {
	name: "folder-tree",
	size: 24,
	node: [
		["path", {
			d: "M20 10a1 1 0 0 0 1-1V6a1 1 0 0 0-1-1h-2.5a1 1 0 0 1-.8-.4l-.9-1.2A1 1 0 0 0 15 3h-2a1 1 0 0 0-1 1v5a1 1 0 0 0 1 1Z",
			key: "hod4my"
		}],
		["path", {
			d: "M20 21a1 1 0 0 0 1-1v-3a1 1 0 0 0-1-1h-2.9a1 1 0 0 1-.88-.55l-.42-.85a1 1 0 0 0-.92-.6H13a1 1 0 0 0-1 1v5a1 1 0 0 0 1 1Z",
			key: "w4yl2u"
		}],
		["path", {
			d: "M3 5a2 2 0 0 0 2 2h3",
			key: "f2jnh7"
		}],
		["path", {
			d: "M3 3v13a2 2 0 0 0 2 2h3",
			key: "k8epm1"
		}]
	]
};
__iconData$58.node;
var FolderTree = createLucideIcon(__iconData$58);
// node_modules/lucide-react/dist/esm/icons/folder.mjs
var __iconData$57 = {
	name: "folder",
	size: 24,
	node: [["path", {
		d: "M20 20a2 2 0 0 0 2-2V8a2 2 0 0 0-2-2h-7.9a2 2 0 0 1-1.69-.9L9.6 3.9A2 2 0 0 0 7.93 3H4a2 2 0 0 0-2 2v13a2 2 0 0 0 2 2Z",
		key: "1kt360"
	}]]
};
__iconData$57.node;
var Folder = createLucideIcon(__iconData$57);
// node_modules/lucide-react/dist/esm/icons/funnel.mjs
var __iconData$56 = {
	name: "funnel",
	size: 24,
	node: [["path", {
		d: "M10 20a1 1 0 0 0 .553.895l2 1A1 1 0 0 0 14 21v-7a2 2 0 0 1 .517-1.341L21.74 4.67A1 1 0 0 0 21 3H3a1 1 0 0 0-.742 1.67l7.225 7.989A2 2 0 0 1 10 14z",
		key: "sc7q7i"
	}]],
	aliases: ["filter"]
};
__iconData$56.node;
var Funnel = createLucideIcon(__iconData$56);
// node_modules/lucide-react/dist/esm/icons/gauge.mjs
var __iconData$55 = {
	name: "gauge",
	size: 24,
	node: [["path", {
		d: "m12 14 4-4",
		key: "9kzdfg"
	}], ["path", {
		d: "M3.34 19a10 10 0 1 1 17.32 0",
		key: "19p75a"
	}]]
};
__iconData$55.node;
var Gauge = createLucideIcon(__iconData$55);
// node_modules/lucide-react/dist/esm/icons/git-fork.mjs
var __iconData$54 = {
	name: "git-fork",
	size: 24,
	node: [
		["circle", {
			cx: "12",
			cy: "18",
			r: "3",
			key: "1mpf1b"
		}],
		["circle", {
			cx: "6",
			cy: "6",
			r: "3",
			key: "1lh9wr"
		}],
		["circle", {
			cx: "18",
			cy: "6",
			r: "3",
			key: "1h7g24"
		}],
		["path", {
			d: "M18 9v2c0 .6-.4 1-1 1H7c-.6 0-1-.4-1-1V9",
			key: "1uq4wg"
		}],
		["path", {
			d: "M12 12v3",
			key: "158kv8"
		}]
	]
};
__iconData$54.node;
var GitFork = createLucideIcon(__iconData$54);
// node_modules/lucide-react/dist/esm/icons/grip-vertical.mjs
var __iconData$53 = {
	name: "grip-vertical",
	size: 24,
	node: [
		["circle", {
			cx: "9",
			cy: "12",
			r: "1",
			key: "1vctgf"
		}],
		["circle", {
			cx: "9",
			cy: "5",
			r: "1",
			key: "hp0tcf"
		}],
		["circle", {
			cx: "9",
			cy: "19",
			r: "1",
			key: "fkjjf6"
		}],
		["circle", {
			cx: "15",
			cy: "12",
			r: "1",
			key: "1tmaij"
		}],
		["circle", {
			cx: "15",
			cy: "5",
			r: "1",
			key: "19l28e"
		}],
		["circle", {
			cx: "15",
			cy: "19",
			r: "1",
			key: "f4zoj3"
		}]
	]
};
__iconData$53.node;
var GripVertical = createLucideIcon(__iconData$53);
// node_modules/lucide-react/dist/esm/icons/hammer.mjs
var __iconData$52 = {
	name: "hammer",
	size: 24,
	node: [
		["path", {
			d: "m15 12-9.373 9.373a1 1 0 0 1-3.001-3L12 9",
			key: "1hayfq"
		}],
		["path", {
			d: "m18 15 4-4",
			key: "16gjal"
		}],
		["path", {
			d: "m21.5 11.5-1.914-1.914A2 2 0 0 1 19 8.172v-.344a2 2 0 0 0-.586-1.414l-1.657-1.657A6 6 0 0 0 12.516 3H9l1.243 1.243A6 6 0 0 1 12 8.485V10l2 2h1.172a2 2 0 0 1 1.414.586L18.5 14.5",
			key: "15ts47"
		}]
	]
};
__iconData$52.node;
var Hammer = createLucideIcon(__iconData$52);
// node_modules/lucide-react/dist/esm/icons/hash.mjs
var __iconData$51 = {
	name: "hash",
	size: 24,
	node: [
		["line", {
			x1: "4",
			x2: "20",
			y1: "9",
			y2: "9",
			key: "4lhtct"
		}],
		["line", {
			x1: "4",
			x2: "20",
			y1: "15",
			y2: "15",
			key: "vyu0kd"
		}],
		["line", {
			x1: "10",
			x2: "8",
			y1: "3",
			y2: "21",
			key: "1ggp8o"
		}],
		["line", {
			x1: "16",
			x2: "14",
			y1: "3",
			y2: "21",
			key: "weycgp"
		}]
	]
};
__iconData$51.node;
var Hash = createLucideIcon(__iconData$51);
// node_modules/lucide-react/dist/esm/icons/house.mjs
var __iconData$50 = {
	name: "house",
	size: 24,
	node: [["path", {
		d: "M15 21v-8a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v8",
		key: "5wwlr5"
	}], ["path", {
		d: "M3 10a2 2 0 0 1 .709-1.528l7-6a2 2 0 0 1 2.582 0l7 6A2 2 0 0 1 21 10v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z",
		key: "r6nss1"
	}]],
	aliases: ["home"]
};
__iconData$50.node;
var House = createLucideIcon(__iconData$50);
// node_modules/lucide-react/dist/esm/icons/inbox.mjs
var __iconData$49 = {
	name: "inbox",
	size: 24,
	node: [["polyline", {
		points: "22 12 16 12 14 15 10 15 8 12 2 12",
		key: "o97t9d"
	}], ["path", {
		d: "M5.45 5.11 2 12v6a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-6l-3.45-6.89A2 2 0 0 0 16.76 4H7.24a2 2 0 0 0-1.79 1.11z",
		key: "oot6mr"
	}]]
};
__iconData$49.node;
var Inbox = createLucideIcon(__iconData$49);
// node_modules/lucide-react/dist/esm/icons/key-round.mjs
var __iconData$48 = {
	name: "key-round",
	size: 24,
	node: [["path", {
		d: "M2.586 17.414A2 2 0 0 0 2 18.828V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.172a2 2 0 0 0 1.414-.586l.814-.814a6.5 6.5 0 1 0-4-4z",
		key: "1s6t7t"
	}], ["circle", {
		cx: "16.5",
		cy: "7.5",
		r: ".5",
		fill: "currentColor",
		key: "w0ekpg"
	}]]
};
__iconData$48.node;
var KeyRound = createLucideIcon(__iconData$48);
// node_modules/lucide-react/dist/esm/icons/layers.mjs
var __iconData$47 = {
	name: "layers",
	size: 24,
	node: [
		["path", {
			d: "M12.83 2.18a2 2 0 0 0-1.66 0L2.6 6.08a1 1 0 0 0 0 1.83l8.58 3.91a2 2 0 0 0 1.66 0l8.58-3.9a1 1 0 0 0 0-1.83z",
			key: "zw3jo"
		}],
		["path", {
			d: "M2 12a1 1 0 0 0 .58.91l8.6 3.91a2 2 0 0 0 1.65 0l8.58-3.9A1 1 0 0 0 22 12",
			key: "1wduqc"
		}],
		["path", {
			d: "M2 17a1 1 0 0 0 .58.91l8.6 3.91a2 2 0 0 0 1.65 0l8.58-3.9A1 1 0 0 0 22 17",
			key: "kqbvx6"
		}]
	],
	aliases: ["layers-3"]
};
__iconData$47.node;
var Layers = createLucideIcon(__iconData$47);
// node_modules/lucide-react/dist/esm/icons/lightbulb.mjs
var __iconData$46 = {
	name: "lightbulb",
	size: 24,
	node: [
		["path", {
			d: "M15 14c.2-1 .7-1.7 1.5-2.5 1-.9 1.5-2.2 1.5-3.5A6 6 0 0 0 6 8c0 1 .2 2.2 1.5 3.5.7.7 1.3 1.5 1.5 2.5",
			key: "1gvzjb"
		}],
		["path", {
			d: "M9 18h6",
			key: "x1upvd"
		}],
		["path", {
			d: "M10 22h4",
			key: "ceow96"
		}]
	]
};
__iconData$46.node;
var Lightbulb = createLucideIcon(__iconData$46);
// node_modules/lucide-react/dist/esm/icons/link-2.mjs
var __iconData$45 = {
	name: "link-2",
	size: 24,
	node: [
		["path", {
			d: "M9 17H7A5 5 0 0 1 7 7h2",
			key: "8i5ue5"
		}],
		["path", {
			d: "M15 7h2a5 5 0 1 1 0 10h-2",
			key: "1b9ql8"
		}],
		["line", {
			x1: "8",
			x2: "16",
			y1: "12",
			y2: "12",
			key: "1jonct"
		}]
	]
};
__iconData$45.node;
var Link2 = createLucideIcon(__iconData$45);
// node_modules/lucide-react/dist/esm/icons/list-checks.mjs
var __iconData$44 = {
	name: "list-checks",
	size: 24,
	node: [
		["path", {
			d: "M13 5h8",
			key: "a7qcls"
		}],
		["path", {
			d: "M13 12h8",
			key: "h98zly"
		}],
		["path", {
			d: "M13 19h8",
			key: "c3s6r1"
		}],
		["path", {
			d: "m3 17 2 2 4-4",
			key: "1jhpwq"
		}],
		["path", {
			d: "m3 7 2 2 4-4",
			key: "1obspn"
		}]
	]
};
__iconData$44.node;
var ListChecks = createLucideIcon(__iconData$44);
// node_modules/lucide-react/dist/esm/icons/list-plus.mjs
var __iconData$43 = {
	name: "list-plus",
	size: 24,
	node: [
		["path", {
			d: "M16 5H3",
			key: "m91uny"
		}],
		["path", {
			d: "M11 12H3",
			key: "51ecnj"
		}],
		["path", {
			d: "M16 19H3",
			key: "zzsher"
		}],
		["path", {
			d: "M18 9v6",
			key: "1twb98"
		}],
		["path", {
			d: "M21 12h-6",
			key: "bt1uis"
		}]
	]
};
__iconData$43.node;
var ListPlus = createLucideIcon(__iconData$43);
// node_modules/lucide-react/dist/esm/icons/log-out.mjs
var __iconData$42 = {
	name: "log-out",
	size: 24,
	node: [
		["path", {
			d: "m16 17 5-5-5-5",
			key: "1bji2h"
		}],
		["path", {
			d: "M21 12H9",
			key: "dn1m92"
		}],
		["path", {
			d: "M9 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4",
			key: "1uf3rs"
		}]
	]
};
__iconData$42.node;
var LogOut = createLucideIcon(__iconData$42);
// node_modules/lucide-react/dist/esm/icons/menu.mjs
var __iconData$41 = {
	name: "menu",
	size: 24,
	node: [
		["path", {
			d: "M4 5h16",
			key: "1tepv9"
		}],
		["path", {
			d: "M4 12h16",
			key: "1lakjw"
		}],
		["path", {
			d: "M4 19h16",
			key: "1djgab"
		}]
	]
};
__iconData$41.node;
var Menu = createLucideIcon(__iconData$41);
// node_modules/lucide-react/dist/esm/icons/message-square-lock.mjs
var __iconData$40 = {
	name: "message-square-lock",
	size: 24,
	node: [
		["path", {
			d: "M22 8.5V5a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2v16.286a.71.71 0 0 0 1.212.502l2.202-2.202A2 2 0 0 1 6.828 19H10",
			key: "fu6chl"
		}],
		["path", {
			d: "M20 15v-2a2 2 0 0 0-4 0v2",
			key: "vl8a78"
		}],
		["rect", {
			x: "14",
			y: "15",
			width: "8",
			height: "5",
			rx: "1",
			key: "37aafw"
		}]
	]
};
__iconData$40.node;
var MessageSquareLock = createLucideIcon(__iconData$40);
// node_modules/lucide-react/dist/esm/icons/message-square.mjs
var __iconData$39 = {
	name: "message-square",
	size: 24,
	node: [["path", {
		d: "M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z",
		key: "18887p"
	}]]
};
__iconData$39.node;
var MessageSquare = createLucideIcon(__iconData$39);
// node_modules/lucide-react/dist/esm/icons/messages-square.mjs
var __iconData$38 = {
	name: "messages-square",
	size: 24,
	node: [["path", {
		d: "M16 10a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 14.286V4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2z",
		key: "1n2ejm"
	}], ["path", {
		d: "M20 9a2 2 0 0 1 2 2v10.286a.71.71 0 0 1-1.212.502l-2.202-2.202A2 2 0 0 0 17.172 19H10a2 2 0 0 1-2-2v-1",
		key: "1qfcsi"
	}]]
};
__iconData$38.node;
var MessagesSquare = createLucideIcon(__iconData$38);
// node_modules/lucide-react/dist/esm/icons/minus.mjs
var __iconData$37 = {
	name: "minus",
	size: 24,
	node: [["path", {
		d: "M5 12h14",
		key: "1ays0h"
	}]]
};
__iconData$37.node;
var Minus = createLucideIcon(__iconData$37);
// node_modules/lucide-react/dist/esm/icons/monitor.mjs
var __iconData$36 = {
	name: "monitor",
	size: 24,
	node: [
		["rect", {
			width: "20",
			height: "14",
			x: "2",
			y: "3",
			rx: "2",
			key: "48i651"
		}],
		["line", {
			x1: "8",
			x2: "16",
			y1: "21",
			y2: "21",
			key: "1svkeh"
		}],
		["line", {
			x1: "12",
			x2: "12",
			y1: "17",
			y2: "21",
			key: "vw1qmm"
		}]
	]
};
__iconData$36.node;
var Monitor = createLucideIcon(__iconData$36);
// node_modules/lucide-react/dist/esm/icons/moon.mjs
var __iconData$35 = {
	name: "moon",
	size: 24,
	node: [["path", {
		d: "M20.985 12.486a9 9 0 1 1-9.473-9.472c.405-.022.617.46.402.803a6 6 0 0 0 8.268 8.268c.344-.215.825-.004.803.401",
		key: "kfwtm"
	}]]
};
__iconData$35.node;
var Moon = createLucideIcon(__iconData$35);
// node_modules/lucide-react/dist/esm/icons/package-open.mjs
var __iconData$34 = {
	name: "package-open",
	size: 24,
	node: [
		["path", {
			d: "M12 22v-9",
			key: "x3hkom"
		}],
		["path", {
			d: "M15.17 2.21a1.67 1.67 0 0 1 1.63 0L21 4.57a1.93 1.93 0 0 1 0 3.36L8.82 14.79a1.655 1.655 0 0 1-1.64 0L3 12.43a1.93 1.93 0 0 1 0-3.36z",
			key: "2ntwy6"
		}],
		["path", {
			d: "M20 13v3.87a2.06 2.06 0 0 1-1.11 1.83l-6 3.08a1.93 1.93 0 0 1-1.78 0l-6-3.08A2.06 2.06 0 0 1 4 16.87V13",
			key: "1pmm1c"
		}],
		["path", {
			d: "M21 12.43a1.93 1.93 0 0 0 0-3.36L8.83 2.2a1.64 1.64 0 0 0-1.63 0L3 4.57a1.93 1.93 0 0 0 0 3.36l12.18 6.86a1.636 1.636 0 0 0 1.63 0z",
			key: "12ttoo"
		}]
	]
};
__iconData$34.node;
var PackageOpen = createLucideIcon(__iconData$34);
// node_modules/lucide-react/dist/esm/icons/pause.mjs
var __iconData$33 = {
	name: "pause",
	size: 24,
	node: [["rect", {
		x: "14",
		y: "3",
		width: "5",
		height: "18",
		rx: "1",
		key: "kaeet6"
	}], ["rect", {
		x: "5",
		y: "3",
		width: "5",
		height: "18",
		rx: "1",
		key: "1wsw3u"
	}]]
};
__iconData$33.node;
var Pause = createLucideIcon(__iconData$33);
// node_modules/lucide-react/dist/esm/icons/pencil.mjs
var __iconData$32 = {
	name: "pencil",
	size: 24,
	node: [["path", {
		d: "M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z",
		key: "1a8usu"
	}], ["path", {
		d: "m15 5 4 4",
		key: "1mk7zo"
	}]]
};
__iconData$32.node;
var Pencil = createLucideIcon(__iconData$32);
// node_modules/lucide-react/dist/esm/icons/play.mjs
var __iconData$31 = {
	name: "play",
	size: 24,
	node: [["path", {
		d: "M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z",
		key: "10ikf1"
	}]]
};
__iconData$31.node;
var Play = createLucideIcon(__iconData$31);
// node_modules/lucide-react/dist/esm/icons/plug.mjs
var __iconData$30 = {
	name: "plug",
	size: 24,
	node: [
		["path", {
			d: "M12 22v-5",
			key: "1ega77"
		}],
		["path", {
			d: "M15 8V2",
			key: "18g5xt"
		}],
		["path", {
			d: "M17 8a1 1 0 0 1 1 1v4a4 4 0 0 1-4 4h-4a4 4 0 0 1-4-4V9a1 1 0 0 1 1-1z",
			key: "1xoxul"
		}],
		["path", {
			d: "M9 8V2",
			key: "14iosj"
		}]
	]
};
__iconData$30.node;
var Plug = createLucideIcon(__iconData$30);
// node_modules/lucide-react/dist/esm/icons/plus.mjs
var __iconData$29 = {
	name: "plus",
	size: 24,
	node: [["path", {
		d: "M5 12h14",
		key: "1ays0h"
	}], ["path", {
		d: "M12 5v14",
		key: "s699le"
	}]]
};
__iconData$29.node;
var Plus = createLucideIcon(__iconData$29);
// node_modules/lucide-react/dist/esm/icons/power-off.mjs
var __iconData$28 = {
	name: "power-off",
	size: 24,
	node: [
		["path", {
			d: "M18.36 6.64A9 9 0 0 1 20.77 15",
			key: "dxknvb"
		}],
		["path", {
			d: "M6.16 6.16a9 9 0 1 0 12.68 12.68",
			key: "1x7qb5"
		}],
		["path", {
			d: "M12 2v4",
			key: "3427ic"
		}],
		["path", {
			d: "m2 2 20 20",
			key: "1ooewy"
		}]
	]
};
__iconData$28.node;
var PowerOff = createLucideIcon(__iconData$28);
// node_modules/lucide-react/dist/esm/icons/power.mjs
var __iconData$27 = {
	name: "power",
	size: 24,
	node: [["path", {
		d: "M12 2v10",
		key: "mnfbl"
	}], ["path", {
		d: "M18.4 6.6a9 9 0 1 1-12.77.04",
		key: "obofu9"
	}]]
};
__iconData$27.node;
var Power = createLucideIcon(__iconData$27);
// node_modules/lucide-react/dist/esm/icons/radar.mjs
var __iconData$26 = {
	name: "radar",
	size: 24,
	node: [
		["path", {
			d: "M19.07 4.93A10 10 0 0 0 6.99 3.34",
			key: "z3du51"
		}],
		["path", {
			d: "M4 6h.01",
			key: "oypzma"
		}],
		["path", {
			d: "M2.29 9.62A10 10 0 1 0 21.31 8.35",
			key: "qzzz0"
		}],
		["path", {
			d: "M16.24 7.76A6 6 0 1 0 8.23 16.67",
			key: "1yjesh"
		}],
		["path", {
			d: "M12 18h.01",
			key: "mhygvu"
		}],
		["path", {
			d: "M17.99 11.66A6 6 0 0 1 15.77 16.67",
			key: "1u2y91"
		}],
		["circle", {
			cx: "12",
			cy: "12",
			r: "2",
			key: "1c9p78"
		}],
		["path", {
			d: "m13.41 10.59 5.66-5.66",
			key: "mhq4k0"
		}]
	]
};
__iconData$26.node;
var Radar = createLucideIcon(__iconData$26);
// node_modules/lucide-react/dist/esm/icons/refresh-cw.mjs
var __iconData$25 = {
	name: "refresh-cw",
	size: 24,
	node: [
		["path", {
			d: "M3 12a9 9 0 0 1 9-9 9.75 9.75 0 0 1 6.74 2.74L21 8",
			key: "v9h5vc"
		}],
		["path", {
			d: "M21 3v5h-5",
			key: "1q7to0"
		}],
		["path", {
			d: "M21 12a9 9 0 0 1-9 9 9.75 9.75 0 0 1-6.74-2.74L3 16",
			key: "3uifl3"
		}],
		["path", {
			d: "M8 16H3v5",
			key: "1cv678"
		}]
	]
};
__iconData$25.node;
var RefreshCw = createLucideIcon(__iconData$25);
// node_modules/lucide-react/dist/esm/icons/rotate-ccw-clock.mjs
var __iconData$24 = {
	name: "rotate-ccw-clock",
	size: 24,
	node: [
		["path", {
			d: "M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8",
			key: "1357e3"
		}],
		["path", {
			d: "M3 3v5h5",
			key: "1xhq8a"
		}],
		["path", {
			d: "M12 7v5l4 2",
			key: "1fdv2h"
		}]
	],
	aliases: ["history"]
};
__iconData$24.node;
var RotateCcwClock = createLucideIcon(__iconData$24);
// node_modules/lucide-react/dist/esm/icons/rotate-ccw.mjs
var __iconData$23 = {
	name: "rotate-ccw",
	size: 24,
	node: [["path", {
		d: "M3 12a9 9 0 1 0 9-9 9.75 9.75 0 0 0-6.74 2.74L3 8",
		key: "1357e3"
	}], ["path", {
		d: "M3 3v5h5",
		key: "1xhq8a"
	}]]
};
__iconData$23.node;
var RotateCcw = createLucideIcon(__iconData$23);
// node_modules/lucide-react/dist/esm/icons/scissors.mjs
var __iconData$22 = {
	name: "scissors",
	size: 24,
	node: [
		["circle", {
			cx: "6",
			cy: "6",
			r: "3",
			key: "1lh9wr"
		}],
		["path", {
			d: "M8.12 8.12 12 12",
			key: "1alkpv"
		}],
		["path", {
			d: "M20 4 8.12 15.88",
			key: "xgtan2"
		}],
		["circle", {
			cx: "6",
			cy: "18",
			r: "3",
			key: "fqmcym"
		}],
		["path", {
			d: "M14.8 14.8 20 20",
			key: "ptml3r"
		}]
	]
};
__iconData$22.node;
var Scissors = createLucideIcon(__iconData$22);
// node_modules/lucide-react/dist/esm/icons/scroll-text.mjs
var __iconData$21 = {
	name: "scroll-text",
	size: 24,
	node: [
		["path", {
			d: "M15 12h-5",
			key: "r7krc0"
		}],
		["path", {
			d: "M15 8h-5",
			key: "1khuty"
		}],
		["path", {
			d: "M19 17V5a2 2 0 0 0-2-2H4",
			key: "zz82l3"
		}],
		["path", {
			d: "M8 21h12a2 2 0 0 0 2-2v-1a1 1 0 0 0-1-1H11a1 1 0 0 0-1 1v1a2 2 0 1 1-4 0V5a2 2 0 1 0-4 0v2a1 1 0 0 0 1 1h3",
			key: "1ph1d7"
		}]
	]
};
__iconData$21.node;
var ScrollText = createLucideIcon(__iconData$21);
// node_modules/lucide-react/dist/esm/icons/search.mjs
var __iconData$20 = {
	name: "search",
	size: 24,
	node: [["path", {
		d: "m21 21-4.34-4.34",
		key: "14j7rj"
	}], ["circle", {
		cx: "11",
		cy: "11",
		r: "8",
		key: "4ej97u"
	}]]
};
__iconData$20.node;
var Search = createLucideIcon(__iconData$20);
// node_modules/lucide-react/dist/esm/icons/send.mjs
var __iconData$19 = {
	name: "send",
	size: 24,
	node: [["path", {
		d: "M14.536 21.686a.5.5 0 0 0 .937-.024l6.5-19a.496.496 0 0 0-.635-.635l-19 6.5a.5.5 0 0 0-.024.937l7.93 3.18a2 2 0 0 1 1.112 1.11z",
		key: "1ffxy3"
	}], ["path", {
		d: "m21.854 2.147-10.94 10.939",
		key: "12cjpa"
	}]]
};
__iconData$19.node;
var Send = createLucideIcon(__iconData$19);
// node_modules/lucide-react/dist/esm/icons/send-horizontal.mjs
var __iconData$18 = {
	name: "send-horizontal",
	size: 24,
	node: [["path", {
		d: "M3.714 3.048a.498.498 0 0 0-.683.627l2.843 7.627a2 2 0 0 1 0 1.396l-2.842 7.627a.498.498 0 0 0 .682.627l18-8.5a.5.5 0 0 0 0-.904z",
		key: "117uat"
	}], ["path", {
		d: "M6 12h16",
		key: "s4cdu5"
	}]],
	aliases: ["send-horizonal"]
};
__iconData$18.node;
var SendHorizontal = createLucideIcon(__iconData$18);
// node_modules/lucide-react/dist/esm/icons/server-cog.mjs
var __iconData$17 = {
	name: "server-cog",
	size: 24,
	node: [
		["path", {
			d: "m10.852 14.772-.383.923",
			key: "11vil6"
		}],
		["path", {
			d: "M13.148 14.772a3 3 0 1 0-2.296-5.544l-.383-.923",
			key: "1v3clb"
		}],
		["path", {
			d: "m13.148 9.228.383-.923",
			key: "t2zzyc"
		}],
		["path", {
			d: "m13.53 15.696-.382-.924a3 3 0 1 1-2.296-5.544",
			key: "1bxfiv"
		}],
		["path", {
			d: "m14.772 10.852.923-.383",
			key: "k9m8cz"
		}],
		["path", {
			d: "m14.772 13.148.923.383",
			key: "1xvhww"
		}],
		["path", {
			d: "M4.5 10H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v4a2 2 0 0 1-2 2h-.5",
			key: "tn8das"
		}],
		["path", {
			d: "M4.5 14H4a2 2 0 0 0-2 2v4a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-4a2 2 0 0 0-2-2h-.5",
			key: "1g2pve"
		}],
		["path", {
			d: "M6 18h.01",
			key: "uhywen"
		}],
		["path", {
			d: "M6 6h.01",
			key: "1utrut"
		}],
		["path", {
			d: "m9.228 10.852-.923-.383",
			key: "1wtb30"
		}],
		["path", {
			d: "m9.228 13.148-.923.383",
			key: "1a830x"
		}]
	]
};
__iconData$17.node;
var ServerCog = createLucideIcon(__iconData$17);
// node_modules/lucide-react/dist/esm/icons/square-kanban.mjs
var __iconData$16 = {
	name: "square-kanban",
	size: 24,
	node: [
		["rect", {
			width: "18",
			height: "18",
			x: "3",
			y: "3",
			rx: "2",
			key: "afitv7"
		}],
		["path", {
			d: "M8 7v7",
			key: "1x2jlm"
		}],
		["path", {
			d: "M12 7v4",
			key: "xawao1"
		}],
		["path", {
			d: "M16 7v9",
			key: "1hp2iy"
		}]
	],
	aliases: ["kanban-square"]
};
__iconData$16.node;
var SquareKanban = createLucideIcon(__iconData$16);
// node_modules/lucide-react/dist/esm/icons/square.mjs
var __iconData$15 = {
	name: "square",
	size: 24,
	node: [["rect", {
		width: "18",
		height: "18",
		x: "3",
		y: "3",
		rx: "2",
		key: "afitv7"
	}]]
};
__iconData$15.node;
var Square = createLucideIcon(__iconData$15);
// node_modules/lucide-react/dist/esm/icons/star.mjs
var __iconData$14 = {
	name: "star",
	size: 24,
	node: [["path", {
		d: "M11.525 2.295a.53.53 0 0 1 .95 0l2.31 4.679a2.123 2.123 0 0 0 1.595 1.16l5.166.756a.53.53 0 0 1 .294.904l-3.736 3.638a2.123 2.123 0 0 0-.611 1.878l.882 5.14a.53.53 0 0 1-.771.56l-4.618-2.428a2.122 2.122 0 0 0-1.973 0L6.396 21.01a.53.53 0 0 1-.77-.56l.881-5.139a2.122 2.122 0 0 0-.611-1.879L2.16 9.795a.53.53 0 0 1 .294-.906l5.165-.755a2.122 2.122 0 0 0 1.597-1.16z",
		key: "r04s7s"
	}]]
};
__iconData$14.node;
var Star = createLucideIcon(__iconData$14);
// node_modules/lucide-react/dist/esm/icons/sun.mjs
var __iconData$13 = {
	name: "sun",
	size: 24,
	node: [
		["circle", {
			cx: "12",
			cy: "12",
			r: "4",
			key: "4exip2"
		}],
		["path", {
			d: "M12 2v2",
			key: "tus03m"
		}],
		["path", {
			d: "M12 20v2",
			key: "1lh1kg"
		}],
		["path", {
			d: "m4.93 4.93 1.41 1.41",
			key: "149t6j"
		}],
		["path", {
			d: "m17.66 17.66 1.41 1.41",
			key: "ptbguv"
		}],
		["path", {
			d: "M2 12h2",
			key: "1t8f8n"
		}],
		["path", {
			d: "M20 12h2",
			key: "1q8mjw"
		}],
		["path", {
			d: "m6.34 17.66-1.41 1.41",
			key: "1m8zz5"
		}],
		["path", {
			d: "m19.07 4.93-1.41 1.41",
			key: "1shlcs"
		}]
	]
};
__iconData$13.node;
var Sun = createLucideIcon(__iconData$13);
// node_modules/lucide-react/dist/esm/icons/table-2.mjs
var __iconData$12 = {
	name: "table-2",
	size: 24,
	node: [
		["path", {
			d: "M3 9h18",
			key: "1pudct"
		}],
		["path", {
			d: "M9 3v18",
			key: "fh3hqa"
		}],
		["rect", {
			x: "3",
			y: "3",
			width: "18",
			height: "18",
			rx: "2",
			key: "h1oib"
		}]
	]
};
__iconData$12.node;
var Table2 = createLucideIcon(__iconData$12);
// node_modules/lucide-react/dist/esm/icons/target.mjs
var __iconData$11 = {
	name: "target",
	size: 24,
	node: [
		["circle", {
			cx: "12",
			cy: "12",
			r: "10",
			key: "1mglay"
		}],
		["circle", {
			cx: "12",
			cy: "12",
			r: "6",
			key: "1vlfrh"
		}],
		["circle", {
			cx: "12",
			cy: "12",
			r: "2",
			key: "1c9p78"
		}]
	]
};
__iconData$11.node;
var Target = createLucideIcon(__iconData$11);
// node_modules/lucide-react/dist/esm/icons/ticket.mjs
var __iconData$10 = {
	name: "ticket",
	size: 24,
	node: [
		["path", {
			d: "M2 9a3 3 0 0 1 0 6v2a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-2a3 3 0 0 1 0-6V7a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2Z",
			key: "qn84l0"
		}],
		["path", {
			d: "M13 5v2",
			key: "dyzc3o"
		}],
		["path", {
			d: "M13 17v2",
			key: "1ont0d"
		}],
		["path", {
			d: "M13 11v2",
			key: "1wjjxi"
		}]
	]
};
__iconData$10.node;
var Ticket = createLucideIcon(__iconData$10);
// node_modules/lucide-react/dist/esm/icons/trash.mjs
var __iconData$9 = {
	name: "trash",
	size: 24,
	node: [
		["path", {
			d: "M10 11v6",
			key: "nco0om"
		}],
		["path", {
			d: "M14 11v6",
			key: "outv1u"
		}],
		["path", {
			d: "M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6",
			key: "miytrc"
		}],
		["path", {
			d: "M3 6h18",
			key: "d0wm0j"
		}],
		["path", {
			d: "M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2",
			key: "e791ji"
		}]
	],
	aliases: ["trash-2"]
};
__iconData$9.node;
var Trash = createLucideIcon(__iconData$9);
// node_modules/lucide-react/dist/esm/icons/undo-2.mjs
var __iconData$8 = {
	name: "undo-2",
	size: 24,
	node: [["path", {
		d: "M9 14 4 9l5-5",
		key: "102s5s"
	}], ["path", {
		d: "M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11",
		key: "f3b9sd"
	}]]
};
__iconData$8.node;
var Undo2 = createLucideIcon(__iconData$8);
// node_modules/lucide-react/dist/esm/icons/upload.mjs
var __iconData$7 = {
	name: "upload",
	size: 24,
	node: [
		["path", {
			d: "M12 3v12",
			key: "1x0j5s"
		}],
		["path", {
			d: "m17 8-5-5-5 5",
			key: "7q97r8"
		}],
		["path", {
			d: "M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4",
			key: "ih7n3h"
		}]
	]
};
__iconData$7.node;
var Upload = createLucideIcon(__iconData$7);
// node_modules/lucide-react/dist/esm/icons/user-minus.mjs
var __iconData$6 = {
	name: "user-minus",
	size: 24,
	node: [
		["path", {
			d: "M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2",
			key: "1yyitq"
		}],
		["circle", {
			cx: "9",
			cy: "7",
			r: "4",
			key: "nufk8"
		}],
		["line", {
			x1: "22",
			x2: "16",
			y1: "11",
			y2: "11",
			key: "1shjgl"
		}]
	]
};
__iconData$6.node;
var UserMinus = createLucideIcon(__iconData$6);
// node_modules/lucide-react/dist/esm/icons/user-plus.mjs
var __iconData$5 = {
	name: "user-plus",
	size: 24,
	node: [
		["path", {
			d: "M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2",
			key: "1yyitq"
		}],
		["circle", {
			cx: "9",
			cy: "7",
			r: "4",
			key: "nufk8"
		}],
		["line", {
			x1: "19",
			x2: "19",
			y1: "8",
			y2: "14",
			key: "1bvyxn"
		}],
		["line", {
			x1: "22",
			x2: "16",
			y1: "11",
			y2: "11",
			key: "1shjgl"
		}]
	]
};
__iconData$5.node;
var UserPlus = createLucideIcon(__iconData$5);
// node_modules/lucide-react/dist/esm/icons/user-round.mjs
var __iconData$4 = {
	name: "user-round",
	size: 24,
	node: [["circle", {
		cx: "12",
		cy: "8",
		r: "5",
		key: "1hypcn"
	}], ["path", {
		d: "M20 21a8 8 0 0 0-16 0",
		key: "rfgkzh"
	}]],
	aliases: ["user-2"]
};
__iconData$4.node;
var UserRound = createLucideIcon(__iconData$4);
// node_modules/lucide-react/dist/esm/icons/users-round.mjs
var __iconData$3 = {
	name: "users-round",
	size: 24,
	node: [
		["path", {
			d: "M18 21a8 8 0 0 0-16 0",
			key: "3ypg7q"
		}],
		["circle", {
			cx: "10",
			cy: "8",
			r: "5",
			key: "o932ke"
		}],
		["path", {
			d: "M22 20c0-3.37-2-6.5-4-8a5 5 0 0 0-.45-8.3",
			key: "10s06x"
		}]
	],
	aliases: ["users-2"]
};
__iconData$3.node;
var UsersRound = createLucideIcon(__iconData$3);
// node_modules/lucide-react/dist/esm/icons/users.mjs
var __iconData$2 = {
	name: "users",
	size: 24,
	node: [
		["path", {
			d: "M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2",
			key: "1yyitq"
		}],
		["path", {
			d: "M16 3.128a4 4 0 0 1 0 7.744",
			key: "16gr8j"
		}],
		["path", {
			d: "M22 21v-2a4 4 0 0 0-3-3.87",
			key: "kshegd"
		}],
		["circle", {
			cx: "9",
			cy: "7",
			r: "4",
			key: "nufk8"
		}]
	]
};
__iconData$2.node;
var Users = createLucideIcon(__iconData$2);
// node_modules/lucide-react/dist/esm/icons/wrench.mjs
var __iconData$1 = {
	name: "wrench",
	size: 24,
	node: [["path", {
		d: "M14.7 6.3a1 1 0 0 0 0 1.4l1.6 1.6a1 1 0 0 0 1.4 0l3.106-3.105c.32-.322.863-.22.983.218a6 6 0 0 1-8.259 7.057l-7.91 7.91a1 1 0 0 1-2.999-3l7.91-7.91a6 6 0 0 1 7.057-8.259c.438.12.54.662.219.984z",
		key: "1ngwbx"
	}]]
};
__iconData$1.node;
var Wrench = createLucideIcon(__iconData$1);
// node_modules/lucide-react/dist/esm/icons/x.mjs
var __iconData = {
	name: "x",
	size: 24,
	node: [["path", {
		d: "M18 6 6 18",
		key: "1bl5f8"
	}], ["path", {
		d: "m6 6 12 12",
		key: "d8bk6v"
	}]]
};
__iconData.node;
var X = createLucideIcon(__iconData);
export { Archive, ArchiveArrowUp, ArrowDown, ArrowLeft, ArrowUp, ArrowUpToLine, Ban, BookOpen, Bot, Brain, ChartLine, ChartNoAxesColumn, Check, ChevronDown, ChevronRight, ChevronUp, ChevronsUp, ChevronsUpDown, CircleCheck, CircleExclamationPoint, CirclePause, CircleX, Clock, Copy, DatabaseBackup, Download, Ellipsis, Equal, File, FileCode, FileSearch, FileText, FileUp, Folder, FolderInput, FolderPlus, FolderTree, Funnel, Gauge, GitFork, GripVertical, Hammer, Hash, House, Inbox, KeyRound, Layers, Lightbulb, Link2, ListChecks, ListPlus, LogOut, Menu, MessageSquare, MessageSquareLock, MessagesSquare, Minus, Monitor, Moon, PackageOpen, Pause, Pencil, Play, Plug, Plus, Power, PowerOff, Radar, RefreshCw, RotateCcw, RotateCcwClock, Scissors, ScrollText, Search, Send, SendHorizontal, ServerCog, Square, SquareKanban, Star, Sun, Table2, Target, Ticket, Trash, Undo2, Upload, UserMinus, UserPlus, UserRound, Users, UsersRound, Wrench, X };
