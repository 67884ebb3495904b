import { attribute } from './parse-html.ts'
import type { VisibleElement } from './visible-tree.ts'

/** What a class or id says about an element. */
export type NamedRole = 'furniture' | 'consent' | 'links' | 'page_header' | 'page_footer' | 'callout'

/** Elements whose class or id is believed; on headings, items and cells it names the subject, not the function. */
const NAMED_CONTAINERS: ReadonlySet<string> = new Set(
  'div section ul ol form table dl p span a header footer aside details'.split(' '),
)

/** Names are compared as whole words joined with hyphens: `BreadCrumbs` and `bread_crumbs` are `bread-crumbs`. */
const ROLES: readonly (readonly [NamedRole, RegExp])[] = [
  ['callout', /(?:^|-)(?:note|tip|hint|info|warning|caution|danger|important|admonition|callout|alert)(?:-|$)/],
  [
    'consent',
    /(?:^|-)(?:cookies?-(?:banner|consent|notice|bar|popup|message|modal|law)|cookieconsent|onetrust|gdpr-(?:banner|consent))(?:-|$)/,
  ],
  [
    'furniture',
    /(?:^|-)(?:bread-?crumbs?|skip-(?:links?|nav|navigation|to-(?:main-)?content)|skiplinks?|(?:share|sharing|social)-(?:buttons?|links?|bar|icons?|media)|pagination|pager|prev-next|edit-(?:this-)?page|was-this-helpful|article-(?:votes?|feedback|rating)|page-feedback|newsletter(?:-(?:signup|form))?|(?:language|locale)-(?:switcher|selector|picker))$/,
  ],
  [
    'links',
    /(?:^|-)(?:side-?bar|side-?nav|toc|table-?of-?contents|on-this-page|related-?(?:articles|posts|content|links|topics|pages|reading)|nav-?bar|navigation|nav|menu|top-?bar)$/,
  ],
  ['page_header', /^(?:(?:site|page|global|top)-?)?(?:header|masthead)$/],
  ['page_footer', /^(?:(?:site|page|global)-?)?footer$/],
]

/** `has-sidebar` and the like describe the layout around the thing they name. */
const LAYOUT = /^(?:has|no|not|with|without|is|hide|show)-|(?:^|-)(?:layout|wrapper|content|main|body)(?:-|$)/

function rolesOfName(name: string, roles: Set<NamedRole>): void {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[_-]+/g, '-')
  if (LAYOUT.test(words) && !/to-(?:main-)?content$|related-?content$/.test(words)) return
  for (const [role, pattern] of ROLES) if (pattern.test(words)) roles.add(role)
}

const NO_ROLES: ReadonlySet<NamedRole> = new Set()

/** Reads the class and id of an element for the conventional names of page furniture. */
export function namedRoles(node: VisibleElement): ReadonlySet<NamedRole> {
  if (node.source.attrs.length === 0 || !NAMED_CONTAINERS.has(node.tag)) return NO_ROLES
  const classes = attribute(node.source, 'class') ?? ''
  const id = attribute(node.source, 'id') ?? ''
  if (classes === '' && id === '') return NO_ROLES
  const roles = new Set<NamedRole>()
  // Longer attributes than this are data, not names.
  for (const name of classes.slice(0, 500).split(/\s+/)) rolesOfName(name, roles)
  // Generators name a section by its heading: `<section id="sidebar">` explains sidebars.
  if (node.tag !== 'section' && !/(?:^|\s)section(?:\s|$)/.test(classes)) rolesOfName(id.slice(0, 100), roles)
  return roles
}
