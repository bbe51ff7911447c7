/**
 * The extension for VS Code. It starts the language server of the Throughline that is installed in the folder, for the
 * Markdown files in it. All that editors show is made there.
 */
const { existsSync } = require('node:fs')
const { join } = require('node:path')
const { commands, window, workspace } = require('vscode')
const { LanguageClient } = require('vscode-languageclient/node')
const { chooseNode } = require('./choose-node.js')

/** Where the command is: in the package of a site, and in a clone of the project. */
const COMMANDS = ['node_modules/throughline/src/cli/throughline.mjs', 'src/cli/throughline.mjs']

let clients = []

/** Starts a server for each open folder that has a Throughline. */
exports.activate = async () => {
  clients = (workspace.workspaceFolders ?? []).flatMap((folder) => clientFor(folder) ?? [])
  await Promise.all(clients.map((client) => client.start()))
}

exports.deactivate = () => Promise.all(clients.map((client) => client.stop()))

function clientFor(folder) {
  const root = folder.uri.fsPath
  const command = COMMANDS.map((path) => join(root, path)).find((path) => existsSync(path))
  if (command === undefined) return undefined
  const settings = workspace.getConfiguration('throughline', folder.uri)
  const content = settings.get('content')
  const node = chooseNode(settings.get('node'))
  if (node.path === undefined) {
    void refuse(node.says)
    return undefined
  }
  const env = { ...process.env, ...node.env, ...(content && { CONTENT_DIR: join(root, content) }) }
  return new LanguageClient(
    'throughline',
    'Throughline',
    { command: node.path, args: [command, 'lsp', '--stdio'], options: { cwd: root, env } },
    {
      documentSelector: [{ scheme: 'file', language: 'markdown', pattern: `${root.replaceAll('\\', '/')}/**/*` }],
      workspaceFolder: folder,
      // What a note says is text: no command of it may run, and no HTML be shown.
      markdown: { isTrusted: false, supportHtml: false },
    },
  )
}

/** Says why no server runs, and leads to the setting that mends it. */
async function refuse(sentence) {
  const open = 'Open the setting'
  if ((await window.showErrorMessage(sentence, open)) === open)
    await commands.executeCommand('workbench.action.openSettings', 'throughline.node')
}
