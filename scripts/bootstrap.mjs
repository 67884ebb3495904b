// Runs a TypeScript entry point of this project from a bare clone: brings a Node.js that can (from the npm registry),
// installs the locked dependencies when they are missing or stale, then hands over. Plain JavaScript, no dependencies,
// because it must run on the oldest Node.js that people still have.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const MINIMUM_NODE = [22, 19]
const BROUGHT_NODE = '24.21.0'

/** True when this Node.js runs TypeScript sources directly and satisfies the dependencies. */
export function isRecentEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > MINIMUM_NODE[0] || (major === MINIMUM_NODE[0] && minor >= MINIMUM_NODE[1])
}

function say(line) {
  process.stderr.write(`dorsal: ${line}\n`)
}

function fail(line) {
  say(line)
  process.exit(1)
}

/** onnxruntime-node brings what a CPU needs; its script would download what graphics cards need, from elsewhere. */
const INSTALL_ENVIRONMENT = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' }

/** Runs npm with the given Node.js; output goes to stderr so that stdout stays the program's own. */
function npm(node, args, what) {
  const script = process.env.npm_execpath
  const viaScript = script !== undefined && /\.c?js$/.test(script)
  const options = { cwd: root, stdio: ['ignore', 2, 2], env: INSTALL_ENVIRONMENT }
  const result = viaScript
    ? spawnSync(node, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
  if (result.status !== 0) fail(`${what} failed; see the lines above`)
}

function ensureNode() {
  if (isRecentEnough(process.versions.node)) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const name = `node-${platform}-${process.arch}`
  const home = join(root, '.node')
  const binary = join(home, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const stamp = join(home, 'version')
  const isInstalled = existsSync(binary) && existsSync(stamp) && readFileSync(stamp, 'utf8') === BROUGHT_NODE
  if (!isInstalled) {
    say(
      `Node.js ${process.versions.node} is older than ${MINIMUM_NODE.join('.')}; bringing ${BROUGHT_NODE} into .node/`,
    )
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'package.json'), '{"private":true}\n')
    npm(
      process.execPath,
      [
        'install',
        '--prefix',
        home,
        '--no-package-lock',
        '--ignore-scripts',
        '--loglevel=error',
        `${name}@${BROUGHT_NODE}`,
      ],
      'bringing Node.js',
    )
    writeFileSync(stamp, BROUGHT_NODE)
  }
  return binary
}

/** `full` also brings what tests and benchmarks need; an installation of everything serves both. */
function ensureDependencies(node, full) {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  const stamp = join(root, 'node_modules', '.dorsal-install')
  const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : ''
  if (installed === `${lock} full` || (!full && installed === `${lock} production`)) return
  say('installing the locked dependencies')
  // `npm ci` refuses a lock file without optional packages of other platforms, which some registries don't carry.
  // Versions and integrity come from the lock file all the same, and it stays as it is.
  const install = ['install', '--no-save', ...(full ? [] : ['--omit=dev']), '--loglevel=error']
  npm(node, install, 'installing the dependencies')
  writeFileSync(stamp, `${lock} ${full ? 'full' : 'production'}`)
}

/**
 * A server lives long: a small young generation and few malloc arenas keep its memory a fifth lower, at no cost seen. Below
 * 2 GB the heap may grow to twice what is alive before it is cleaned, instead of four times: an export peaked at 90 MB
 * over idle instead of 250.
 */
export const RUNTIME_FLAGS = [
  '--disable-warning=ExperimentalWarning',
  '--max-semi-space-size=4',
  '--max-old-space-size=2000',
]
/** Code that was compiled once need not be again: a start is a sixth faster. */
export const RUNTIME_ENVIRONMENT = { MALLOC_ARENA_MAX: '2', NODE_COMPILE_CACHE: join(root, '.cache', 'node') }

/**
 * Prepares, then runs `entry` (a path below the project) and exits as it exits.
 * Signals reach the child once more through us when they were sent to us alone; it treats repeats as one.
 */
export function launch(entry, args, { full }) {
  const node = ensureNode()
  ensureDependencies(node, full)
  const child = spawn(node, [...RUNTIME_FLAGS, join(root, entry), ...args], {
    // The channel tells the child when this process dies, even by kill -9, so that no server is left behind.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...RUNTIME_ENVIRONMENT,
      ...process.env,
      PATH: `${dirname(node)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 1
  })
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [entry, ...args] = process.argv.slice(2)
  if (entry === undefined) fail('usage: node scripts/bootstrap.mjs ENTRY [ARGUMENTS]')
  launch(entry, args, { full: true })
}
