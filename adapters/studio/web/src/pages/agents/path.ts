/** Where an agent is shown. @param more as `tab` or `run` */
export function pathOf(agent: string, more: Record<string, string> = {}): string {
  return `/agents?${new URLSearchParams({ agent, ...more })}`;
}
