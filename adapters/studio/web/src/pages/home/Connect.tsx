import { useState } from 'react';
import { Copyable } from '../../ui/Copyable.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import styles from './Home.module.css';

type Client = { id: string; name: string; file: string; snippet: string };

const servers = (key: string, server: object) => JSON.stringify({ [key]: { cairn: server } }, null, 2);
const COMMAND = { command: 'cairn', args: ['mcp'] };

const CLIENTS: Client[] = [
  { id: 'claude', name: 'Claude Code', file: '.mcp.json', snippet: servers('mcpServers', { type: 'stdio', ...COMMAND }) },
  { id: 'cursor', name: 'Cursor', file: '.cursor/mcp.json', snippet: servers('mcpServers', COMMAND) },
  { id: 'vscode', name: 'VS Code', file: '.vscode/mcp.json', snippet: servers('servers', { type: 'stdio', ...COMMAND }) },
  { id: 'codex', name: 'Codex', file: '.codex/config.toml', snippet: '[mcp_servers.cairn]\ncommand = "cairn"\nargs = ["mcp"]' },
  { id: 'gemini', name: 'Gemini CLI', file: '.gemini/settings.json', snippet: servers('mcpServers', COMMAND) },
];

/** How an agent's client finds this server, by one command or by hand. */
export function Connect({ onClose }: { onClose: () => void }) {
  const [client, setClient] = useState('claude');
  return (
    <Dialog title="Connect an agent" onClose={onClose} wide>
      <Tabs
        name="Client"
        value={client}
        onChange={setClient}
        tabs={[
          ...CLIENTS.map(({ id, name, file, snippet }) => ({ id, name, content: <Local id={id} file={file} snippet={snippet} /> })),
          { id: 'http', name: 'Another machine', content: <Remote /> },
        ]}
      />
    </Dialog>
  );
}

function Local({ id, file, snippet }: { id: string; file: string; snippet: string }) {
  return (
    <div className={styles.form}>
      <p>In the folder of your project:</p>
      <Copyable name="The command" text={`cairn setup ${id}`} />
      <p>It writes this into <code>{file}</code>, and keeps what else is in there:</p>
      <Copyable name="The configuration" text={snippet} />
      <p className={styles.soft}>Then ask the agent to “claim the next ticket”. What it does is here at once.</p>
    </div>
  );
}

function Remote() {
  return (
    <div className={styles.form}>
      <p>With a token of <code>cairn token create</code> in <code>CAIRN_TOKEN</code>:</p>
      <Copyable
        name="The command"
        text={`claude mcp add --transport http cairn ${location.origin}/mcp --header "Authorization: Bearer $CAIRN_TOKEN"`}
      />
    </div>
  );
}
