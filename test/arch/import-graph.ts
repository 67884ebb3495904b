import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { parseSync } from 'oxc-parser'

/** A source file: its path below `src`, its text. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

export interface Violation {
  readonly rule: 'direction' | 'entrance' | 'cycle' | 'length' | 'name' | 'environment' | 'unresolved'
  readonly path: string
  readonly detail: string
}

/** Which modules a module may import. `app` puts the program together; `main.ts` hands over to `cli`. */
const ALLOWED: Readonly<Record<string, readonly string[] | 'all'>> = {
  kernel: [],
  outbound: [],
  analysis: ['kernel'],
  compare: ['analysis', 'kernel'],
  db: ['kernel'],
  jobs: ['db', 'kernel'],
  events: ['db', 'kernel'],
  contacts: ['events', 'http', 'db', 'kernel'],
  dialogue: ['analysis'],
  objects: ['contacts', 'http', 'db', 'kernel'],
  conversations: [
    'answers',
    'contacts',
    'objects',
    'dialogue',
    'attachments',
    'ingest',
    'analysis',
    'events',
    'jobs',
    'http',
    'db',
    'kernel',
  ],
  channels: ['conversations', 'contacts', 'dialogue', 'events', 'http', 'db', 'kernel'],
  fin: ['conversations', 'contacts', 'dialogue', 'attachments', 'events', 'http', 'db', 'kernel'],
  reporting: ['contacts', 'conversations', 'analysis', 'jobs', 'http', 'db', 'kernel'],
  http: ['db', 'kernel'],
  streams: ['events', 'http', 'db', 'kernel'],
  webhooks: ['events', 'jobs', 'http', 'outbound', 'db', 'kernel'],
  library: ['http', 'db', 'kernel'],
  suspicion: ['analysis', 'db'],
  ingest: ['library', 'suspicion', 'analysis', 'db', 'kernel'],
  retrieval: ['compare', 'http', 'db', 'analysis', 'kernel'],
  attachments: ['ingest', 'outbound', 'kernel'],
  embedding: ['analysis', 'retrieval', 'contacts', 'outbound', 'http', 'db', 'kernel'],
  evaluation: ['library'],
  chat: ['outbound', 'analysis'],
  answers: ['chat', 'library', 'retrieval', 'compare', 'suspicion', 'analysis', 'http', 'db', 'kernel'],
  testkit: [
    'library',
    'channels',
    'conversations',
    'contacts',
    'answers',
    'objects',
    'retrieval',
    'streams',
    'events',
    'http',
    'db',
    'kernel',
  ],
  cli: 'all',
  app: 'all',
  'main.ts': ['cli'],
}

const MAX_LINES = 500
const EMPTY_NAMES = /^(utils?|helpers?|common|misc|shared)$/
/** The only places that read the environment; everything else is told. */
const READS_ENVIRONMENT = /^(app\/config\.ts$|cli\/)/

export function readSources(root: string): SourceFile[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(root, file).split(sep).join('/'), text: readFileSync(file, 'utf8') }))
}

/** Everything that breaks a rule of the layout. */
export function findViolations(files: readonly SourceFile[]): Violation[] {
  const known = new Map(files.map((file) => [file.path, file]))
  const edges = new Map<string, string[]>()
  const violations: Violation[] = []
  for (const file of files) {
    const { path, text } = file
    const isTest = path.endsWith('.test.ts')
    if (text.split('\n').length > MAX_LINES)
      violations.push({ rule: 'length', path, detail: `over ${MAX_LINES} lines` })
    for (const part of path.replace(/(\.test|\.d)?\.ts$/, '').split('/')) {
      if (EMPTY_NAMES.test(part)) violations.push({ rule: 'name', path, detail: `${part} says nothing` })
    }
    const { specifiers, readsEnvironment } = inspect(file)
    if (readsEnvironment && !isTest && !READS_ENVIRONMENT.test(path)) {
      violations.push({ rule: 'environment', path, detail: 'reads process.env' })
    }

    const targets: string[] = []
    for (const specifier of specifiers) {
      const target = resolveLocal(path, specifier)
      if (target === undefined) continue
      if (!known.has(target)) {
        violations.push({ rule: 'unresolved', path, detail: specifier })
        continue
      }
      targets.push(target)
      if (isTest) continue
      const [from, to] = [moduleOf(path), moduleOf(target)]
      if (from === to) continue
      const allowed = ALLOWED[from] ?? []
      if (allowed !== 'all' && !allowed.includes(to)) {
        violations.push({ rule: 'direction', path, detail: `${from} must not import ${to}` })
      }
      // The composition root has no index of its own: it is entered by its parts.
      if (to !== 'app' && target !== `${to}/index.ts`) {
        violations.push({ rule: 'entrance', path, detail: `enters ${to} by ${target}` })
      }
    }
    edges.set(path, targets)
  }
  for (const cycle of findCycles(edges)) {
    violations.push({ rule: 'cycle', path: cycle[0] ?? '', detail: cycle.join(' -> ') })
  }
  return violations
}

function moduleOf(path: string): string {
  return path.split('/')[0] ?? path
}

/** The target below `src`; undefined for packages and for files outside of it. */
function resolveLocal(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  const target = relative(resolve('/src'), resolve('/src', dirname(from), specifier))
    .split(sep)
    .join('/')
  return target.startsWith('..') ? undefined : target
}

/** Imports of every kind (static, of types, dynamic, re-exports, `new URL(..., import.meta.url)`) and `process.env`. */
function inspect(file: SourceFile): Inspection {
  let inspection = inspections.get(file)
  if (inspection === undefined) inspections.set(file, (inspection = parse(file)))
  return inspection
}

interface Inspection {
  readonly specifiers: readonly string[]
  readonly readsEnvironment: boolean
}
const inspections = new WeakMap<SourceFile, Inspection>()

function parse({ path, text }: SourceFile): Inspection {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0]?.message}`)
  const specifiers: string[] = []
  let readsEnvironment = false
  visit(program, (node) => {
    switch (node['type']) {
      case 'ImportDeclaration':
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
      case 'ImportExpression':
      case 'TSImportType':
        specifiers.push(...literal(node['source'] ?? node['argument']))
        break
      case 'NewExpression':
        if (node['callee']?.name === 'URL') specifiers.push(...literal(node['arguments']?.[0]).filter(isFile))
        break
      case 'MemberExpression':
        if (node['object']?.name === 'process' && (node['property']?.name ?? node['property']?.value) === 'env') {
          readsEnvironment = true
        }
        break
      case 'VariableDeclarator':
        // const { env } = process
        if (node['init']?.name === 'process' && JSON.stringify(node['id']).includes('"name":"env"')) {
          readsEnvironment = true
        }
        break
    }
  })
  return { specifiers, readsEnvironment }
}

type Node = Record<string, any>

function visit(value: unknown, enter: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) visit(item, enter)
  else if (value !== null && typeof value === 'object') {
    const node = value as Node
    if (typeof node['type'] === 'string') enter(node)
    for (const child of Object.values(node)) visit(child, enter)
  }
}

function literal(node: Node | null | undefined): string[] {
  return typeof node?.['value'] === 'string' ? [node['value']] : []
}

function isFile(specifier: string): boolean {
  return /^\.{1,2}\/.*\.ts$/.test(specifier)
}

/** One cycle for each group of files that reach each other (Tarjan's strongly connected components). */
function findCycles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const cycles: string[][] = []
  function connect(node: string): void {
    order.set(node, order.size)
    lowest.set(node, order.get(node) ?? 0)
    stack.push(node)
    for (const next of edges.get(node) ?? []) {
      if (!order.has(next)) connect(next)
      else if (!stack.includes(next)) continue
      lowest.set(node, Math.min(lowest.get(node) ?? 0, lowest.get(next) ?? 0))
    }
    if (lowest.get(node) !== order.get(node)) return
    const group = stack.splice(stack.indexOf(node))
    if (group.length > 1 || (edges.get(node) ?? []).includes(node)) cycles.push(group.toSorted())
  }
  for (const node of edges.keys()) if (!order.has(node)) connect(node)
  return cycles
}
