import { Markdown, remarkGfm } from "./markdown.js";
import { require_jsx_runtime } from "./vendor.js";
// src/markdown/Rendered.tsx
var import_jsx_runtime = require_jsx_runtime();
var components = {
	img: ({ src, alt }) => (0, import_jsx_runtime.jsx)("a", {
		href: typeof src === "string" ? src : void 0,
		rel: "noreferrer",
		target: "_blank",
		children: alt || "Picture"
	}),
	a: ({ href, children }) => (0, import_jsx_runtime.jsx)("a", {
		href,
		rel: "noreferrer",
		target: href?.startsWith("/") ? void 0 : "_blank",
		children
	})
};
function MarkdownRendered({ text }) {
	return (0, import_jsx_runtime.jsx)(Markdown, {
		remarkPlugins: [remarkGfm],
		components,
		children: text
	});
}
export { MarkdownRendered as default };
